package studio.fanz.media.speech;

import java.util.List;

/// Up to 30 seconds of speech, pauses left out.
///
/// @param samples 16 kHz mono; not to be written to
/// @param length  how many of them count
/// @param speech  samples up to which there is speech, at most `length`
/// @param pieces  where each part comes from, in order, without gaps in the window
record SpeechWindow(float[] samples, int length, int speech, List<Piece> pieces) {

    SpeechWindow {
        pieces = List.copyOf(pieces);
    }

    /// @param at     first sample in the window
    /// @param source first sample in the source
    /// @param length samples
    record Piece(int at, long source, int length) {}

    double speechSeconds() {
        return (double) speech / LogMel.RATE;
    }

    double seconds() {
        return (double) length / LogMel.RATE;
    }

    /// Milliseconds of the source at a moment of the window at which something begins: on a seam the later part.
    long startMs(double seconds) {
        double sample = seconds * LogMel.RATE;
        for (Piece piece : pieces) {
            if (sample < piece.at() + piece.length()) {
                return millis(piece, sample);
            }
        }
        return endMs(seconds);
    }

    /// Milliseconds of the source at a moment of the window at which something ends: on a seam the earlier part.
    long endMs(double seconds) {
        double sample = Math.min(seconds * LogMel.RATE, length);
        for (Piece piece : pieces) {
            if (sample <= piece.at() + piece.length()) {
                return millis(piece, sample);
            }
        }
        throw new IllegalStateException("a window without pieces");
    }

    /// Milliseconds of the source up to which this window reaches.
    long endMs() {
        Piece last = pieces.getLast();
        return (last.source() + last.length()) * 1000 / LogMel.RATE;
    }

    private static long millis(Piece piece, double sample) {
        double inside = Math.max(0, sample - piece.at());
        return Math.round((piece.source() + inside) * 1000 / LogMel.RATE);
    }
}

package studio.fanz.media.cut;

import java.util.List;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.project.Rendition;

/// A finished cut, with the report that proves it.
///
/// @param file        name of the new file
/// @param mode        the way that was asked for: `auto`, `lossless`, `smart`, `encode`
/// @param way         the way it was made: `lossless`, `smart`, `encode`
/// @param encoder     what made the encoded frames, FFmpeg's name; empty when all were copied
/// @param pieces      what it consists of, in order
/// @param frames      how many frames it has
/// @param copiedRatio part of the recordings' picture bytes in the pieces that were copied, 0..1
/// @param sound       how each sound was made
/// @param checks      what was verified after writing (`packets`, `frames`, `times`, `edges`, `psnr`, `av-offset`)
/// @param notes       codes for what a reader should know (`data-left-out`, `text-left-out`, `attachment-left-out`)
/// @param facts       read back from the finished file
/// @param elapsedMs   how long making it took
public record Cut(
        String file,
        String mode,
        String way,
        String encoder,
        List<KeptPiece> pieces,
        long frames,
        double copiedRatio,
        List<KeptSound> sound,
        List<Rendition.Check> checks,
        List<String> notes,
        MediaFacts facts,
        long elapsedMs) {

    public Cut {
        pieces = List.copyOf(pieces);
        sound = List.copyOf(sound);
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
    }

    /// One piece.
    ///
    /// @param source     name of the recording
    /// @param firstFrame number of its first frame there, from 0
    /// @param endFrame   number of the frame behind its last
    /// @param startMs    when the first is shown there
    /// @param endMs      when the one behind the last is shown
    /// @param moved      frames the ends were moved by, because copying alone cannot begin or end just anywhere:
    ///     negative is earlier
    /// @param parts      how it was made, in order
    public record KeptPiece(
            String source, int firstFrame, int endFrame, long startMs, long endMs, Moved moved, List<KeptPart> parts) {}

    /// How many frames the two ends were moved.
    public record Moved(int start, int end) {}

    /// A stretch of a piece.
    ///
    /// @param startMs in the recording
    /// @param endMs   in the recording
    /// @param frames  how many
    /// @param how     `copied` or `encoded`
    /// @param why     code of the reason; empty for what is copied
    public record KeptPart(long startMs, long endMs, int frames, String how, String why) {}

    /// One sound.
    ///
    /// @param stream   number of the stream in the recording
    /// @param how      `copied` or `encoded`
    /// @param offsetMs how much later than its picture it is heard at most, milliseconds; negative is earlier
    public record KeptSound(int stream, String how, double offsetMs) {}
}

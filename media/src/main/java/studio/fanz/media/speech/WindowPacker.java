package studio.fanz.media.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.fanz.media.MediaException;

/// Packs the speech of a recording into windows of up to 30 seconds, as it comes. Speech without a pause is cut
/// where it is quietest near the end of a window, so that no word is cut while there is a better place. Keeps
/// at most two windows of sound whatever the length. Not for use by two threads.
final class WindowPacker {

    /// Sound kept before and after speech: the recogniser hears where sentences end, and nothing soft is lost.
    private static final int PAD = LogMel.RATE;
    /// How far before the end of a window a cut may be.
    private static final int SEARCH = 5 * LogMel.RATE;
    /// A part shorter than this is not worth cutting off.
    private static final int MIN_PART = LogMel.RATE;

    private final VoiceActivity.Pass voice;
    private final Sink sink;
    private final SpeechSpans spans = new SpeechSpans();
    private final float[] window = new float[LogMel.WINDOW];
    private final List<SpeechWindow.Piece> pieces = new ArrayList<>();
    private float[] heard = new float[2 * LogMel.WINDOW];
    private long heardFrom;
    private int heardLength;
    private int listened;
    private int filled;
    private long packedTo;
    private int speech;
    private long soundEnd = Long.MAX_VALUE;

    /// Takes a full window.
    @FunctionalInterface
    interface Sink {
        void accept(SpeechWindow window) throws MediaException;
    }

    WindowPacker(VoiceActivity.Pass voice, Sink sink) {
        this.voice = voice;
        this.sink = sink;
    }

    /// The next samples of the source.
    void accept(float[] samples, int length) throws MediaException {
        append(samples, length);
        while (heardLength - listened >= VoiceActivity.CHUNK) {
            listen();
        }
        forget();
    }

    /// No more samples: gives the last window, if any.
    void finish() throws MediaException {
        soundEnd = heardFrom + heardLength;
        int rest = heardLength - listened;
        if (rest > 0) {
            append(new float[VoiceActivity.CHUNK], VoiceActivity.CHUNK - rest);
            listen();
        }
        Optional<Stretch> last = spans.finish();
        if (last.isPresent()) {
            pack(last.get());
        }
        emit();
    }

    /// Milliseconds of the source before which everything that is speech has been given to the sink.
    long settledMs() {
        long open = spans.open().orElse(heardFrom + listened);
        long first = pieces.isEmpty() ? open : pieces.getFirst().source();
        return first * 1000 / LogMel.RATE;
    }

    /// The last chunk is filled up with silence that does not belong to the source.
    private long heardEnd() {
        return Math.min(soundEnd, heardFrom + heardLength);
    }

    private void append(float[] samples, int length) {
        if (heardLength + length > heard.length) {
            heard = Arrays.copyOf(heard, Math.max(heard.length * 2, heardLength + length));
        }
        System.arraycopy(samples, 0, heard, heardLength, length);
        heardLength += length;
    }

    private void listen() throws MediaException {
        Optional<Stretch> over = spans.hear(voice.hear(heard, listened));
        listened += VoiceActivity.CHUNK;
        if (over.isPresent()) {
            pack(over.get());
        }
        long now = heardFrom + listened;
        Optional<Long> open = spans.open();
        if (open.isPresent() && now - begin(open.get()) > LogMel.WINDOW) {
            spans.cut(split(begin(open.get()), now));
        }
    }

    private long begin(long speech) {
        return Math.max(Math.max(speech - PAD, packedTo), heardFrom);
    }

    private void pack(Stretch speech) throws MediaException {
        long from = begin(speech.from());
        long to = Math.min(speech.to() + PAD, heardEnd());
        while (filled + to - from > LogMel.WINDOW) {
            from = split(from, to);
        }
        add(from, to);
    }

    /// Fills the window with the beginning of a stretch that does not fit, and sends it off.
    ///
    /// @return where the rest of the stretch begins
    private long split(long from, long to) throws MediaException {
        long limit = Math.min(from + LogMel.WINDOW - filled, Math.min(to, heardEnd()));
        long earliest = Math.max(from + MIN_PART, limit - SEARCH);
        long cut = from;
        if (earliest < limit) {
            cut = heardFrom + QuietPoint.find(heard, (int) (earliest - heardFrom), (int) (limit - heardFrom));
            add(from, cut);
        }
        emit();
        return cut;
    }

    private void add(long from, long to) {
        int length = (int) (to - from);
        if (length <= 0) {
            return;
        }
        System.arraycopy(heard, (int) (from - heardFrom), window, filled, length);
        pieces.add(new SpeechWindow.Piece(filled, from, length));
        speech = filled + Math.clamp(spans.voicedTo() - from, 0, length);
        filled += length;
        packedTo = to;
    }

    private void emit() throws MediaException {
        if (filled > 0) {
            SpeechWindow full = new SpeechWindow(Arrays.copyOf(window, filled), filled, speech, pieces);
            pieces.clear();
            filled = 0;
            sink.accept(full);
        }
    }

    private void forget() {
        long needed = Math.min(begin(spans.open().orElse(heardFrom + listened)), heardFrom + listened);
        int drop = (int) (needed - heardFrom);
        if (drop > LogMel.RATE) {
            System.arraycopy(heard, drop, heard, 0, heardLength - drop);
            heardFrom += drop;
            heardLength -= drop;
            listened -= drop;
        }
    }
}

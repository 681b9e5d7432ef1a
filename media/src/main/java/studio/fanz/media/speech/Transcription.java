package studio.fanz.media.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// One recording on its way from windows of speech to words. Windows wait until the language is known, then the first
/// goes through alone, so that words appear, and the others together. One thread.
final class Transcription implements AutoCloseable {

    /// Rows of one batch: a step of three costs 2.1 times a step of one; more rows bring little and cost 37 MB each.
    private static final int BATCH = 3;
    /// Beams pay in languages other than English (docs/adr/0010-speech-windows.md).
    private static final int BEAMS = 5;

    private static final String ENGLISH = "en";

    private final SpeechModel model;
    private final Vocabulary vocabulary;
    private final SpokenLanguage language;
    private final Transcriber.Listener listener;
    private final JobContext job;
    private final LogMel features;
    private final WindowDecoder decoder;
    private final List<Undecided> undecided = new ArrayList<>();
    private final List<SpeechWindow> waiting = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean begun;

    private record Undecided(SpeechWindow window, SpeechModel.Encoded encoded) {}

    Transcription(SpeechModel model, SpokenLanguage language, Transcriber.Listener listener, JobContext job)
            throws MediaException {
        this.model = model;
        this.vocabulary = model.vocabulary();
        this.language = language;
        this.listener = listener;
        this.job = job;
        this.features = model.features();
        this.decoder = new WindowDecoder(model);
    }

    /// The next window.
    void accept(SpeechWindow window) throws MediaException {
        if (language.decided()) {
            waiting.add(window);
            if (!begun || waiting.size() == BATCH) {
                write();
            }
            return;
        }
        SpeechModel.Encoded encoded = encode(List.of(window));
        undecided.add(new Undecided(window, encoded));
        language.vote(decoder.languages(encoded, job), window.seconds());
        if (language.decided()) {
            writeUndecided();
        }
    }

    /// No more windows.
    Transcript finish() throws MediaException {
        writeUndecided();
        write();
        if (segments.isEmpty()) {
            notes.add("no-speech");
            return new Transcript("", 0, model.use(), List.of(), notes);
        }
        return new Transcript(language.code(), language.confidence(), model.use(), segments, notes);
    }

    /// Frees what still waits.
    @Override
    public void close() {
        undecided.forEach(one -> one.encoded().close());
        undecided.clear();
    }

    private SpeechModel.Encoded encode(List<SpeechWindow> windows) throws MediaException {
        List<float[]> mels = windows.stream()
                .map(window -> features.window(window.samples(), window.length()))
                .toList();
        return model.encode(mels, job);
    }

    private void writeUndecided() throws MediaException {
        for (Undecided one : undecided) {
            write(List.of(one.window()), one.encoded());
        }
        close();
    }

    private void write() throws MediaException {
        if (!waiting.isEmpty()) {
            try (SpeechModel.Encoded encoded = encode(waiting)) {
                write(waiting, encoded);
            }
            waiting.clear();
        }
    }

    private void write(List<SpeechWindow> windows, SpeechModel.Encoded encoded) throws MediaException {
        int beams = language.code().equals(ENGLISH) ? 1 : BEAMS;
        double[] speech =
                windows.stream().mapToDouble(SpeechWindow::speechSeconds).toArray();
        List<Decoded> decoded = decoder.decode(encoded, speech, language.token(), beams, job);
        List<List<SegmentDraft>> drafts = new ArrayList<>();
        for (int i = 0; i < decoded.size(); i++) {
            Decoded one = decoded.get(i);
            drafts.add(
                    one.silence()
                            ? List.of()
                            : SegmentDraft.split(one, vocabulary, windows.get(i).seconds()));
        }
        float[][][][] attention = align(drafts, encoded);
        WindowWords words = new WindowWords(vocabulary, language.code());
        for (int i = 0; i < windows.size(); i++) {
            deliver(words.segments(windows.get(i), decoded.get(i), drafts.get(i), attention[i], notes));
        }
        begun = true;
    }

    private float[][][][] align(List<List<SegmentDraft>> drafts, SpeechModel.Encoded encoded) throws MediaException {
        int[][] rows = drafts.stream().map(this::row).toArray(int[][]::new);
        int longest = Stream.of(rows).mapToInt(row -> row.length).max().orElse(0);
        for (int i = 0; i < rows.length; i++) {
            int length = rows[i].length;
            rows[i] = Arrays.copyOf(rows[i], longest);
            Arrays.fill(rows[i], length, longest, vocabulary.end());
        }
        return model.align(rows, encoded, job);
    }

    private int[] row(List<SegmentDraft> drafts) {
        return Stream.of(
                        Stream.of(vocabulary.start(), language.token(), vocabulary.transcribe(), vocabulary.noTimes()),
                        drafts.stream().flatMap(draft -> draft.tokens().stream()),
                        Stream.of(vocabulary.end()))
                .flatMap(tokens -> tokens)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void deliver(List<Segment> fresh) {
        if (!fresh.isEmpty()) {
            segments.addAll(fresh);
            listener.heard(fresh);
        }
    }
}

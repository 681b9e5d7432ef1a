package studio.fanz.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.fanz.app.control.Manuscript;
import studio.fanz.app.control.Timeline;
import studio.fanz.app.session.FindingWords;
import studio.fanz.app.session.OpenRecording;
import studio.fanz.app.session.Playback;
import studio.fanz.app.session.Prepared;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.review.Finding;

/// What the Edit screen shows and does. FX thread only.
public final class EditorViewModel {

    private static final double UNSURE = 0.5;
    private static final long PARAGRAPH_PAUSE_MS = 1_200;
    private static final int PARAGRAPH_WORDS = 45;
    private static final Set<String> FILLERS = Set.of("um", "uh", "erm", "uhm", "hmm", "äh", "ähm", "öh", "euh", "eh");

    private final OpenRecording recording;
    private final FindingWords findings;
    private final ObjectProperty<Optional<Shape>> shape = new SimpleObjectProperty<>(Optional.empty());

    public EditorViewModel(OpenRecording recording, FindingWords findings) {
        this.recording = recording;
        this.findings = findings;
    }

    /// Everything known about the open recording.
    public ReadOnlyObjectProperty<Optional<Prepared>> preparedProperty() {
        return recording.preparedProperty();
    }

    /// The captions as they are now.
    public ReadOnlyObjectProperty<Optional<Captions>> captionsProperty() {
        return recording.captionsProperty();
    }

    /// The moment shown.
    public Playback playback() {
        return recording.playback();
    }

    /// The shape whose frame is drawn over the picture; empty shows the picture as it is.
    public ObjectProperty<Optional<Shape>> shapeProperty() {
        return shape;
    }

    /// Draws a shape's frame, or takes it away when it was drawn.
    public void toggle(Shape other) {
        shape.set(shape.get().filter(other::equals).isPresent() ? Optional.empty() : Optional.of(other));
    }

    /// The caption that shows now.
    public Optional<Cue> cueNow() {
        return recording.cueAt(playback().positionProperty().get());
    }

    /// The words in paragraphs: a pause or enough words end one, at the end of a sentence.
    public static List<Manuscript.Paragraph> paragraphs(Transcript transcript) {
        var paragraphs = new ArrayList<Manuscript.Paragraph>();
        var words = new ArrayList<Manuscript.Piece>();
        int id = 0;
        long lastEnd = 0;
        for (Segment segment : transcript.segments()) {
            boolean pause = segment.startMs() - lastEnd >= PARAGRAPH_PAUSE_MS || words.size() >= PARAGRAPH_WORDS;
            if (pause && !words.isEmpty()) {
                paragraphs.add(new Manuscript.Paragraph(words.getFirst().startMs(), words));
                words.clear();
            }
            for (Word word : segment.words()) {
                words.add(piece(id++, word));
            }
            lastEnd = segment.endMs();
        }
        if (!words.isEmpty()) {
            paragraphs.add(new Manuscript.Paragraph(words.getFirst().startMs(), words));
        }
        return paragraphs;
    }

    /// How many sounds of hesitation there are.
    public static long fillers(Transcript transcript) {
        return transcript.words().stream().filter(EditorViewModel::isFiller).count();
    }

    /// What the timeline draws.
    public Timeline timeline(Prepared prepared) {
        var blocks = new ArrayList<Timeline.Block>();
        recording
                .captionsProperty()
                .get()
                .ifPresent(captions -> captions.cues()
                        .forEach(cue -> blocks.add(new Timeline.Block(
                                cue.startMs(),
                                cue.endMs(),
                                cue.text(),
                                !cue.flags().isEmpty()))));
        var marks = new ArrayList<Timeline.Mark>();
        prepared.review()
                .ifPresent(review -> review.findings()
                        .forEach(f -> f.span()
                                .ifPresent(span -> marks.add(new Timeline.Mark(
                                        span.startMs(),
                                        span.endMs(),
                                        findings.title(f),
                                        f.severity() == Finding.Severity.BLOCKS)))));
        return new Timeline(
                prepared.durationMs(),
                blocks,
                marks,
                prepared.shots().stream().map(shot -> shot.startMs()).toList(),
                prepared.strip().map(strip -> strip.picture()),
                prepared.strip().map(strip -> strip.count()).orElse(0),
                prepared.strip().map(strip -> strip.everyMs()).orElse(0L),
                prepared.wave().map(wave -> wave.peaks()).orElse(new float[0]),
                prepared.wave().map(wave -> wave.perSecond()).orElse(0));
    }

    private static Manuscript.Piece piece(int id, Word word) {
        return new Manuscript.Piece(id, word.text(), word.startMs(), word.confidence() < UNSURE, isFiller(word));
    }

    private static boolean isFiller(Word word) {
        String bare = word.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        return FILLERS.contains(bare);
    }
}

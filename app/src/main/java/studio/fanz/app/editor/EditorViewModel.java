package studio.fanz.app.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.fanz.app.control.Manuscript;
import studio.fanz.app.control.Timeline;
import studio.fanz.app.session.FindingWords;
import studio.fanz.app.session.Notices;
import studio.fanz.app.session.OpenRecording;
import studio.fanz.app.session.Playback;
import studio.fanz.app.session.Prepared;
import studio.fanz.assets.Texts;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.caption.Fillers;
import studio.fanz.core.caption.Retakes;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.review.Finding;

/// What the Edit screen shows and does. FX thread only.
public final class EditorViewModel {

    private static final double UNSURE = 0.5;
    private static final long PARAGRAPH_PAUSE_MS = 1_200;
    private static final int PARAGRAPH_WORDS = 45;

    private final OpenRecording recording;
    private final FindingWords findings;
    private final Fillers hesitations;
    private final Notices notices;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Set<Integer>> struck = new ReadOnlyObjectWrapper<>(Set.of());
    private final ObjectProperty<Optional<Shape>> shape = new SimpleObjectProperty<>(Optional.empty());

    /// `hesitations` are the sounds that are marked and may be cut at once.
    public EditorViewModel(
            OpenRecording recording, FindingWords findings, Fillers hesitations, Notices notices, Texts texts) {
        this.recording = recording;
        this.findings = findings;
        this.hesitations = hesitations;
        this.notices = notices;
        this.texts = texts;
        recording.preparedProperty().subscribe(_ -> restrike());
        recording.cut().timelineProperty().subscribe(_ -> restrike());
    }

    /// Ids of the words that are cut out.
    public ReadOnlyObjectProperty<Set<Integer>> struckProperty() {
        return struck.getReadOnlyProperty();
    }

    /// Cuts words out of the recording, or brings them back when they all are cut. One undo takes it back.
    public void toggle(Set<Integer> ids) {
        List<Word> words = words();
        if (ids.isEmpty() || words.isEmpty()) {
            return;
        }
        boolean back = struck.get().containsAll(ids);
        boolean done =
                back ? recording.cut().restore(words, ids) : recording.cut().strike(words, ids, "cut-words");
        if (done) {
            notices.done(
                    texts.get(back ? "editor.words-back" : "editor.words-cut", ids.size()), recording.edits()::undo);
        }
    }

    /// Cuts words out that are still heard, such as all hesitations.
    ///
    /// @param label what the change is called in the list of changes
    public void strike(Set<Integer> ids, String label) {
        if (recording.cut().strike(words(), ids, label)) {
            notices.done(texts.get("editor.words-cut", ids.size()), recording.edits()::undo);
        }
    }

    /// Sounds of hesitation that are still heard.
    public Set<Integer> hesitations() {
        return transcript().map(hesitations::words).map(this::heard).orElse(Set.of());
    }

    /// Words of sentences that were said again later and are still heard: a proposal.
    public Set<Integer> retakes() {
        Set<Integer> said = new TreeSet<>();
        transcript()
                .map(Retakes::find)
                .orElse(List.of())
                .forEach(
                        take -> IntStream.rangeClosed(take.first(), take.last()).forEach(said::add));
        return heard(said);
    }

    /// Words that a search finds: neighbouring words that begin like its words, in order.
    public Set<Integer> find(String query) {
        List<String> wanted = Arrays.stream(query.strip().split("\\s+"))
                .map(EditorViewModel::bare)
                .filter(word -> !word.isEmpty())
                .toList();
        List<Word> words = words();
        Set<Integer> found = new TreeSet<>();
        for (int id = 0; !wanted.isEmpty() && id + wanted.size() <= words.size(); id++) {
            int first = id;
            boolean here = IntStream.range(0, wanted.size())
                    .allMatch(i -> bare(words.get(first + i).text()).startsWith(wanted.get(i)));
            if (here) {
                IntStream.range(first, first + wanted.size()).forEach(found::add);
            }
        }
        return found;
    }

    private Set<Integer> heard(Set<Integer> ids) {
        return ids.stream().filter(id -> !struck.get().contains(id)).collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Transcript> transcript() {
        return recording.preparedProperty().get().flatMap(Prepared::transcript);
    }

    private List<Word> words() {
        return transcript().map(Transcript::words).orElse(List.of());
    }

    private void restrike() {
        struck.set(recording.cut().struck(words()));
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
    public List<Manuscript.Paragraph> paragraphs(Transcript transcript) {
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
                words.add(piece(id++, word, transcript.language()));
            }
            lastEnd = segment.endMs();
        }
        if (!words.isEmpty()) {
            paragraphs.add(new Manuscript.Paragraph(words.getFirst().startMs(), words));
        }
        return paragraphs;
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
                recording.cut().removed(prepared.durationMs()),
                prepared.strip().map(strip -> strip.picture()),
                prepared.strip().map(strip -> strip.count()).orElse(0),
                prepared.strip().map(strip -> strip.everyMs()).orElse(0L),
                prepared.wave().map(wave -> wave.peaks()).orElse(new float[0]),
                prepared.wave().map(wave -> wave.perSecond()).orElse(0));
    }

    private Manuscript.Piece piece(int id, Word word, String language) {
        return new Manuscript.Piece(
                id,
                word.text(),
                word.startMs(),
                word.confidence() < UNSURE,
                hesitations.isFiller(language, word.text()));
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "");
    }
}

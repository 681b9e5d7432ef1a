package studio.fanz.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.edit.Cuts;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.TimelineEdit;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.timeline.Clip;
import studio.fanz.core.timeline.Content;
import studio.fanz.core.timeline.SourceMap;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.core.timeline.Track;

class CutCaptionsTest {

    /// 80 words of a quarter second, one every 300 ms: 24 s.
    private static final List<Word> WORDS = IntStream.range(0, 80)
            .mapToObj(i -> new Word("w" + i, i * 300L, i * 300L + 250, 0.9))
            .toList();
    private static final Transcript TALK = new Transcript(
            "en", 1, new ModelUse("whisper-base", "1", ""), List.of(new Segment("", 0, 24_000, WORDS)), List.of());
    private static final long FRAMES = 720;

    @Test
    void theWordsOfACutThatGoBetweenTwoOthersAreOneCaptionStill() {
        Project cut = cut(frame(1200), frame(1500));
        List<Cue> cues = CutCaptions.of(cut, TALK).cues();
        assertThat(cues.getFirst().text()).isEqualTo("w0 w1 w2 w3");
        assertThat(cues.getFirst().endMs()).isLessThanOrEqualTo(1250);
        assertThat(cues.get(1).text()).isEqualTo("w5 w6 w7 w8 w9");
        assertThat(cues.get(1).startMs()).isBetween(1180L, 1220L);
    }

    @Test
    void aWordInTheMiddleOfACaptionGoesOutOfItsText() {
        Project cut = cut(frame(600), frame(900));
        assertThat(CutCaptions.of(cut, TALK).cues().getFirst().text()).isEqualTo("w0 w1 w3 w4");
    }

    @Test
    void correctedTextIsDealtOutWhenHalfOfItsWordsGo() {
        Project project = project();
        var corrected = new ProjectCue(
                0,
                4,
                List.of(),
                Optional.of(List.of("One two", "three four five")),
                Optional.empty(),
                Optional.empty(),
                List.of());
        Project cut = new Edit.Compound(
                        "x",
                        List.of(new Edit.ChangeCue(0, corrected), new TimelineEdit.RippleDelete(frame(0), frame(600))))
                .apply(project);
        assertThat(CutCaptions.of(cut, TALK).cues().getFirst().lines()).containsExactly("three four five");
    }

    @Test
    void inTenThousandRandomChangesNoHeardWordLosesItsTimeAndNoneSoundsOutsideItsCaption() {
        var random = new Random(7);
        Project project = project();
        int made = 0;
        for (int i = 0; made < 10_000; i++) {
            Edit edit = Cuts.next(random, project.timeline().orElseThrow());
            try {
                project = edit.apply(project);
            } catch (IllegalArgumentException refused) {
                continue;
            }
            made++;
            long clips = project.timeline().orElseThrow().clips().count();
            if (made % 10 == 0) {
                check(project, "edit " + i + ", " + edit);
            }
            if (clips > 60 || project.timeline().orElseThrow().tracks().size() > 8) {
                project = project();
            }
        }
    }

    private static void check(Project project, String when) {
        SourceMap map = SourceMap.of(project.timeline().orElseThrow(), project.asset());
        List<HeardWord> heard = HeardWord.all(WORDS, map);
        List<Cue> cues = CutCaptions.of(project, TALK).cues();
        for (HeardWord word : heard) {
            assertThat(cues)
                    .as("%s: %s", when, word)
                    .anyMatch(cue -> cue.firstWord() <= word.id()
                            && cue.lastWord() >= word.id()
                            && cue.startMs() <= word.startMs()
                            && cue.endMs() >= word.endMs()
                            && cue.text().lines().anyMatch(l -> (" " + l + " ").contains(" w" + word.id() + " ")));
        }
        for (int id : sounding(project.timeline().orElseThrow())) {
            assertThat(heard).as("%s: word %s", when, id).anyMatch(word -> word.id() == id);
        }
    }

    /// Another way to the same: which words are heard whole, sample by sample, at the recording's own pace.
    private static List<Integer> sounding(Timeline line) {
        var found = new ArrayList<Integer>();
        boolean anySound = line.tracks().stream()
                .filter(t -> t.kind() == Track.Kind.AUDIO && !t.muted())
                .flatMap(t -> t.clips().stream())
                .anyMatch(CutCaptionsTest::audible);
        for (Track track : line.tracks()) {
            boolean counts = track.kind() == (anySound ? Track.Kind.AUDIO : Track.Kind.VIDEO) && !track.muted();
            for (Clip clip : counts ? track.clips() : List.<Clip>of()) {
                if (audible(clip) && clip.content() instanceof Content.Media media) {
                    double from = media.in().toDouble() * 1000;
                    double to = media.at(clip.length(), line.rate()).toDouble() * 1000;
                    for (int id = 0; id < WORDS.size(); id++) {
                        if (WORDS.get(id).startMs() >= from && WORDS.get(id).endMs() <= to) {
                            found.add(id);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static boolean audible(Clip clip) {
        return clip.content() instanceof Content.Media media
                && media.asset().equals(Cuts.TALK)
                && !clip.sound().silent();
    }

    private static Project cut(long from, long to) {
        return new TimelineEdit.RippleDelete(from, to).apply(project());
    }

    private static long frame(long ms) {
        return Cuts.talk(FRAMES).toFrame(ms);
    }

    private static Project project() {
        List<ProjectCue> cues = IntStream.range(0, 16)
                .mapToObj(i -> new ProjectCue(
                        5 * i,
                        5 * i + 4,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(i * 1500L + 1450),
                        List.of()))
                .toList();
        return new Edit.SetCues("en", "", cues).apply(Cuts.project(FRAMES));
    }
}

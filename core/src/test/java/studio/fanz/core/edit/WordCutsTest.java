package studio.fanz.core.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.fanz.core.caption.Word;
import studio.fanz.core.project.HeardWord;
import studio.fanz.core.project.Project;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;
import studio.fanz.core.timeline.Clip;
import studio.fanz.core.timeline.Content;
import studio.fanz.core.timeline.SourceMap;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.core.timeline.Track;

class WordCutsTest {

    private static final long FRAMES = 720;
    private static final List<Word> WORDS = words();

    /// Words of 120 to 400 ms with pauses of 0 to 900 ms between them, in about 24 s.
    private static List<Word> words() {
        var random = new Random(11);
        var words = new java.util.ArrayList<Word>();
        long at = 300;
        while (at < 22_500) {
            long end = at + random.nextLong(120, 400);
            words.add(new Word("w" + words.size(), at, end, 0.9));
            at = end + (random.nextInt(3) == 0 ? random.nextLong(900) : random.nextLong(40));
        }
        return words;
    }

    @Property(tries = 200)
    void struckWordsAreNotHeardAndAllOthersAreUnclipped(@ForAll long seed) {
        Set<Integer> struck = some(seed);
        Timeline cut = strike(talk(), struck);
        List<HeardWord> heard = heard(cut);
        assertThat(heard.stream().map(HeardWord::id))
                .containsExactlyElementsOf(IntStream.range(0, WORDS.size())
                        .filter(id -> !struck.contains(id))
                        .boxed()
                        .toList());
        for (HeardWord word : heard) {
            Word said = WORDS.get(word.id());
            // A cut lies on a frame: half of one, 17 ms, at either end.
            assertThat(word.endMs() - word.startMs())
                    .as("%s", word)
                    .isBetween(said.endMs() - said.startMs() - 35, said.endMs() - said.startMs() + 2);
        }
    }

    @Property(tries = 100)
    void wordsBroughtBackInAnyOrderGiveTheRecordingAsItWas(@ForAll long seed) {
        Set<Integer> struck = some(seed);
        Timeline now = strike(talk(), struck);
        var order = new java.util.ArrayList<>(struck);
        java.util.Collections.shuffle(order, new Random(seed));
        for (int id : order) {
            Optional<Edit> back = cuts(now).restore(Set.of(id), "x");
            now = back.isPresent() ? applied(back.get(), now) : now;
        }
        assertThat(heard(now).stream().map(HeardWord::id))
                .containsExactlyElementsOf(
                        IntStream.range(0, WORDS.size()).boxed().toList());
        Timeline all = applied(cuts(strike(talk(), struck)).restore(struck, "x").orElseThrow(), strike(talk(), struck));
        assertThat(all.length()).isEqualTo(FRAMES);
        assertThat(all.tracks().getFirst().clips()).hasSize(1);
    }

    @Test
    void thePauseBeforeAStruckWordStaysAndTheOneAfterItGoes() {
        List<Word> words =
                List.of(new Word("a", 0, 500, 1), new Word("um", 1000, 1400, 1), new Word("b", 2000, 2500, 1));
        Span stretch = WordCuts.stretch(words, 1, 1);
        assertThat(stretch).isEqualTo(new Span(920, 1920));
    }

    @Test
    void aMovedWordIsHeardBeforeTheOtherAndNothingIsLost() {
        Edit move = cuts(talk()).move(Set.of(20, 21, 22), 5, "move-words").orElseThrow();
        List<Integer> order =
                heard(applied(move, talk())).stream().map(HeardWord::id).toList();
        assertThat(order.subList(0, 10)).containsExactly(0, 1, 2, 3, 4, 20, 21, 22, 5, 6);
        assertThat(order).hasSize(WORDS.size());
        assertThat(applied(move, talk()).length()).isEqualTo(FRAMES);
    }

    @Test
    void pictureAndSoundStayTogetherAtEveryCut() {
        Timeline cut = strike(talk(), Set.of(3, 8, 9, 15, 40));
        List<Clip> pictures = cut.tracks().getFirst().clips();
        List<Clip> sounds = cut.tracks().getLast().clips();
        assertThat(pictures).hasSameSizeAs(sounds).hasSizeGreaterThan(4);
        for (int i = 0; i < pictures.size(); i++) {
            assertThat(pictures.get(i).content()).isEqualTo(sounds.get(i).content());
            assertThat(pictures.get(i).start()).isEqualTo(sounds.get(i).start());
        }
    }

    @Test
    void strikingWhatIsNotHeardChangesNothing() {
        Timeline cut = strike(talk(), Set.of(7));
        assertThat(cuts(cut).strike(Set.of(7), "x")).isEmpty();
        assertThat(cuts(cut).strike(Set.of(), "x")).isEmpty();
        assertThat(cuts(talk()).restore(Set.of(7), "x")).isEmpty();
    }

    private static Set<Integer> some(long seed) {
        var random = new Random(seed);
        return IntStream.range(0, WORDS.size())
                .filter(_ -> random.nextInt(4) == 0)
                .boxed()
                .collect(Collectors.toSet());
    }

    private static WordCuts cuts(Timeline line) {
        return new WordCuts(line, Cuts.TALK, WORDS);
    }

    private static Timeline strike(Timeline line, Set<Integer> ids) {
        return cuts(line)
                .strike(ids, "cut-words")
                .map(edit -> applied(edit, line))
                .orElse(line);
    }

    private static Timeline applied(Edit edit, Timeline line) {
        Project project = Edits.fresh().withTimeline(Optional.of(line));
        Project after = edit.apply(project);
        assertThat(edit.inverse(project).apply(after)).isEqualTo(project);
        return after.timeline().orElseThrow();
    }

    private static List<HeardWord> heard(Timeline line) {
        return HeardWord.all(WORDS, SourceMap.of(line, Cuts.TALK));
    }

    private static Timeline talk() {
        Rational end = new Rational(FRAMES, 1).times(Cuts.RATE.inverse());
        var content = Content.Media.of(Cuts.TALK, Rational.ZERO, end);
        return new Timeline(
                Cuts.RATE,
                List.of(
                        Track.empty(Track.Kind.VIDEO, "").with(Stream.of(Clip.of(1, 3, content, 0, FRAMES))),
                        Track.empty(Track.Kind.AUDIO, "").with(Stream.of(Clip.of(2, 3, content, 0, FRAMES)))),
                List.of());
    }
}

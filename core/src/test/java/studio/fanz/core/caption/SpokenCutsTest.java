package studio.fanz.core.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.time.Span;

/// What may be cut of speech: hesitation, pauses, sentences said again, and what was struck on paper.
class SpokenCutsTest {

    private static final Fillers FILLERS = Fillers.parse("language,word\nen,um\nen,uh\nde,äh\n");

    @Test
    void hesitationIsFoundByLanguageWhateverItsCaseAndComma() {
        Transcript talk = said("en", "Um, this is, uh, the the way we do. It is very very good.");
        assertThat(texts(talk, FILLERS.words(talk))).containsExactly("Um,", "uh,", "the");
        assertThat(FILLERS.words(said("de", "Das ist um äh acht."))).containsExactly(3);
        assertThat(FILLERS.words(said("xx", "um uh"))).isEmpty();
    }

    @Test
    void speechWithoutAWordIsFoundBetweenWords() {
        List<Word> words = List.of(new Word("so", 1000, 1300, 1), new Word("well", 2400, 2700, 1));
        List<Span> speech = List.of(new Span(900, 2800), new Span(4000, 4200), new Span(5000, 5400));
        assertThat(Fillers.unheard(speech, words)).containsExactly(new Span(1380, 2320), new Span(5000, 5400));
    }

    @Property(tries = 300)
    void noWordIsEverTouchedByASilenceAndABreathIsLeft(@ForAll long seed) {
        var random = new Random(seed);
        List<Word> words = new ArrayList<>();
        List<Span> speech = new ArrayList<>();
        long at = random.nextLong(3000);
        while (at < 30_000) {
            long end = at + random.nextLong(50, 600);
            words.add(new Word("w", at, end, 1));
            if (random.nextBoolean()) {
                speech.add(new Span(at + 20, end + random.nextLong(300)));
            }
            at = end + random.nextLong(3000);
        }
        List<Span> removed = Silences.find(speech, words, 40_000, 600, 120);
        for (Span span : removed) {
            assertThat(words).noneMatch(w -> w.startMs() < span.endMs() + 120 && w.endMs() > span.startMs() - 120);
            assertThat(speech).noneMatch(span::overlaps);
            assertThat(span.lengthMs()).isGreaterThanOrEqualTo(600 - 240);
        }
        List<Span> kept = Silences.kept(removed, 40_000);
        long sum = removed.stream().mapToLong(Span::lengthMs).sum()
                + kept.stream().mapToLong(Span::lengthMs).sum();
        assertThat(sum).isEqualTo(40_000);
    }

    @Test
    void aRecordingWithoutSpeechIsLeftAlone() {
        assertThat(Silences.find(List.of(), List.of(), 10_000, 600, 120)).isEmpty();
    }

    @Test
    void theLastTakeOfASentenceStays() {
        Transcript talk = said(
                "en",
                "Welcome to the kitchen. Today we are going to bake. Sorry. "
                        + "Today we are going to bake a rocket cake. It is fun.");
        List<Retakes.Retake> found = Retakes.find(talk);
        assertThat(found).hasSize(1);
        assertThat(texts(talk, ids(found.getFirst().first(), found.getFirst().last())))
                .containsExactly("Today", "we", "are", "going", "to", "bake.", "Sorry.");
        assertThat(talk.words().get(found.getFirst().keptFirst()).text()).isEqualTo("Today");
    }

    @Test
    void threeTakesLeaveTheThird() {
        Transcript talk = said("en", "So this is the first. So this is the first one. So this is the first one here.");
        assertThat(Retakes.find(talk).stream()
                        .mapToInt(r -> r.last() - r.first() + 1)
                        .sum())
                .isEqualTo(11);
    }

    @Test
    void differentSentencesAndShortOnesAreNotTakes() {
        Transcript talk =
                said("en", "Right. Right. We mix the flour with milk. We pour the sugar into water. Done. Done.");
        assertThat(Retakes.find(talk)).isEmpty();
    }

    @Property(tries = 300)
    void whatIsStruckOnPaperComesBackExactly(@ForAll long seed) {
        var random = new Random(seed);
        Transcript talk =
                said("en", "One ~two~ `three` four. Five\\six seven, eight! Nine ten eleven? " + "so on ".repeat(30));
        Set<Integer> struck = IntStream.range(0, talk.words().size())
                .filter(_ -> random.nextInt(3) == 0)
                .boxed()
                .collect(Collectors.toSet());
        String page = PaperEdit.write("Talk", talk, struck);
        assertThat(PaperEdit.read(page, talk.words().size())).containsExactlyInAnyOrderElementsOf(struck);
    }

    @Test
    void linesTakenOutOrStruckWholeAreCuts() {
        Transcript talk = said("en", "One two. Three four. Five six. Seven eight.");
        List<String> lines = PaperEdit.write("", talk, Set.of()).lines().toList();
        String page =
                lines.get(2) + "\n~~" + lines.get(3) + "~~\n" + lines.get(5).replace("eight.", "~~ate~~");
        assertThat(PaperEdit.read(page, 8)).containsExactlyInAnyOrder(2, 3, 4, 5, 7);
    }

    @Test
    void aPageOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> PaperEdit.read("# Shopping\n- milk\n", 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PaperEdit.read("- `0-9 0:00` a b\n", 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void noTextBreaksTheReader(@ForAll String text) {
        try {
            assertThat(PaperEdit.read(text + "\n- `0-1 0:00`" + text, 2)).isSubsetOf(0, 1);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageNotContaining("index");
        }
    }

    private static Set<Integer> ids(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static List<String> texts(Transcript talk, Set<Integer> ids) {
        return ids.stream().map(id -> talk.words().get(id).text()).toList();
    }

    private static Transcript said(String language, String text) {
        var words = new ArrayList<Word>();
        for (String word : text.split(" ")) {
            words.add(new Word(word, words.size() * 400L, words.size() * 400L + 350, 1));
        }
        var segment = new Segment(text, 0, words.size() * 400L, words);
        return new Transcript(language, 1, new ModelUse("whisper-base", "1", ""), List.of(segment), List.of());
    }
}

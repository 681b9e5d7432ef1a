package studio.fanz.media.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.media.MediaException;
import studio.fanz.media.ffmpeg.ChildSoundReader;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.ffmpeg.FfprobeProber;
import studio.fanz.media.speech.Transcriber;

/// The whole way from sound to words, with the delivered models.
class TranscriberTest {

    private static final Path SAMPLE = Path.of(System.getProperty("fanz.assets"), "sample");
    private static final String JFK = "and so my fellow americans ask not what your country can do for you ask what you"
            + " can do for your country";

    @Test
    void theSampleGivesItsTextAndItsWordsStartWhereTheySound() throws Exception {
        Ffmpeg tools = Ffmpeg.load();
        Path file = SAMPLE.resolve("first-steps.mp4");
        MediaFacts facts = new FfprobeProber(tools).probe(file, JobContext.silent());
        Recorder recorder = new Recorder();
        Transcript transcript = new Transcriber(SpeechModels.VAD, SpeechModels.WHISPER, new ChildSoundReader(tools))
                .transcribe(file, facts, Transcriber.Options.automatic(), recorder, recorder);

        assertThat(transcript.language()).isEqualTo("en");
        assertThat(transcript.languageConfidence()).isBetween(0.9, 1.0);
        assertThat(plain(transcript)).isEqualTo(plainVectors());
        assertInOrder(transcript);
        assertThat(recorder.heard).isEqualTo(transcript.segments());
        assertThat(recorder.progress).isNotEmpty().isSortedAccordingTo((a, b) -> Long.compare(a.done(), b.done()));
        assertThat(recorder.progress.getLast().done()).isEqualTo(facts.durationMs());
        assertStarts(transcript.words());
    }

    /// Words that are spelled as in the truth, against their labelled starts: the project's goal.
    private static void assertStarts(List<Word> words) throws Exception {
        List<String[]> truth = Files.readAllLines(SAMPLE.resolve("words.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .toList();
        List<Long> errors = new ArrayList<>();
        int at = 0;
        for (Word word : words) {
            for (int i = at; i < Math.min(truth.size(), at + 6); i++) {
                if (plain(truth.get(i)[0]).equals(plain(word.text()))) {
                    errors.add(Math.abs(Long.parseLong(truth.get(i)[1]) - word.startMs()));
                    at = i + 1;
                    break;
                }
            }
        }
        errors.sort(Long::compare);
        assertThat(errors).hasSizeGreaterThan(125);
        assertThat(errors.get(errors.size() / 2)).isLessThanOrEqualTo(50);
        assertThat(errors.get(errors.size() * 95 / 100)).isLessThanOrEqualTo(150);
    }

    @Test
    void soundWithoutSpeechGivesNoWords() throws Exception {
        for (Sounds sound : Sounds.values()) {
            Transcript transcript = transcribe(sound.seconds(20));
            assertThat(transcript.words()).as(sound.name()).isEmpty();
            assertThat(transcript.notes()).as(sound.name()).containsExactly("no-speech");
            assertThat(transcript.language()).isEmpty();
        }
    }

    @Test
    void nothingIsAddedInTheSilenceAndNoiseAfterSpeech() throws Exception {
        float[] jfk = SpeechModels.jfk();
        float[] quiet = Arrays.copyOf(jfk, jfk.length + 30 * 16_000);
        assertThat(plain(transcribe(quiet))).isEqualTo(JFK);
        float[] noise = Sounds.WHITE_NOISE.seconds(41);
        for (int i = jfk.length; i < quiet.length; i++) {
            quiet[i] += noise[i] * 0.2f;
        }
        assertThat(plain(transcribe(quiet))).isEqualTo(JFK);
    }

    @Test
    void longSpeechIsNotCutInsideWords() throws Exception {
        int times = 11;
        Transcript transcript = transcribe(new SoundInMemory(SpeechModels.jfk(), times));
        assertInOrder(transcript);
        assertThat(plain(transcript)).isEqualTo(String.join(" ", Collections.nCopies(times, JFK)));
        List<Word> words = transcript.words();
        int each = words.size() / times;
        for (int i = each; i < words.size(); i++) {
            long apart = words.get(i).startMs() - words.get(i - each).startMs();
            assertThat(apart).as(words.get(i).text()).isBetween(10_600L, 11_400L);
        }
    }

    @Test
    void theLanguageCanBeChosen() throws Exception {
        SoundInMemory sound = new SoundInMemory(SpeechModels.jfk());
        Transcript transcript = transcriber(sound)
                .transcribe(
                        SoundInMemory.NO_FILE,
                        sound.facts(),
                        new Transcriber.Options(Optional.of("en")),
                        fresh -> {},
                        JobContext.silent());
        assertThat(transcript.languageConfidence()).isEqualTo(1);
        assertThat(transcript.language()).isEqualTo("en");
        assertThatThrownBy(() -> transcriber(sound)
                        .transcribe(
                                SoundInMemory.NO_FILE,
                                sound.facts(),
                                new Transcriber.Options(Optional.of("tlh")),
                                fresh -> {},
                                JobContext.silent()))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        e -> assertThat(e.code()).isEqualTo(MediaException.Code.LANGUAGE_UNKNOWN));
    }

    @Test
    void cancellingStopsInsideANetworkCallAndTheModelsGoOnWorking() throws Exception {
        SoundInMemory sound = new SoundInMemory(SpeechModels.jfk(), 20);
        CancelledAfter job = new CancelledAfter(40);
        assertThatThrownBy(() -> transcriber(sound)
                        .transcribe(
                                SoundInMemory.NO_FILE,
                                sound.facts(),
                                Transcriber.Options.automatic(),
                                fresh -> job.cancel(),
                                job))
                .isInstanceOf(CancellationException.class);
        assertThat(plain(transcribe(SpeechModels.jfk()))).isEqualTo(JFK);
    }

    private static Transcriber transcriber(SoundInMemory sound) {
        return new Transcriber(SpeechModels.VAD, SpeechModels.WHISPER, sound);
    }

    private static Transcript transcribe(float[] samples) throws Exception {
        return transcribe(new SoundInMemory(samples));
    }

    private static Transcript transcribe(SoundInMemory sound) throws Exception {
        return transcriber(sound)
                .transcribe(
                        SoundInMemory.NO_FILE,
                        sound.facts(),
                        Transcriber.Options.automatic(),
                        fresh -> {},
                        JobContext.silent());
    }

    private static void assertInOrder(Transcript transcript) {
        long end = 0;
        for (Word word : transcript.words()) {
            assertThat(word.text()).isNotBlank().doesNotStartWith(" ").doesNotEndWith(" ");
            assertThat(word.startMs()).as(word.text()).isGreaterThanOrEqualTo(end);
            assertThat(word.endMs()).as(word.text()).isGreaterThanOrEqualTo(word.startMs());
            assertThat(word.confidence()).isBetween(0.0, 1.0);
            end = word.endMs();
        }
    }

    private static String plain(Transcript transcript) {
        return plain(String.join(
                " ", transcript.segments().stream().map(Segment::text).toList()));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}$.' ]", "")
                .replaceAll("\\.(?!\\d)", "")
                .strip();
    }

    private static String plainVectors() {
        List<String> texts = new ArrayList<>();
        SpeechModels.vectors("first-steps.json")
                .path("greedy")
                .path("segments")
                .forEach(segment -> texts.add(segment.path("text").asText().strip()));
        return plain(String.join(" ", texts));
    }

    private static final class Recorder implements Transcriber.Listener, JobContext {

        private final List<Segment> heard = new ArrayList<>();
        private final List<Progress> progress = new ArrayList<>();

        @Override
        public void heard(List<Segment> fresh) {
            heard.addAll(fresh);
        }

        @Override
        public void report(Progress step) {
            progress.add(step);
        }

        @Override
        public void checkpoint() {}

        @Override
        public Registration onCancel(Runnable stop) {
            return () -> {};
        }
    }
}

package studio.fanz.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;
import studio.fanz.core.timeline.Clip;
import studio.fanz.core.timeline.Content;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.core.timeline.Track;
import studio.fanz.media.play.EditList;
import studio.fanz.media.play.EditList.Stretch;
import studio.fanz.media.play.Player;

class PlaybackTest {

    private static final Asset.Id TALK = new Asset.Id(new UUID(0, 1));
    private static final Asset.Id OTHER = new Asset.Id(new UUID(0, 2));
    private static final Rational RATE = new Rational(30_000, 1001);

    private final PaperPlayer player = new PaperPlayer();
    private final Playback playback = new Playback(
            new Activity(new HandCrankedJobs()),
            (_, _, _, _, _) -> {
                throw new AssertionError("a player needs no stills");
            },
            Optional.of(_ -> player),
            Runnable::run);

    @Test
    void thePlayerIsToldWhatIsKeptWheneverThatChanges() {
        playback.open(talk(), 0);
        EditList first = EditList.of(List.of(new Stretch(Rational.ZERO, Rational.ONE)));
        playback.keep(first);
        playback.keep(EditList.of(List.of(new Stretch(Rational.ZERO, Rational.ONE))));
        playback.keep(EditList.ALL);
        assertThat(player.asked).containsExactly("open", "seek 0", "keep 1", "keep 0");
    }

    @Test
    void anotherRecordingBeginsWithAllOfItself() {
        playback.open(talk(), 0);
        EditList cut = EditList.of(List.of(new Stretch(Rational.ZERO, Rational.ONE)));
        playback.keep(cut);
        playback.open(talk(), 500);
        playback.keep(EditList.ALL);
        playback.keep(cut);
        assertThat(player.asked).containsExactly("open", "seek 0", "keep 1", "open", "seek 500", "keep 1");
    }

    @Test
    void keptRangesAreExactAndInTheOrderOfTheTimeline() {
        Timeline line =
                line(Track.Kind.VIDEO, clip(1, TALK, 300, 0, 30), clip(2, OTHER, 0, 30, 10), clip(3, TALK, 60, 40, 15));
        assertThat(KeptRanges.of(line, TALK))
                .isEqualTo(EditList.of(List.of(new Stretch(at(300), at(330)), new Stretch(at(60), at(75)))));
    }

    @Test
    void aSplitWithoutACutIsNoSeam() {
        Timeline line = line(Track.Kind.VIDEO, clip(1, TALK, 10, 0, 20), clip(2, TALK, 30, 20, 5));
        assertThat(KeptRanges.of(line, TALK)).isEqualTo(EditList.of(List.of(new Stretch(at(10), at(35)))));
    }

    @Test
    void aTimelineWithoutTheRecordingPlaysAllOfIt() {
        Timeline line = line(Track.Kind.AUDIO, clip(1, OTHER, 10, 0, 20));
        assertThat(KeptRanges.of(line, TALK)).isEqualTo(EditList.ALL);
    }

    private static Timeline line(Track.Kind kind, Clip... clips) {
        return new Timeline(RATE, List.of(Track.empty(kind, "").with(Stream.of(clips))), List.of());
    }

    private static Clip clip(long id, Asset.Id of, long sourceFrame, long start, long length) {
        return Clip.of(id, 0, Content.Media.of(of, at(sourceFrame), at(9000)), start, length);
    }

    private static Rational at(long frame) {
        return new Rational(frame, 1).times(RATE.inverse());
    }

    private static Asset talk() {
        var facts = new MediaFacts(
                AssetKind.AUDIO, "wav", 1, 10_000, Optional.empty(), List.of(), List.of(), true, false, 0, Map.of());
        return new Asset(TALK, new ContentHash("0".repeat(64)), Path.of("talk.wav"), "talk", facts, Instant.EPOCH);
    }

    /// Writes down what it is asked.
    private static final class PaperPlayer implements Player {

        private final List<String> asked = new ArrayList<>();

        @Override
        public void open(Path file, MediaFacts facts) {
            asked.add("open");
        }

        @Override
        public void unload() {
            asked.add("unload");
        }

        @Override
        public void play() {
            asked.add("play");
        }

        @Override
        public void pause() {
            asked.add("pause");
        }

        @Override
        public void seek(long ms) {
            asked.add("seek " + ms);
        }

        @Override
        public void step(int frames) {
            asked.add("step " + frames);
        }

        @Override
        public void rate(double rate) {
            asked.add("rate " + rate);
        }

        @Override
        public void keep(EditList kept) {
            asked.add("keep " + kept.kept().size());
        }

        @Override
        public void loop(Optional<Span> between) {
            asked.add("loop");
        }

        @Override
        public void proxy(Path file) {
            asked.add("proxy");
        }

        @Override
        public Stats stats() {
            return Stats.NONE;
        }

        @Override
        public void volume(double volume) {
            asked.add("volume " + volume);
        }

        @Override
        public void fit(int maxWidth, int maxHeight) {
            asked.add("fit");
        }

        @Override
        public boolean audible() {
            return false;
        }

        @Override
        public void close() {
            asked.add("close");
        }
    }
}

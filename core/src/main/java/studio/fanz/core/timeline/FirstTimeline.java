package studio.fanz.core.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.time.Rational;

/// The timeline a recording begins with: all of it, picture and sound linked.
public final class FirstTimeline {

    /// How long a picture stands.
    private static final int STILL_SECONDS = 5;

    /// A sound alone is cut to the millisecond.
    private static final Rational SOUND_RATE = new Rational(1000, 1);

    /// Rates that cameras and screens have; a varying rate is conformed to the nearest.
    private static final List<Rational> USUAL = List.of(
            new Rational(24_000, 1001),
            new Rational(24, 1),
            new Rational(25, 1),
            new Rational(30_000, 1001),
            new Rational(30, 1),
            new Rational(48, 1),
            new Rational(50, 1),
            new Rational(60_000, 1001),
            new Rational(60, 1),
            new Rational(120, 1));

    private FirstTimeline() {}

    /// The whole recording.
    public static Timeline of(Asset asset) {
        MediaFacts facts = asset.facts();
        Rational rate = facts.video().map(FirstTimeline::rate).orElse(SOUND_RATE);
        long length = Math.max(1, length(facts, rate));
        Rational end = new Rational(length, 1).times(rate.inverse());
        var content = Content.Media.of(asset.id(), Rational.ZERO, end);
        boolean both = facts.video().isPresent() && facts.hasAudio();
        long link = both ? 3 : 0;
        var tracks = new ArrayList<Track>();
        if (facts.video().isPresent()) {
            tracks.add(Track.empty(Track.Kind.VIDEO, "").with(Stream.of(Clip.of(1, link, content, 0, length))));
        }
        if (facts.hasAudio()) {
            tracks.add(Track.empty(Track.Kind.AUDIO, "").with(Stream.of(Clip.of(2, link, content, 0, length))));
        }
        return new Timeline(rate, tracks, List.of());
    }

    private static Rational rate(VideoFacts video) {
        Rational found = video.frameRate();
        boolean plausible = found.num() > 0 && found.toDouble() >= 1 && found.toDouble() <= 240;
        if (plausible && !video.variableRate()) {
            return found;
        }
        double near = plausible ? found.toDouble() : 30;
        return USUAL.stream()
                .min(java.util.Comparator.comparingDouble(rate -> Math.abs(rate.toDouble() - near)))
                .orElseThrow();
    }

    /// Sound and picture seldom end together; the longer counts, the other then stands still or is silent.
    private static long length(MediaFacts facts, Rational rate) {
        if (facts.kind() == AssetKind.IMAGE) {
            return new Rational(STILL_SECONDS, 1).times(rate).floor();
        }
        boolean counted = facts.video().filter(v -> !v.variableRate()).isPresent();
        long frames = counted ? facts.video().orElseThrow().frames() : 0;
        long ms = LongStream.of(
                        facts.video().map(VideoFacts::durationMs).orElse(0L),
                        facts.video().isPresent() ? 0 : facts.durationMs())
                .max()
                .orElse(0);
        long fromMs = Math.round((ms > 0 ? ms : facts.durationMs()) * rate.toDouble() / 1000);
        return frames > 0 ? frames : fromMs;
    }
}

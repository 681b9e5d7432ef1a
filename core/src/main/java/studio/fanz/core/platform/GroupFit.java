package studio.fanz.core.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.platform.GroupRows.Range;
import studio.fanz.core.platform.GroupRows.Tier;
import studio.fanz.core.platform.RenditionSpec.Picture;
import studio.fanz.core.platform.RenditionSpec.SafeZone;
import studio.fanz.core.platform.RenditionSpec.Sound;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;

/// Works out the one file that serves a group of targets best.
///
/// @param source     the recording
/// @param video      its picture
/// @param targets    the group, all wanting the same frame
/// @param limits     all rows
/// @param moment     the stretch to show, empty = all of it
/// @param durationMs its length
record GroupFit(
        MediaFacts source,
        VideoFacts video,
        List<Target> targets,
        Limits limits,
        Optional<Span> moment,
        long durationMs) {

    /// What an H.264 file of good quality takes, in bits per pixel; below it the reader is told.
    private static final double GOOD_BITS_PER_PIXEL = 0.08;

    /// Container overhead and rate control that overshoots a little.
    private static final double FILE_SHARE = 0.95;

    private static final double USUAL_GOP_SECONDS = 2;
    private static final int USUAL_B_FRAMES = 2;

    /// The spec. It may still break a row that no file of this source can obey; [#broken] says so.
    RenditionSpec spec() {
        boolean image = source.kind() == AssetKind.IMAGE;
        Circumstances known = Circumstances.usual().with("media", image ? "image" : "video");
        Frames.Frame frame = frame(known);
        known = known.with("height", String.valueOf(Math.min(frame.width(), frame.height())));
        Rational rate = image ? Rational.ZERO : frameRate(known);
        known = known.with("rate", rate.toDouble() > 30.05 ? "high" : "standard");
        return complete(new GroupRows(limits, targets, known), frame, rate, image);
    }

    /// The first official row that a spec breaks, with what it would have.
    static Optional<Limit> broken(RenditionSpec spec, Target target, Limits limits, Tier tier) {
        MediaFacts facts = ExpectedFacts.of(spec);
        var rows = new GroupRows(limits, List.of(target), Circumstances.usual().of(facts));
        return limits.of(target.id()).stream()
                .map(Limit::name)
                .distinct()
                .filter(limit -> Measures.concerns(limit) && !LimitBounds.CHECKED_APART.contains(limit))
                .flatMap(limit -> rows.rows(limit, tier).stream())
                .filter(row -> Rules.broken(row, LimitBounds.measure(row.name(), facts, spec)))
                .findFirst();
    }

    private RenditionSpec complete(GroupRows rows, Frames.Frame frame, Rational rate, boolean image) {
        Optional<Sound> sound = image || !source.hasAudio() ? Optional.empty() : Optional.of(sound(rows));
        double good = GOOD_BITS_PER_PIXEL * frame.width() * frame.height() * rate.toDouble();
        long soundBps = sound.map(Sound::bitRate).orElse(0L);
        Range size = size(rows, soundBps, good);
        Picture picture = picture(rows, frame, rate, image, bound(size, soundBps));
        return new RenditionSpec(
                targets.stream().map(Target::id).toList(),
                moment,
                image ? 0 : durationMs,
                container(rows, image),
                true,
                picture,
                sound,
                (long) size.min(),
                size.max() == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : (long) size.max(),
                safeZone(rows),
                notes(frame, rate, image, picture.maxBps() < good));
    }

    private Frames.Frame frame(Circumstances known) {
        Frames.Frame natural = Frames.natural(targets.getFirst(), video);
        var rows = new GroupRows(limits, targets, known);
        for (Tier tier : List.of(Tier.BINDING, Tier.OFFICIAL)) {
            Range factor = LimitBounds.sizeFactor(rows, natural, tier);
            if (factor.possible()) {
                Optional<Frames.Frame> fitting = Frames.fitting(
                        natural,
                        targets.getFirst().aspect(),
                        factor.nearest(1),
                        (w, h) -> LimitBounds.sizeAllowed(rows, tier, w, h));
                if (fitting.isPresent()) {
                    return fitting.get();
                }
            }
        }
        return natural;
    }

    private Rational frameRate(Circumstances known) {
        Range range = new GroupRows(limits, targets, known).closestRange("fps_min", "fps_max", Tier.BINDING);
        return FrameRates.conform(video.frameRate(), video.variableRate(), range.min(), range.max());
    }

    private String container(GroupRows rows, boolean image) {
        List<String> own = targets.stream()
                .map(Target::container)
                .filter(name -> !name.isEmpty() && image == isPicture(name))
                .toList();
        List<String> candidates = own.isEmpty() ? List.of(image ? "jpg" : "mp4") : own;
        return rows.choose(candidates, (name, tier) -> rows.allows("containers", tier, Measured.Names.of(name)));
    }

    private static boolean isPicture(String container) {
        return List.of("jpg", "png", "webp", "gif").contains(container);
    }

    private Picture picture(GroupRows rows, Frames.Frame frame, Rational rate, boolean image, double bound) {
        if (image) {
            return new Picture("", frame.width(), frame.height(), frame.framing(), rate, 0, 0, 0, 0, Long.MAX_VALUE);
        }
        Range bits = rows.closestRange("video_bitrate_min_bps", "video_bitrate_max_bps", Tier.ALL);
        double most = Math.min(bits.max(), bound);
        double least = Math.min(bits.min(), most);
        double aim = figures(rows, "video_bitrate_bps").max().orElse(least);
        return new Picture(
                codec(rows),
                frame.width(),
                frame.height(),
                frame.framing(),
                rate,
                rows.closestRange("gop_min_s", "gop_max_s", Tier.ALL).nearest(USUAL_GOP_SECONDS),
                (int) figures(rows, "b_frames_max").min().orElse(USUAL_B_FRAMES),
                (long) Math.clamp(aim, least, most),
                (long) least,
                most == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : (long) most);
    }

    private static DoubleStream figures(GroupRows rows, String limit) {
        return rows.rows(limit, Tier.ALL).stream()
                .flatMap(row -> row.number().stream().boxed())
                .mapToDouble(Double::doubleValue);
    }

    private String codec(GroupRows rows) {
        List<String> own = targets.stream()
                .map(Target::videoCodec)
                .filter(name -> !name.isEmpty())
                .toList();
        return rows.choose(
                own.isEmpty() ? List.of("h264") : own,
                (name, tier) -> rows.allows("video_codecs", tier, Measured.Names.of(name)));
    }

    private Sound sound(GroupRows rows) {
        int sourceChannels = source.audio().getFirst().channels();
        int channels = rows.choose(
                sourceChannels == 1 ? List.of(1, 2) : List.of(2, 1),
                (count, tier) -> rows.allows("audio_channels", tier, Measured.Names.of(String.valueOf(count))));
        int rate =
                rows.choose(List.of(48000, 44100, 96000, 32000), (hz, tier) -> LimitBounds.rateAllowed(rows, tier, hz));
        Range bits = rows.closestRange("audio_bitrate_min_bps", "", Tier.ALL);
        double usual = channels == 1 ? 128_000 : 192_000;
        double aim = figures(rows, "audio_bitrate_bps").min().orElse(usual);
        List<String> own = targets.stream()
                .map(Target::audioCodec)
                .filter(name -> !name.isEmpty())
                .toList();
        String codec = rows.choose(
                own.isEmpty() ? List.of("aac-lc") : own,
                (name, tier) -> rows.allows("audio_codecs", tier, LimitBounds.audioNames(name)));
        return new Sound(codec, rate, channels, (long) bits.nearest(aim));
    }

    /// The strictest size at any level, as long as it leaves a good picture.
    private Range size(GroupRows rows, long soundBps, double good) {
        Range strictest = rows.closestRange("size_min_bytes", "size_max_bytes", Tier.ALL);
        Range binding = rows.closestRange("size_min_bytes", "size_max_bytes", Tier.BINDING);
        return bound(strictest, soundBps) >= good ? strictest : binding;
    }

    private double bound(Range size, long soundBps) {
        return durationMs == 0
                ? Double.POSITIVE_INFINITY
                : Math.max(1, size.max() * FILE_SHARE * 8000 / durationMs - soundBps);
    }

    private SafeZone safeZone(GroupRows rows) {
        double[] pct = Stream.of("safe_top_pct", "safe_bottom_pct", "safe_side_pct")
                .mapToDouble(limit -> figures(rows, limit).max().orElse(0))
                .toArray();
        return new SafeZone(pct[0], pct[1], pct[2]);
    }

    private List<String> notes(Frames.Frame frame, Rational rate, boolean image, boolean low) {
        List<String> notes = new ArrayList<>();
        if (frame.enlarged()) {
            notes.add("scaled-up");
        }
        if (!image && !rate.equals(video.frameRate())) {
            notes.add("frame-rate-changed");
        }
        if (!image && low) {
            notes.add("bit-rate-low");
        }
        return notes;
    }
}

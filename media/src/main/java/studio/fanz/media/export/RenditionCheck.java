package studio.fanz.media.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import studio.fanz.core.asset.Loudness;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.core.project.Rendition.Check;
import studio.fanz.core.time.Rational;
import studio.fanz.media.effect.LoudnessPlan;
import studio.fanz.media.export.Reading.Track;

/// Compares a finished file with what was asked. Pure.
///
/// @param order   what was asked
/// @param reading what its packets and its sound gave
/// @param facts   what a probe of it gave
/// @param plan    what was to become of the sound
public record RenditionCheck(Order order, Reading reading, MediaFacts facts, Optional<LoudnessPlan> plan) {

    /// The most that sound and picture may begin apart, seconds.
    static final double MAX_OFFSET = 0.020;

    /// Every check with what was measured and wanted, in the order a person would look.
    public List<Check> all() {
        List<Check> checks = new ArrayList<>();
        checks.add(streams());
        checks.add(new Check("packets", reading.problems().isEmpty(), reading.problems(), "all readable"));
        checks.add(frames());
        checks.add(duration());
        checks.add(picture());
        checks.add(order.sound().isPresent() ? offset() : start());
        checks.add(monotonic());
        checks.add(keyFrames());
        checks.add(new Check("index-first", facts.indexFirst(), yes(facts.indexFirst()), "yes"));
        checks.add(new Check("edit-list", !facts.editList(), facts.editList() ? "yes" : "none", "none"));
        checks.add(size());
        plan.ifPresent(level -> checks.addAll(sound(level)));
        return checks;
    }

    private Check streams() {
        String wanted = "video" + (order.sound().isPresent() ? " audio" : "")
                + (order.request().captions() instanceof CaptionChoice.Track ? " subtitle" : "");
        String found =
                String.join(" ", reading.tracks().stream().map(Track::kind).toList());
        return new Check("streams", found.equals(wanted), found, wanted);
    }

    private Check frames() {
        long found = reading.track("video").map(Track::packets).orElse(0L);
        return new Check("frames", found == order.frames(), Long.toString(found), Long.toString(order.frames()));
    }

    private Check duration() {
        double wanted = order.seconds().toDouble();
        double frame = order.spec().picture().frameRate().inverse().toDouble();
        double found = reading.tracks().stream()
                .filter(track -> !track.kind().equals("subtitle"))
                .mapToDouble(Track::end)
                .max()
                .orElse(0);
        boolean passed = Math.abs(found - wanted) <= frame + 1e-6;
        return new Check("duration", passed, seconds(found), seconds(wanted) + " ± " + seconds(frame));
    }

    private Check picture() {
        RenditionSpec.Picture asked = order.spec().picture();
        String wanted = described(asked.width(), asked.height(), asked.codec(), "yuv420p", Rational.ONE, 0);
        String found = facts.video().map(RenditionCheck::described).orElse("none");
        return new Check("picture", found.equals(wanted), found, wanted);
    }

    private Check offset() {
        double video = reading.track("video").map(Track::start).orElse(0.0);
        double audio = reading.track("audio").map(Track::start).orElse(Double.MAX_VALUE);
        double off = Math.abs(video - audio);
        return new Check("av-offset", off < MAX_OFFSET, millis(off), "< " + millis(MAX_OFFSET));
    }

    private Check start() {
        double start = reading.track("video").map(Track::start).orElse(Double.MAX_VALUE);
        return new Check("start", Math.abs(start) < MAX_OFFSET, millis(start), millis(0));
    }

    private Check monotonic() {
        String wrong = reading.tracks().stream()
                .filter(track -> !track.monotonic())
                .map(Track::kind)
                .collect(Collectors.joining(", "));
        return new Check("order", wrong.isEmpty(), wrong.isEmpty() ? "growing" : "falls back: " + wrong, "growing");
    }

    private Check keyFrames() {
        double frame = order.spec().picture().frameRate().inverse().toDouble();
        double wanted = Math.max(frame, order.spec().picture().gopSeconds());
        double found = reading.track("video").map(Track::keyEvery).orElse(Double.MAX_VALUE);
        return new Check("key-frames", found <= wanted + 1e-3, "every " + seconds(found), "every " + seconds(wanted));
    }

    private Check size() {
        long found = facts.sizeBytes();
        long max = order.spec().maxBytes();
        long min = order.spec().minBytes();
        String wanted = max == Long.MAX_VALUE ? "≥ " + min : min + "–" + max;
        return new Check("size", found >= min && found <= max, found + " bytes", wanted + " bytes");
    }

    private List<Check> sound(LoudnessPlan level) {
        Optional<Loudness> heard = reading.loudness();
        if (heard.isEmpty()) {
            return List.of(new Check("loudness", false, "nothing decoded", "sound"));
        } else if (level.way() == LoudnessPlan.Way.LEAVE) {
            return List.of(new Check("loudness", true, lufs(heard.get()), "as it was: nearly silent"));
        }
        boolean peak = LoudnessPlan.peaksHold(heard.get());
        return List.of(
                new Check(
                        "loudness",
                        LoudnessPlan.loudEnough(heard.get()),
                        lufs(heard.get()),
                        String.format(
                                Locale.ROOT, "%.0f LUFS ± %.1f", LoudnessPlan.TARGET_LUFS, LoudnessPlan.TOLERANCE_LU)),
                new Check(
                        "true-peak",
                        peak,
                        String.format(Locale.ROOT, "%.1f dBTP", heard.get().truePeakDbtp()),
                        String.format(Locale.ROOT, "≤ %.1f dBTP", LoudnessPlan.MAX_DBTP)));
    }

    private static String described(VideoFacts video) {
        return described(
                video.width(),
                video.height(),
                video.codec(),
                video.pixelFormat(),
                video.pixelAspect(),
                video.rotation());
    }

    private static String described(int width, int height, String codec, String format, Rational aspect, int turned) {
        return codec + " " + width + "x" + height + " " + format + " " + aspect + " " + turned + "°";
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }

    private static String lufs(Loudness loudness) {
        return loudness.silent() ? "silent" : String.format(Locale.ROOT, "%.1f LUFS", loudness.integratedLufs());
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f s", value);
    }

    private static String millis(double seconds) {
        return String.format(Locale.ROOT, "%.1f ms", seconds * 1000);
    }
}

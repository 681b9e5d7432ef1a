package studio.fanz.media.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.fanz.core.asset.AudioFacts;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.core.time.Rational;
import studio.fanz.media.effect.LoudnessPlan;

/// The sound of a rendition as one libavfilter description: cut to the sample, gaps filled, mixed down, brought to the
/// target's level, and exactly as long as the picture in whole AAC frames.
///
/// An AAC encoder puts one frame of 1024 samples in front of the sound; an edit list normally hides it. Where platforms
/// forbid edit lists the sound would come 21 ms late, so its first 1024 samples make room for that frame instead:
/// what follows is heard exactly when it should be.
///
/// @param audio   the source's stream
/// @param sound   what is wanted
/// @param stretch what part of the source
/// @param seconds how long the picture is
/// @param cut     what is heard instead of the stretch as recorded; of the stretch's length
public record SoundGraph(
        AudioFacts audio, RenditionSpec.Sound sound, Stretch stretch, Rational seconds, Optional<Montage> cut) {

    private static final int AAC_FRAME = 1024;

    /// A click at a cut is longer than this.
    private static final int FADE_SAMPLES = 240;

    /// From the inputs to `[sound]`, for encoding.
    public String text(LoudnessPlan plan) {
        List<String> filters = new ArrayList<>();
        filters.addAll(plan.filters(sound.sampleRate()));
        filters.add("aformat=sample_fmts=fltp:sample_rates=" + sound.sampleRate());
        if (!stretch.whole()) {
            filters.add("afade=t=in:ss=%d:ns=%d".formatted(AAC_FRAME, FADE_SAMPLES));
            filters.add("afade=t=out:ss=%d:ns=%d".formatted(lastSample() - FADE_SAMPLES, FADE_SAMPLES));
        }
        filters.add("apad");
        filters.add("atrim=start_sample=%d:end_sample=%d".formatted(AAC_FRAME, lastSample()));
        return unlevelled() + "," + String.join(",", filters) + "[sound]";
    }

    /// The same up to where the level is set, for measuring.
    public String measured() {
        return unlevelled() + ",ebur128=peak=true:framelog=quiet[measured]";
    }

    /// Packets the finished file has.
    public long packets() {
        long wanted = seconds.times(new Rational(sound.sampleRate(), AAC_FRAME)).rounded();
        return Math.max(3, wanted);
    }

    private long lastSample() {
        return (packets() - 1) * AAC_FRAME;
    }

    /// The sound of a cut at the levels it is mixed at, stereo, without a label at the end.
    ///
    /// @param sampleRate hertz
    public static String asMixed(Montage cut, int sampleRate) {
        return new CutSound(cut, Takes.of(cut), sampleRate, false, 0).mixed();
    }

    private String unlevelled() {
        return cut.map(m -> new CutSound(m, Takes.of(m), sound.sampleRate(), sound.channels() == 1, 0).mixed())
                .orElseGet(() -> "[0:" + audio.index() + "]" + String.join(",", level()));
    }

    private List<String> level() {
        List<String> filters = new ArrayList<>();
        if (!stretch.whole()) {
            filters.add(String.format(
                    Locale.ROOT,
                    "atrim=start=%.6f:end=%.6f",
                    stretch.start().toDouble(),
                    stretch.end().toDouble()));
        } else {
            filters.add(String.format(
                    Locale.ROOT, "atrim=start=%.6f", stretch.start().toDouble()));
        }
        filters.add("asetpts=PTS-(%s)/TB".formatted(stretch.start()));
        filters.add(Downmixing.filter(audio, sound.channels() == 1));
        filters.add("aresample=%d:async=1:first_pts=0:min_hard_comp=0.02".formatted(sound.sampleRate()));
        filters.add("aformat=sample_fmts=fltp");
        return filters;
    }
}

package studio.fanz.media.effect;

import java.util.List;
import java.util.Locale;
import studio.fanz.core.asset.Loudness;

/// How a sound gets to -14 LUFS with true peaks at or below -1 dBTP: by plain gain where the peaks allow it, else by
/// gain into a true-peak limiter; what is as good as silent is left alone.
///
/// @param way         what is done
/// @param gainDb      gain in decibels in front of the limiter
/// @param ceilingDbtp where the limiter holds the peaks, dBTP; says nothing for the other ways
public record LoudnessPlan(Way way, double gainDb, double ceilingDbtp) {

    /// Programme loudness aimed at, LUFS. YouTube, Spotify and TikTok play back near it.
    public static final double TARGET_LUFS = -14;

    /// How far from the target a finished file may be, LU.
    public static final double TOLERANCE_LU = 0.5;

    /// Highest true peak of a finished file, dBTP (EBU R 128, ITU-R BS.1770-4 annex 2).
    public static final double MAX_DBTP = -1;

    /// Encoding to AAC adds some tenths of a decibel to a peak.
    private static final double CODEC_MARGIN_DB = 0.5;

    /// Below this a recording is noise floor: 46 dB of gain would only make hiss of it.
    private static final double SILENT_BELOW_LUFS = -60;

    private static final double MAX_GAIN_DB = 60;

    /// The limiter looks at four times the rate, so that what it holds are true peaks (BS.1770-4 asks for that much).
    private static final int OVERSAMPLED_HZ = 192_000;

    /// What can be done to a sound.
    public enum Way {
        /// Nothing: there is next to nothing to hear.
        LEAVE,
        /// The same gain from start to end.
        GAIN,
        /// Gain, then a limiter that takes the peaks down.
        LIMIT
    }

    /// The plan for a sound that was measured.
    public static LoudnessPlan toReach(Loudness measured) {
        if (measured.silent() || measured.integratedLufs() < SILENT_BELOW_LUFS) {
            return new LoudnessPlan(Way.LEAVE, 0, 0);
        }
        double gain = Math.min(MAX_GAIN_DB, TARGET_LUFS - measured.integratedLufs());
        double ceiling = MAX_DBTP - CODEC_MARGIN_DB;
        boolean fits = measured.truePeakDbtp() + gain <= ceiling;
        return new LoudnessPlan(fits ? Way.GAIN : Way.LIMIT, gain, ceiling);
    }

    /// The plan after hearing what this one gave: off in loudness, it takes the difference back; over in peak, it
    /// limits lower by as much.
    public LoudnessPlan corrected(Loudness result) {
        double gain = Math.min(MAX_GAIN_DB, gainDb + TARGET_LUFS - result.integratedLufs());
        double over = Math.max(0, result.truePeakDbtp() - MAX_DBTP);
        boolean wasOver = over > 0 || way == Way.LIMIT;
        return new LoudnessPlan(
                wasOver ? Way.LIMIT : Way.GAIN, gain, over > 0 ? ceilingDbtp - over - 0.1 : ceilingDbtp);
    }

    /// Whether a finished sound is what this plan promised.
    public boolean reached(Loudness result) {
        return way == Way.LEAVE || (loudEnough(result) && peaksHold(result));
    }

    /// Whether loudness is within the tolerance.
    public static boolean loudEnough(Loudness result) {
        return Math.abs(result.integratedLufs() - TARGET_LUFS) <= TOLERANCE_LU;
    }

    /// Whether no true peak is above the bound.
    public static boolean peaksHold(Loudness result) {
        return result.truePeakDbtp() <= MAX_DBTP;
    }

    /// The plan as libavfilter filters for float samples.
    ///
    /// @param sampleRate hertz in and out
    public List<String> filters(int sampleRate) {
        return switch (way) {
            case LEAVE -> List.of();
            case GAIN -> List.of(volume());
            case LIMIT ->
                List.of(
                        volume(),
                        "aresample=" + OVERSAMPLED_HZ,
                        "alimiter=limit=%s:attack=5:release=80:level=false:latency=true".formatted(linear(ceilingDbtp)),
                        "aresample=" + sampleRate);
        };
    }

    private String volume() {
        return String.format(Locale.ROOT, "volume=%.3fdB:precision=float", gainDb);
    }

    private static String linear(double db) {
        return String.format(Locale.ROOT, "%.6f", Math.clamp(Math.pow(10, db / 20), 0.0625, 1));
    }
}

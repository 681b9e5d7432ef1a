package studio.fanz.media.ffmpeg;

import studio.fanz.core.asset.AudioFacts;

/// Makes one channel of many without losing what is only in some of them. Holds what it learnt of the blocks before;
/// one per read.
///
/// Surround comes as 5.1 and is folded after ITU-R BS.775 (centre 0.707, fronts 0.5, surrounds 0.354; no LFE),
/// stereo is averaged. Where the two sides of a stereo pair cancel each other (a microphone wired the wrong way
/// round) the average would be silence: while its energy is below a tenth of what the sides hold, the right
/// side is turned over.
final class Downmix {

    /// FL FR FC LFE BL BR, as FFmpeg orders 5.1.
    private static final float[] SURROUND = {0.5f, 0.5f, 0.7071f, 0, 0.3536f, 0.3536f};

    private static final double CANCELS_BELOW = 0.1;
    private static final double AGREES_ABOVE = 0.3;

    private final String layout;
    private final int channels;
    private float rightSign = 1;

    private Downmix(String layout, int channels) {
        this.layout = layout;
        this.channels = channels;
    }

    /// The way for a stream.
    static Downmix of(AudioFacts stream) {
        if (stream.channels() == 1 && !stream.profile().startsWith("HE-AACv2")) {
            return new Downmix("aformat=channel_layouts=mono", 1);
        } else if (stream.channels() <= 2) {
            return new Downmix("aformat=channel_layouts=stereo", 2);
        }
        String layout = stream.layout();
        boolean known = !layout.isEmpty() && !layout.endsWith("channels") && !layout.startsWith("ambisonic");
        return known ? new Downmix("aformat=channel_layouts=5.1", 6) : new Downmix(average(stream), 1);
    }

    /// How many channels the child sends.
    int channels() {
        return channels;
    }

    /// Filters that put every sample at its place in time: late streams are padded, gaps and overlaps of more than
    /// 20 ms (less is the rounding of time stamps) filled and cut.
    String filters(int sampleRate) {
        return layout + ",aresample=" + sampleRate + ":async=1:first_pts=0:min_hard_comp=0.02";
    }

    /// Folds interleaved samples into `mono`, -1..1.
    void mix(float[] interleaved, int frames, float[] mono) {
        switch (channels) {
            case 1 -> System.arraycopy(interleaved, 0, mono, 0, frames);
            case 2 -> stereo(interleaved, frames, mono);
            default -> surround(interleaved, frames, mono);
        }
        for (int i = 0; i < frames; i++) {
            mono[i] = Math.clamp(mono[i], -1f, 1f);
        }
    }

    private void stereo(float[] interleaved, int frames, float[] mono) {
        float from = rightSign;
        float to = signFor(interleaved, frames);
        for (int i = 0; i < frames; i++) {
            float sign = from == to ? to : from + (to - from) * i / frames;
            mono[i] = 0.5f * (interleaved[2 * i] + sign * interleaved[2 * i + 1]);
        }
        rightSign = to;
    }

    private float signFor(float[] interleaved, int frames) {
        double sum = 0;
        double difference = 0;
        for (int i = 0; i < frames; i++) {
            double left = interleaved[2 * i];
            double right = interleaved[2 * i + 1];
            sum += (left + right) * (left + right);
            difference += (left - right) * (left - right);
        }
        double agreement = sum / (sum + difference + 1e-12);
        if (rightSign > 0) {
            return difference > 1e-9 && agreement < CANCELS_BELOW ? -1 : 1;
        }
        return agreement > AGREES_ABOVE ? 1 : -1;
    }

    private static void surround(float[] interleaved, int frames, float[] mono) {
        for (int i = 0; i < frames; i++) {
            float sum = 0;
            for (int c = 0; c < SURROUND.length; c++) {
                sum += SURROUND[c] * interleaved[i * SURROUND.length + c];
            }
            mono[i] = sum;
        }
    }

    /// Channels nobody can name (field recorders) are averaged; of ambisonics the first is the whole sphere.
    private static String average(AudioFacts stream) {
        if (stream.layout().startsWith("ambisonic")) {
            return "pan=mono|c0=c0";
        }
        StringBuilder pan = new StringBuilder("pan=mono|c0=");
        for (int c = 0; c < stream.channels(); c++) {
            pan.append(c == 0 ? "" : "+")
                    .append(1.0 / stream.channels())
                    .append("*c")
                    .append(c);
        }
        return pan.toString();
    }
}

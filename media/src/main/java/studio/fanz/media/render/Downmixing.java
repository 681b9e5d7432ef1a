package studio.fanz.media.render;

import java.util.Locale;
import studio.fanz.core.asset.AudioFacts;

/// Any channels as one or two.
final class Downmixing {

    private Downmixing() {}

    /// A filter. Channels that nobody can name (field recorders) are heard on both sides alike.
    static String filter(AudioFacts audio, boolean mono) {
        String layout = mono ? "mono" : "stereo";
        boolean known = audio.channels() <= 2
                || (!audio.layout().isEmpty()
                        && !audio.layout().endsWith("channels")
                        && !audio.layout().startsWith("ambisonic"));
        if (known) {
            return "aformat=channel_layouts=" + layout;
        }
        StringBuilder sum = new StringBuilder();
        for (int channel = 0; channel < audio.channels(); channel++) {
            sum.append(channel == 0 ? "" : "+")
                    .append(String.format(Locale.ROOT, "%.4f*c%d", 1.0 / audio.channels(), channel));
        }
        return "pan=" + layout + "|c0=" + sum + (mono ? "" : "|c1=" + sum);
    }
}

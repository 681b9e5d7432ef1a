package studio.fanz.media.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.fanz.core.timeline.Look.Colour;

/// Changes of colour as libavfilter filters, in RGB: exposure by powers of two of light (a display gamma of 2.2),
/// contrast about middle grey, saturation about BT.709 luma, temperature, and last a LUT. Pure.
final class Colours {

    /// Neutral white of `colortemperature`.
    private static final double NEUTRAL_KELVIN = 6500;

    private Colours() {}

    /// From 4:2:0 BT.709 limited range to the same; empty when nothing changes.
    static List<String> filters(Colour colour, Montage montage) {
        if (colour.equals(Colour.AS_IS)) {
            return List.of();
        }
        List<String> filters = new ArrayList<>();
        filters.add("scale=in_color_matrix=bt709:in_range=tv:out_range=pc:flags=lanczos+accurate_rnd+full_chroma_int");
        filters.add("format=gbrp");
        if (colour.exposure() != 0 || colour.contrast() != 1) {
            double gain = Math.pow(2, colour.exposure() / 2.2);
            String curve =
                    String.format(Locale.ROOT, "'clip((val*%.6f-127.5)*%.6f+127.5,0,255)'", gain, colour.contrast());
            filters.add("lutrgb=r=%s:g=%s:b=%s".formatted(curve, curve, curve));
        }
        if (colour.saturation() != 1) {
            filters.add(saturation(colour.saturation()));
        }
        if (colour.temperature() != 0) {
            double kelvin = Math.clamp(NEUTRAL_KELVIN - colour.temperature(), 1000, 40_000);
            filters.add(String.format(Locale.ROOT, "colortemperature=temperature=%.0f:pl=1", kelvin));
        }
        colour.lut().ifPresent(hash -> filters.add("lut3d=file=" + quoted(montage.lut(hash))));
        filters.add("scale=in_range=pc:out_color_matrix=bt709:out_range=tv:flags=lanczos+accurate_rnd+full_chroma_int");
        filters.add("format=yuv420p");
        return filters;
    }

    private static String saturation(double s) {
        double[] luma = {0.2126, 0.7152, 0.0722};
        String[] rows = {"r", "g", "b"};
        StringBuilder mixer = new StringBuilder("colorchannelmixer=");
        for (int to = 0; to < 3; to++) {
            for (int from = 0; from < 3; from++) {
                double part = (1 - s) * luma[from] + (to == from ? s : 0);
                mixer.append(to + from == 0 ? "" : ":")
                        .append(String.format(Locale.ROOT, "%s%s=%.6f", rows[to], rows[from], part));
            }
        }
        return mixer.toString();
    }

    /// A path as one value of a filter inside a graph: escaped for the value, then for the graph.
    private static String quoted(Path file) {
        String value = file.toString().replace("\\", "\\\\").replace(":", "\\:").replace("'", "\\'");
        StringBuilder graph = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ("\\'[],;".indexOf(c) >= 0) {
                graph.append('\\');
            }
            graph.append(c);
        }
        return graph.toString();
    }
}

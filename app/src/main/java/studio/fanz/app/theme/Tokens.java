package studio.fanz.app.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The colours of one theme by name (`bg0`, `t1`, `acc`), read from its style sheet so that they stand in one place.
///
/// @param colours name to colour, in the sheet's order
public record Tokens(Map<String, Color> colours) {

    private static final Pattern TOKEN = Pattern.compile("-f-([a-z0-9-]+):\\s*([^;]+);");

    public Tokens {
        colours = Map.copyOf(colours);
    }

    /// Reads `-f-NAME: COLOUR;` lines.
    ///
    /// @throws UncheckedIOException when the sheet cannot be read, which means a broken installation
    public static Tokens read(Path sheet) {
        var colours = new LinkedHashMap<String, Color>();
        try {
            Matcher found = TOKEN.matcher(Files.readString(sheet));
            while (found.find()) {
                colours.put(found.group(1), Color.web(found.group(2).trim()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("style sheet", e);
        }
        return new Tokens(colours);
    }

    /// The colour of that name.
    ///
    /// @throws IllegalArgumentException when the theme has none
    public Color get(String name) {
        Color colour = colours.get(name);
        if (colour == null) {
            throw new IllegalArgumentException("no colour " + name);
        }
        return colour;
    }

    /// Contrast ratio of two opaque colours, 1 to 21, after WCAG 2.2 (relative luminance of sRGB).
    public static double contrast(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}

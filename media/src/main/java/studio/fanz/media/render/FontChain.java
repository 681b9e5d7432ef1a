package studio.fanz.media.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import studio.fanz.media.FontFolder;
import studio.fanz.media.MediaException;

/// The fonts captions are drawn with, in the order they are asked for a letter: those we ship (Noto Sans, its
/// Arabic and Devanagari), then the computer's own, sans serif and the language's own first (the four Noto Sans
/// CJK differ in how they draw the same letter). Fonts of colour emoji are left out: Java2D cannot draw them.
/// Not thread-safe.
final class FontChain {

    private static final List<String> SHIPPED =
            List.of("NotoSans-Bold.ttf", "NotoSansArabic-Bold.ttf", "NotoSansDevanagari-Bold.ttf");

    private final List<Font> fonts;
    private final Map<String, Optional<Font>> byCluster = new HashMap<>();

    private FontChain(List<Font> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    /// Loads the shipped fonts and lists the computer's.
    ///
    /// @param language ISO 639-1, decides among fonts for Han letters
    /// @throws MediaException FONT_MISSING when no font at all can be used
    static FontChain load(FontFolder folder, String language) throws MediaException {
        List<Font> fonts = new ArrayList<>();
        for (String name : SHIPPED) {
            shipped(folder.folder().resolve(name)).ifPresent(fonts::add);
        }
        Font[] installed = GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts();
        Stream.of(installed)
                .filter(font -> !isEmoji(font))
                .sorted(java.util.Comparator.comparingInt(font -> rank(font, language)))
                .forEach(fonts::add);
        if (fonts.isEmpty()) {
            throw new MediaException(
                    MediaException.Code.FONT_MISSING, folder.folder().toString(), "");
        }
        return new FontChain(fonts);
    }

    /// The first font that draws every visible letter of a grapheme cluster, at size 1; empty when none does.
    Optional<Font> forCluster(String cluster) {
        return byCluster.computeIfAbsent(cluster, this::find);
    }

    /// Whether a font draws every visible letter of a cluster.
    static boolean draws(Font font, String cluster) {
        return cluster.codePoints().allMatch(c -> isInvisible(c) || font.canDisplay(c));
    }

    private Optional<Font> find(String cluster) {
        return fonts.stream().filter(font -> draws(font, cluster)).findFirst();
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        boolean selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
        return type == Character.FORMAT || type == Character.CONTROL || selector || Character.isWhitespace(c);
    }

    private static Optional<Font> shipped(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Font.createFont(Font.TRUETYPE_FONT, file.toFile()));
        } catch (IOException | FontFormatException damaged) {
            // The computer's own fonts stand in; a letter that none draws is reported.
            return Optional.empty();
        }
    }

    private static boolean isEmoji(Font font) {
        return font.getFamily(Locale.ROOT).toLowerCase(Locale.ROOT).contains("emoji");
    }

    private static int rank(Font font, String language) {
        String name = font.getFontName(Locale.ROOT);
        int rank = name.startsWith("Noto Sans") ? 0 : name.startsWith("DejaVu Sans") ? 40 : 80;
        rank += name.contains("Mono") ? 20 : 0;
        rank += name.contains("Bold") ? 0 : 4;
        rank += name.contains("CJK") && !name.contains("CJK " + han(language)) ? 2 : 0;
        boolean odd = name.matches(".*(Italic|Oblique|Condensed|Thin|Light|Black|Display|UI).*");
        return rank + (odd ? 10 : 0);
    }

    /// Whose forms of Han letters a language reads.
    private static String han(String language) {
        String lower = language.toLowerCase(Locale.ROOT);
        if (lower.startsWith("ko")) {
            return "KR";
        }
        if (lower.startsWith("ja")) {
            return "JP";
        }
        boolean traditional = lower.contains("hant") || lower.endsWith("-tw") || lower.endsWith("-hk");
        return traditional || lower.startsWith("yue") ? "TC" : "SC";
    }
}

package studio.fanz.core.platform;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// How one target counts text: the units of `limits.csv` and its `count_` rows. Pure; safe for use by any thread.
///
/// @param each      what a code point or cluster counts in unit `weighted`
/// @param clusters  whether `each` is per grapheme cluster instead of per code point
/// @param ones      code points that count 1 whatever `each` is
/// @param emoji     what an emoji counts, empty = like any other text
/// @param emojiByte whether `emoji` is per UTF-8 byte of it instead of per whole sequence
/// @param link      what an address counts in every unit, empty = as long as it is
/// @param domain    what the `@server` part of a mention counts in every unit, empty = as long as it is
public record Counting(
        int each,
        boolean clusters,
        List<Between> ones,
        OptionalInt emoji,
        boolean emojiByte,
        OptionalInt link,
        OptionalInt domain) {

    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");

    public Counting {
        ones = List.copyOf(ones);
    }

    /// Code points from `first` to `last`, both included.
    public record Between(int first, int last) {
        boolean has(int codePoint) {
            return codePoint >= first && codePoint <= last;
        }
    }

    /// The rules of a target, from its `count_` rows that hold.
    public static Counting of(String target, Limits limits, Circumstances circumstances) {
        Optional<Limit> standard = row(target, "count_default", limits, circumstances);
        Optional<Limit> emoji = row(target, "count_emoji", limits, circumstances);
        return new Counting(
                standard.map(Counting::figure).orElse(1),
                standard.filter(row -> row.unit().equals("char-per-grapheme")).isPresent(),
                row(target, "count_one_ranges", limits, circumstances)
                        .map(Counting::ranges)
                        .orElse(List.of()),
                optional(emoji),
                emoji.filter(row -> row.unit().equals("char-per-byte")).isPresent(),
                optional(row(target, "count_link", limits, circumstances)),
                optional(row(target, "count_mention_domain", limits, circumstances)));
    }

    /// How much of a limit in that unit the text uses.
    ///
    /// @param unit `utf16`, `codepoint`, `grapheme`, `bytes` (UTF-8) or `weighted`
    /// @throws IllegalArgumentException for another unit
    public long count(String text, String unit) {
        boolean weighted = unit.equals("weighted");
        // Where everything is weighed, addresses without a scheme are shortened as well.
        TextParts parts = TextParts.of(text, link.isPresent(), weighted, domain.isPresent());
        long fixed = (long) parts.links() * link.orElse(0) + (long) parts.domains() * domain.orElse(0);
        return fixed
                + parts.rest().stream().mapToLong(rest -> plain(rest, unit)).sum();
    }

    /// Extended grapheme clusters (UAX #29), what people call characters: the JDK's own iterator, which keeps emoji
    /// sequences, flags, Hangul syllables and Indic conjuncts whole.
    public static List<String> graphemes(String text) {
        BreakIterator iterator = BreakIterator.getCharacterInstance(Locale.ROOT);
        iterator.setText(text);
        List<String> clusters = new ArrayList<>();
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
            clusters.add(text.substring(start, end));
            start = end;
        }
        return clusters;
    }

    private long plain(String text, String unit) {
        return switch (unit) {
            case "utf16" -> text.length();
            case "codepoint" -> text.codePointCount(0, text.length());
            case "grapheme" -> graphemes(text).size();
            case "bytes" -> text.getBytes(StandardCharsets.UTF_8).length;
            case "weighted" ->
                graphemes(Normalizer.normalize(text, Normalizer.Form.NFC)).stream()
                        .mapToLong(this::weight)
                        .sum();
            default -> throw new IllegalArgumentException("text is not counted in " + unit);
        };
    }

    private long weight(String cluster) {
        if (emoji.isPresent() && Emoji.is(cluster)) {
            return emojiByte
                    ? (long) emoji.getAsInt() * cluster.getBytes(StandardCharsets.UTF_8).length
                    : emoji.getAsInt();
        }
        return clusters ? each : cluster.codePoints().mapToLong(this::weight).sum();
    }

    private long weight(int codePoint) {
        return ones.stream().anyMatch(range -> range.has(codePoint)) ? 1 : each;
    }

    private static Optional<Limit> row(String target, String limit, Limits limits, Circumstances circumstances) {
        return limits.holding(target, limit, circumstances).stream().findFirst();
    }

    private static int figure(Limit row) {
        return (int) row.number().orElse(1);
    }

    private static OptionalInt optional(Optional<Limit> row) {
        return row.map(one -> OptionalInt.of(figure(one))).orElse(OptionalInt.empty());
    }

    private static List<Between> ranges(Limit row) {
        List<Between> ranges = new ArrayList<>();
        var match = RANGE.matcher(row.value());
        while (match.find()) {
            ranges.add(new Between(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))));
        }
        return ranges;
    }
}

package studio.fanz.core.caption;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One set of captioning rules (`netflix-adult`, `short-form`), as `caption-profiles.csv` states it.
///
/// @param name the profile's name
/// @param rows its rules, one per row, in the order of the file
public record CaptionProfile(String name, List<Row> rows) {

    /// The language of a row that holds for every language without a row of its own.
    public static final String ANY = "*";

    public CaptionProfile {
        rows = List.copyOf(rows);
    }

    /// One rule, for one language or for all.
    ///
    /// @param language ISO 639-1 or [#ANY]
    /// @param rule     the rule's name (`max_cps`)
    /// @param value    in `unit`
    /// @param unit     `grapheme`, `line`, `word`, `ms`, `frame`, `pct`, `grapheme/s` or `word/min`
    /// @param source   who says so
    /// @param asOf     year or year and month of the source
    /// @param note     how it is meant, may be empty
    public record Row(
            String language, String rule, double value, String unit, String source, String asOf, String note) {}

    /// The languages it is limited to; empty when it has rows for every language.
    public Set<String> languages() {
        Set<String> languages = new TreeSet<>();
        rows.forEach(row -> languages.add(row.language()));
        return languages.contains(ANY) ? Set.of() : languages;
    }

    /// Whether it may be used for a language: it has rows for all, or rows for this one. An unknown language
    /// (empty) takes any profile.
    public boolean offers(String language) {
        return language.isEmpty() || languages().isEmpty() || languages().contains(primary(language));
    }

    /// The rules that hold for a language: its own rows in place of the general ones. For a language the
    /// profile is not offered for that is none.
    ///
    /// @param language ISO 639-1, a tag that begins with it (`pt-BR`), or empty
    public CaptionRules rules(String language) {
        Map<String, Double> values = new LinkedHashMap<>();
        String wanted = language.isEmpty() && !languages().isEmpty()
                ? languages().iterator().next()
                : primary(language);
        rows.stream().filter(row -> row.language().equals(ANY)).forEach(row -> values.put(row.rule(), row.value()));
        rows.stream().filter(row -> row.language().equals(wanted)).forEach(row -> values.put(row.rule(), row.value()));
        return new CaptionRules(values);
    }

    /// The row a rule of a language comes from, for showing source and date.
    public Optional<Row> row(String rule, String language) {
        return rows.stream()
                .filter(row -> row.rule().equals(rule))
                .filter(row -> row.language().equals(ANY) || row.language().equals(primary(language)))
                .reduce((general, own) -> own.language().equals(ANY) ? general : own);
    }

    /// The two-letter language of a tag, in the codes of ISO 639-1: Cantonese is written as Chinese, old codes
    /// are replaced.
    static String primary(String language) {
        String first = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return switch (first) {
            case "yue" -> "zh";
            case "iw" -> "he";
            case "jw" -> "jv";
            case "in" -> "id";
            case "nb" -> "no";
            default -> first;
        };
    }
}

package studio.fanz.core.caption;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.fanz.core.csv.Csv;

/// The caption profiles of a table.
///
/// @param all in the order of the table
public record CaptionProfiles(List<CaptionProfile> all) {

    /// The profile that is taken when nobody chose one.
    public static final String DEFAULT = "studio-default";

    public CaptionProfiles {
        all = List.copyOf(all);
    }

    /// Reads `caption-profiles.csv` (columns by name: `profile, language, rule, value, unit, source, as_of,
    /// note`).
    ///
    /// @throws IllegalArgumentException when the text is no CSV, or a row lacks a name or a number
    public static CaptionProfiles parse(String csv) {
        Map<String, List<CaptionProfile.Row>> rows = new LinkedHashMap<>();
        for (Map<String, String> cells : Csv.rows(csv)) {
            rows.computeIfAbsent(cell(cells, "profile"), _ -> new ArrayList<>()).add(row(cells));
        }
        return new CaptionProfiles(rows.entrySet().stream()
                .map(profile -> new CaptionProfile(profile.getKey(), profile.getValue()))
                .toList());
    }

    /// The profile of that name.
    public Optional<CaptionProfile> named(String name) {
        return all.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /// Those that may be used for a language.
    public List<CaptionProfile> offered(String language) {
        return all.stream().filter(profile -> profile.offers(language)).toList();
    }

    private static CaptionProfile.Row row(Map<String, String> cells) {
        return new CaptionProfile.Row(
                cell(cells, "language"),
                cell(cells, "rule"),
                Double.parseDouble(cell(cells, "value")),
                cells.getOrDefault("unit", ""),
                cells.getOrDefault("source", ""),
                cells.getOrDefault("as_of", ""),
                cells.getOrDefault("note", ""));
    }

    private static String cell(Map<String, String> cells, String column) {
        String cell = cells.getOrDefault(column, "");
        if (cell.isBlank()) {
            throw new IllegalArgumentException("a caption profile's row without " + column + ": " + cells);
        }
        return cell;
    }
}

package studio.fanz.core.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.fanz.core.csv.Csv;

/// The places to post that are known: `targets.csv`.
///
/// @param all in the file's order
public record Targets(List<Target> all) {

    private static final List<String> COLUMNS =
            List.of("target", "name", "kind", "aspect", "width", "height", "container", "video_codec", "audio_codec");

    public Targets {
        all = List.copyOf(all);
    }

    /// Reads a `targets.csv`, columns by name. A row of a kind this version does not know is left out.
    ///
    /// @throws IllegalArgumentException when it is not a table, lacks a column, or a size is no number
    public static Targets parse(String csv) {
        List<Map<String, String>> table = Csv.rows(csv);
        if (!table.isEmpty()) {
            Columns.demand(table.getFirst(), COLUMNS);
        }
        return new Targets(
                table.stream().map(Targets::row).flatMap(Optional::stream).toList());
    }

    /// The target of that id.
    public Optional<Target> find(String id) {
        return all.stream().filter(target -> target.id().equals(id)).findFirst();
    }

    private static Optional<Target> row(Map<String, String> cells) {
        return kind(Columns.cell(cells, "kind"))
                .filter(_ -> Columns.cell(cells, "target").matches("[^/]+/[^/]+"))
                .map(kind -> new Target(
                        Columns.cell(cells, "target"),
                        Columns.cell(cells, "name"),
                        kind,
                        Columns.cell(cells, "aspect"),
                        pixels(Columns.cell(cells, "width")),
                        pixels(Columns.cell(cells, "height")),
                        Columns.cell(cells, "container"),
                        Columns.cell(cells, "video_codec"),
                        Columns.cell(cells, "audio_codec"),
                        Columns.cell(cells, "notes")));
    }

    private static Optional<Target.Kind> kind(String word) {
        for (Target.Kind kind : Target.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static int pixels(String cell) {
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }
}

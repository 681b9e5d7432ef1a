package studio.fanz.core.platform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import studio.fanz.core.csv.Csv;

/// All rows of `limits.csv`, in the file's order. A limit that no row names is unknown, not unlimited.
///
/// @param rows every row, also those this version does not understand (see [#notUnderstood()])
public record Limits(List<Limit> rows) {

    private static final List<String> COLUMNS =
            List.of("target", "limit", "when", "op", "value", "unit", "level", "recommended", "as_of", "source");

    public Limits {
        rows = List.copyOf(rows);
    }

    /// Reads a `limits.csv`, columns by name. Unknown words in a row are kept; [#notUnderstood()] lists such rows.
    ///
    /// @throws IllegalArgumentException when it is not a table or lacks a column
    public static Limits parse(String csv) {
        List<Map<String, String>> table = Csv.rows(csv);
        if (!table.isEmpty()) {
            Columns.demand(table.getFirst(), COLUMNS);
        }
        return new Limits(table.stream().map(Limits::row).toList());
    }

    /// These rows with a creator's own: their row replaces all rows of the same target and limit.
    public Limits withOwn(Limits own) {
        Set<List<String>> replaced = new HashSet<>();
        own.rows.forEach(row -> replaced.add(List.of(row.target(), row.name())));
        List<Limit> merged = new ArrayList<>();
        rows.stream()
                .filter(row -> !replaced.contains(List.of(row.target(), row.name())))
                .forEach(merged::add);
        merged.addAll(own.rows);
        return new Limits(merged);
    }

    /// The rows of one target.
    public List<Limit> of(String target) {
        return rows.stream().filter(row -> row.target().equals(target)).toList();
    }

    /// The rows of one target and limit.
    public List<Limit> of(String target, String name) {
        return of(target).stream().filter(row -> row.name().equals(name)).toList();
    }

    /// The understood rows of a limit whose condition certainly holds.
    public List<Limit> holding(String target, String name, Circumstances circumstances) {
        return of(target, name).stream()
                .filter(Limit::understood)
                .filter(row -> circumstances.judge(row) == Circumstances.Verdict.HOLDS)
                .toList();
    }

    /// Rows with an operation, a level or a figure that this version cannot read; they are never applied.
    public List<Limit> notUnderstood() {
        return rows.stream().filter(row -> !row.understood()).toList();
    }

    /// What to aim at when making something: the rows, but of each conflict group only its first.
    public static List<Limit> aims(List<Limit> rows) {
        List<Limit> aims = new ArrayList<>();
        for (Limit row : rows) {
            boolean contradicts = row.isLevel(Limit.Level.CONFLICT)
                    && aims.stream().anyMatch(first -> first.isLevel(Limit.Level.CONFLICT) && first.sameGroup(row));
            if (!contradicts) {
                aims.add(row);
            }
        }
        return aims;
    }

    private static Limit row(Map<String, String> cells) {
        return new Limit(
                Columns.cell(cells, "target"),
                Columns.cell(cells, "limit"),
                conditions(Columns.cell(cells, "when")),
                Limit.Op.of(Columns.cell(cells, "op")),
                Columns.cell(cells, "value"),
                Columns.cell(cells, "unit"),
                Limit.Level.of(Columns.cell(cells, "level")),
                Columns.cell(cells, "recommended").equals("true"),
                Columns.cell(cells, "as_of"),
                Columns.cell(cells, "source"),
                Columns.cell(cells, "note"));
    }

    private static Map<String, String> conditions(String when) {
        Map<String, String> conditions = new LinkedHashMap<>();
        Stream.of(when.split(" ")).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            int equals = pair.indexOf('=');
            // A condition without a value is one that nobody can know.
            conditions.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        });
        return conditions;
    }
}

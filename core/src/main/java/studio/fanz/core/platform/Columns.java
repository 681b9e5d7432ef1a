package studio.fanz.core.platform;

import java.util.List;
import java.util.Map;

/// Reads a row of a facts table by column name.
final class Columns {

    private Columns() {}

    /// @throws IllegalArgumentException when the table lacks one of them
    static void demand(Map<String, String> row, List<String> names) {
        for (String name : names) {
            if (!row.containsKey(name)) {
                throw new IllegalArgumentException("the table has no column " + name);
            }
        }
    }

    static String cell(Map<String, String> row, String name) {
        return row.getOrDefault(name, "").strip();
    }
}

package studio.fanz.core.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.store.Facets;

/// Facets as a condition on `asset`: text of ours only, values as arguments.
///
/// @param sql       starts with `where`, or is empty
/// @param arguments for its question marks
record FacetWhere(String sql, List<Object> arguments) {

    static FacetWhere of(Facets facets) {
        var conditions = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        if (!facets.kinds().isEmpty()) {
            conditions.add("kind in (" + kinds(facets) + ")");
        }
        facets.captioned().ifPresent(yes -> conditions.add("captioned = " + (yes ? 1 : 0)));
        facets.checked().ifPresent(yes -> conditions.add("checked = " + (yes ? 1 : 0)));
        facets.tag().ifPresent(tag -> {
            conditions.add("n in (select asset from tag where tag = ?)");
            arguments.add(tag);
        });
        String sql = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return new FacetWhere(sql, arguments);
    }

    private static String kinds(Facets facets) {
        return facets.kinds().stream()
                .sorted()
                .map(kind -> "'" + name(kind) + "'")
                .collect(Collectors.joining(", "));
    }

    static String name(AssetKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// The arguments with more behind them.
    Object[] and(Object... more) {
        var all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }
}

package studio.fanz.core.store.sqlite;

import java.util.ArrayList;
import java.util.stream.Collectors;
import studio.fanz.core.store.Facets;

/// Facets as tokens of the index. They begin with a private-use character that no query can hold, so that they
/// need no column of their own in a query.
final class FacetTokens {

    private static final char MARK = '\uE000';

    private FacetTokens() {}

    /// What an asset's row in the index says.
    static String of(String kind, boolean captioned, boolean checked) {
        return MARK + kind + " " + MARK + flag("captioned", captioned) + " " + MARK + flag("checked", checked);
    }

    /// The query narrowed to the facets.
    static String narrow(String query, Facets facets) {
        var all = new ArrayList<String>();
        all.add("(" + query + ")");
        if (!facets.kinds().isEmpty()) {
            all.add(facets.kinds().stream()
                    .sorted()
                    .map(kind -> quoted(FacetWhere.name(kind)))
                    .collect(Collectors.joining(" OR ", "(", ")")));
        }
        facets.captioned().ifPresent(yes -> all.add(quoted(flag("captioned", yes))));
        facets.checked().ifPresent(yes -> all.add(quoted(flag("checked", yes))));
        return String.join(" AND ", all);
    }

    private static String flag(String name, boolean yes) {
        return (yes ? "" : "not") + name;
    }

    private static String quoted(String token) {
        return "\"" + MARK + token + "\"";
    }
}

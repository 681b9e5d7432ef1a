package studio.fanz.app.session;

import java.util.EnumSet;
import java.util.Set;
import studio.fanz.core.asset.AssetKind;

/// What the library screen asks for.
///
/// @param words words in names, tags or speech; empty = everything
/// @param facet one list of the left side
/// @param kinds kinds to show; empty = all
public record Wanted(String words, Facet facet, Set<AssetKind> kinds) {

    /// Everything there is.
    public static final Wanted ALL = new Wanted("", Facet.EVERYTHING, Set.of());

    public Wanted {
        kinds = Set.copyOf(kinds);
    }

    /// The lists on the left side.
    public enum Facet {
        EVERYTHING,
        NEEDS_CAPTIONS,
        NEEDS_REVIEW,
        READY
    }

    /// The same with other words.
    public Wanted withWords(String other) {
        return new Wanted(other, facet, kinds);
    }

    /// The same of another list.
    public Wanted withFacet(Facet other) {
        return new Wanted(words, other, kinds);
    }

    /// The same with a kind added, or taken away when it was there.
    public Wanted toggled(AssetKind kind) {
        Set<AssetKind> others = EnumSet.noneOf(AssetKind.class);
        others.addAll(kinds);
        if (!others.add(kind)) {
            others.remove(kind);
        }
        return new Wanted(words, facet, others);
    }
}

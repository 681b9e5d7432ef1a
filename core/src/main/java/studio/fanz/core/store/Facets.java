package studio.fanz.core.store;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import studio.fanz.core.asset.AssetKind;

/// Which recordings to show.
///
/// @param kinds     empty = all
/// @param captioned only those with captions, or only those without
/// @param checked   only those that were checked, or only those that were not
/// @param tag       only those with this tag
public record Facets(
        Set<AssetKind> kinds, Optional<Boolean> captioned, Optional<Boolean> checked, Optional<String> tag) {

    /// Everything there is.
    public static final Facets ALL = new Facets(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Facets {
        kinds = Set.copyOf(kinds);
    }

    /// Only of these kinds.
    public Facets ofKinds(Set<AssetKind> wanted) {
        return new Facets(wanted.isEmpty() ? Set.of() : EnumSet.copyOf(wanted), captioned, checked, tag);
    }

    /// Only with captions, or only without.
    public Facets captioned(boolean wanted) {
        return new Facets(kinds, Optional.of(wanted), checked, tag);
    }

    /// Only checked, or only not checked.
    public Facets checked(boolean wanted) {
        return new Facets(kinds, captioned, Optional.of(wanted), tag);
    }

    /// Only with this tag.
    public Facets tagged(String wanted) {
        return new Facets(kinds, captioned, checked, Optional.of(wanted));
    }
}

package studio.fanz.core.store;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Asset;

/// Full text over names, tags, notes and spoken words. A query may be any text a person types: words are found
/// by their beginnings, accents and case do not matter, `"quoted words"` must stand together, nothing is an
/// operator. Blocks; any thread.
public interface SearchIndex {

    /// What fits best first: names before tags before notes before speech.
    ///
    /// @param facets which recordings count; a tag is not looked at here
    /// @param limit  how many at most
    List<Hit> search(String query, Facets facets, int offset, int limit) throws StoreException;

    /// How many recordings fit.
    long count(String query, Facets facets) throws StoreException;

    /// Where the words are spoken in one recording, in order of time.
    List<Moment> moments(Asset.Id asset, String query, int limit) throws StoreException;

    /// A recording that fits.
    ///
    /// @param moment where the words (or most of them) are spoken, if they are
    record Hit(Asset.Id asset, Optional<Moment> moment) {}

    /// A stretch of speech.
    ///
    /// @param startMs start in the source
    /// @param text    what is said there
    record Moment(long startMs, String text) {}
}

package studio.fanz.app.task;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.store.Card;
import studio.fanz.core.store.SearchIndex.Moment;

/// A page of the library: `fanz/library@1`.
///
/// @param query  what was asked, empty = everything
/// @param total  how many fit
/// @param offset how many come before this page
/// @param items  best first when something was asked, else newest first
public record Listing(String query, long total, long offset, List<Item> items) {

    public Listing {
        items = List.copyOf(items);
    }

    /// A recording that fits.
    ///
    /// @param asset  its card
    /// @param moment where the words are spoken, if they are
    public record Item(Card asset, Optional<Moment> moment) {}
}

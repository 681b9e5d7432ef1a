package studio.fanz.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.store.Card;
import studio.fanz.core.store.CardStore;
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.SearchIndex;
import studio.fanz.core.store.SearchIndex.Hit;
import studio.fanz.core.store.StoreException;

/// Lists the library, or finds in it by names, tags, notes and spoken words. Blocks; any thread.
public final class SearchLibrary {

    private final CardStore cards;
    private final SearchIndex search;

    public SearchLibrary(CardStore cards, SearchIndex search) {
        this.cards = cards;
        this.search = search;
    }

    /// A page.
    ///
    /// @param query  anything a person types; blank = everything, newest first
    /// @param facets which recordings count
    public Listing page(String query, Facets facets, int offset, int limit) throws StoreException {
        if (query.isBlank()) {
            List<Listing.Item> items = cards.page(facets, offset, limit).stream()
                    .map(card -> new Listing.Item(card, Optional.empty()))
                    .toList();
            return new Listing("", cards.count(facets), offset, items);
        }
        List<Hit> hits = search.search(query, facets, offset, limit);
        return new Listing(query, search.count(query, facets), offset, items(hits));
    }

    private List<Listing.Item> items(List<Hit> hits) throws StoreException {
        Map<Asset.Id, Card> found = cards.cards(hits.stream().map(Hit::asset).toList()).stream()
                .collect(Collectors.toMap(Card::id, Function.identity()));
        var items = new ArrayList<Listing.Item>();
        for (Hit hit : hits) {
            Card card = found.get(hit.asset());
            if (card != null) {
                items.add(new Listing.Item(card, hit.moment()));
            }
        }
        return items;
    }
}

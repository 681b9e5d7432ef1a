package studio.fanz.core.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.store.Card;
import studio.fanz.core.store.CardStore;
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.StoreException;

/// Pages are found in an index that holds all facets; only the rows of the page itself are read.
final class SqliteCards implements CardStore {

    private static final String COUNT = "select count(*) from asset ";

    private static final String PAGE = "select " + Rows.CARD + " from asset where n in (select n from asset ";
    private static final String PAGE_END =
            " order by imported_ms desc, n desc limit ? offset ?) order by imported_ms desc, n desc";

    private static final String ONE = "select " + Rows.CARD + " from asset where id = ?";

    private static final String NEEDING_LOOK = "select " + Rows.CARD
            + " from asset where blocks > 0 or warnings > 0"
            + " order by blocks desc, warnings desc, imported_ms desc limit ?";

    private final Database library;

    SqliteCards(Database library) {
        this.library = library;
    }

    @Override
    public long count(Facets facets) throws StoreException {
        FacetWhere where = FacetWhere.of(facets);
        return library.read(sql -> sql.number(COUNT + where.sql(), where.and()));
    }

    @Override
    public List<Card> page(Facets facets, long offset, int limit) throws StoreException {
        FacetWhere where = FacetWhere.of(facets);
        String page = PAGE + where.sql() + PAGE_END;
        return library.read(sql -> sql.list(page, Rows::card, where.and(limit, offset)));
    }

    @Override
    public List<Card> cards(List<Asset.Id> ids) throws StoreException {
        return library.read(sql -> {
            var cards = new ArrayList<Card>();
            for (Asset.Id id : ids) {
                Optional<Card> card = sql.first(ONE, Rows::card, id.toString());
                card.ifPresent(cards::add);
            }
            return cards;
        });
    }

    @Override
    public List<Card> needingLook(int limit) throws StoreException {
        return library.read(sql -> sql.list(NEEDING_LOOK, Rows::card, limit));
    }
}

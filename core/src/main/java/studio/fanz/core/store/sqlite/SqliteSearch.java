package studio.fanz.core.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.SearchIndex;
import studio.fanz.core.store.SearchText;
import studio.fanz.core.store.StoreException;

/// Search in two steps: documents by rank, then for each hit of the page the passage that fits best.
final class SqliteSearch implements SearchIndex {

    private static final String FIND = """
            select entry.n, entry.id
              from (select rowid as n, rank as fit from document where document match ? order by rank limit ? offset ?)
              join entry using (n)
             order by fit
            """;
    private static final String COUNT = "select count(*) from document where document match ?";
    private static final String PASSAGE = """
            select key, text
              from passage
             where key = (select rowid from passage_text
                           where passage_text match ? and rowid between ? and ? order by rank limit 1)
            """;
    private static final String PASSAGES = """
            select key, text
              from passage
             where key in (select rowid from passage_text
                            where passage_text match ? and rowid between ? and ? limit ?)
             order by key
            """;
    private static final String NUMBER = "select n from entry where id = ?";
    private static final long START_MASK = (1L << Indexer.START_BITS) - 1;

    private final Database index;
    private final Indexer indexer;

    SqliteSearch(Database index, Indexer indexer) {
        this.index = index;
        this.indexer = indexer;
    }

    @Override
    public List<Hit> search(String query, Facets facets, int offset, int limit) throws StoreException {
        String documents = SearchText.query(query);
        if (documents.isEmpty()) {
            return List.of();
        }
        indexer.catchUp();
        String narrowed = FacetTokens.narrow(documents, facets);
        String passages = SearchText.anyOf(query);
        return index.read(sql -> {
            record Found(long n, Asset.Id id) {}
            var hits = new ArrayList<Hit>();
            for (Found found : sql.list(
                    FIND, row -> new Found(row.getLong(1), Rows.id(row.getString(2))), narrowed, limit, offset)) {
                hits.add(new Hit(found.id, best(sql, found.n, passages)));
            }
            return List.copyOf(hits);
        });
    }

    @Override
    public long count(String query, Facets facets) throws StoreException {
        String documents = SearchText.query(query);
        if (documents.isEmpty()) {
            return 0;
        }
        indexer.catchUp();
        String narrowed = FacetTokens.narrow(documents, facets);
        return index.read(sql -> sql.number(COUNT, narrowed));
    }

    @Override
    public List<Moment> moments(Asset.Id asset, String query, int limit) throws StoreException {
        String passages = SearchText.anyOf(query);
        if (passages.isEmpty()) {
            return List.of();
        }
        indexer.catchUp();
        return index.read(sql -> {
            Optional<Long> n = sql.first(NUMBER, row -> row.getLong(1), asset.toString());
            if (n.isEmpty()) {
                return List.<Moment>of();
            }
            long first = n.get() << Indexer.START_BITS;
            return sql.list(PASSAGES, SqliteSearch::moment, passages, first, first + START_MASK, limit);
        });
    }

    private static Optional<Moment> best(Sql sql, long n, String passages) throws SQLException {
        long first = n << Indexer.START_BITS;
        return sql.first(PASSAGE, SqliteSearch::moment, passages, first, first + START_MASK);
    }

    private static Moment moment(java.sql.ResultSet row) throws SQLException {
        return new Moment(row.getLong(1) & START_MASK, row.getString(2));
    }
}

package studio.fanz.core.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
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
    private static final String PASSAGES = "select key, folded from passage where key between ? and ? order by key";
    private static final String TEXT = "select key, text from passage where key = ?";
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
        ToIntFunction<String> fit = SearchText.fit(query);
        return index.read(sql -> {
            record Found(long n, Asset.Id id) {}
            var hits = new ArrayList<Hit>();
            for (Found found : sql.list(
                    FIND, row -> new Found(row.getLong(1), Rows.id(row.getString(2))), narrowed, limit, offset)) {
                hits.add(new Hit(found.id, best(sql, found.n, fit)));
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
        ToIntFunction<String> fit = SearchText.fit(query);
        indexer.catchUp();
        return index.read(sql -> {
            Optional<Long> n = sql.first(NUMBER, row -> row.getLong(1), asset.toString());
            var moments = new ArrayList<Moment>();
            for (Passage passage : n.isEmpty() ? List.<Passage>of() : passages(sql, n.get())) {
                if (moments.size() < limit && fit.applyAsInt(passage.folded) > 0) {
                    moments.addAll(sql.list(TEXT, SqliteSearch::moment, passage.key));
                }
            }
            return List.copyOf(moments);
        });
    }

    /// A stretch of speech as it is looked through.
    private record Passage(long key, String folded) {}

    private static List<Passage> passages(Sql sql, long n) throws SQLException {
        long first = n << Indexer.START_BITS;
        return sql.list(PASSAGES, row -> new Passage(row.getLong(1), row.getString(2)), first, first + START_MASK);
    }

    /// The first of those in which most of the words stand.
    private static Optional<Moment> best(Sql sql, long n, ToIntFunction<String> fit) throws SQLException {
        long best = 0;
        int most = 0;
        for (Passage passage : passages(sql, n)) {
            int fits = fit.applyAsInt(passage.folded);
            if (fits > most) {
                most = fits;
                best = passage.key;
            }
        }
        return most == 0 ? Optional.empty() : sql.first(TEXT, SqliteSearch::moment, best);
    }

    private static Moment moment(ResultSet row) throws SQLException {
        return new Moment(row.getLong(1) & START_MASK, row.getString(2));
    }
}

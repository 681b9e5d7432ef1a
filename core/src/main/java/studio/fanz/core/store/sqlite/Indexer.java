package studio.fanz.core.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.json.Json;
import studio.fanz.core.store.SearchText;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.sqlite.Lane.Urgency;

/// Keeps the index level with the library: every asset whose `rev` it has not seen is read and indexed anew.
/// That also builds a new index, and closes the gap a crash left between the two files. Two programs may do it
/// at once; each batch is one transaction and doing it twice changes nothing.
final class Indexer {

    /// So many bits of a passage's key are its start in milliseconds: 24 days.
    static final int START_BITS = 31;

    private static final int BATCH = 500;

    private static final String IDENTITY = "select id from identity";
    private static final String REV = "select value from counter where name = 'rev'";
    private static final String SEEN = "select coalesce(max(rev), -1) from seen where library = ?";
    private static final String UNSEEN = """
            select n, id, name, notes, kind, captioned, checked, rev,
                   coalesce((select group_concat(tag, ' ') from tag where asset = n), ''),
                   coalesce((select json from transcript where asset = n), '')
              from asset
             where rev > ? or (rev = ? and n > ?)
             order by rev, n
             limit ?
            """;

    private final Database library;
    private final Database index;
    private final String identity;

    Indexer(Database library, Database index) throws StoreException {
        this.library = library;
        this.index = index;
        this.identity = library.read(sql -> sql.first(IDENTITY, row -> row.getString(1)))
                .orElse("");
    }

    /// One asset as the index needs it.
    private record Text(
            long n, String id, String name, String notes, String facets, long rev, String tags, String transcript) {}

    /// Where the index stands: everything up to `rev`, and of that `rev` everything up to `n`.
    private record Mark(long rev, long n) {}

    /// Brings the index up to now; at once when it is.
    void catchUp() throws StoreException {
        long now = library.read(sql -> sql.number(REV));
        long seen = index.read(sql -> sql.number(SEEN, identity));
        if (seen > now) {
            // The library was put back from a copy.
            index.write(Urgency.BACKGROUND, Indexer::forgetEverything);
            seen = -1;
        }
        if (seen < now) {
            follow(seen, now);
        }
    }

    private void follow(long seen, long now) throws StoreException {
        if (seen < 0) {
            index.write(Urgency.BACKGROUND, Indexer::forgetEverything);
        }
        Mark mark = new Mark(seen + 1, 0);
        List<Text> batch = unseen(mark);
        while (!batch.isEmpty()) {
            List<Text> texts = batch;
            index.write(Urgency.BACKGROUND, sql -> putAll(sql, texts));
            mark = new Mark(texts.getLast().rev, texts.getLast().n);
            batch = unseen(mark);
        }
        index.write(Urgency.BACKGROUND, sql -> {
            sql.update("delete from seen");
            return sql.update("insert into seen (library, rev) values (?, ?)", identity, now);
        });
    }

    private static int forgetEverything(Sql sql) throws SQLException {
        sql.update("insert into document (document) values ('delete-all')");
        sql.update("delete from passage");
        sql.update("delete from seen");
        return sql.update("delete from entry");
    }

    private List<Text> unseen(Mark mark) throws StoreException {
        return library.read(sql -> sql.list(
                UNSEEN,
                row -> new Text(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        FacetTokens.of(row.getString(5), row.getInt(6) != 0, row.getInt(7) != 0),
                        row.getLong(8),
                        row.getString(9),
                        row.getString(10)),
                mark.rev,
                mark.rev,
                mark.n,
                BATCH));
    }

    private static int putAll(Sql sql, List<Text> texts) throws SQLException {
        for (Text text : texts) {
            put(sql, text);
        }
        return texts.size();
    }

    private static void put(Sql sql, Text text) throws SQLException {
        List<Segment> segments = text.transcript.isEmpty()
                ? List.of()
                : Json.as(Json.parse(text.transcript), Transcript.class).segments();
        var indexed = segments.stream().map(s -> SearchText.indexed(s.text())).toList();
        sql.update("insert or replace into entry (n, id) values (?, ?)", text.n, text.id);
        sql.update(
                "insert or replace into document (rowid, name, tags, notes, spoken, facets) values (?, ?, ?, ?, ?, ?)",
                text.n,
                SearchText.indexed(text.name),
                SearchText.indexed(text.tags),
                SearchText.indexed(text.notes),
                String.join(" ", indexed),
                text.facets);
        putPassages(sql, text.n, segments, indexed);
    }

    private static void putPassages(Sql sql, long n, List<Segment> segments, List<String> indexed) throws SQLException {
        long key = n << START_BITS;
        long end = key + (1L << START_BITS) - 1;
        sql.update("delete from passage where key between ? and ?", key, end);
        long last = -1;
        for (int i = 0; i < segments.size(); i++) {
            last = Math.max(last + 1, segments.get(i).startMs());
            sql.update(
                    "insert into passage (key, text, folded) values (?, ?, ?)",
                    key + last,
                    segments.get(i).text().strip(),
                    SearchText.hay(indexed.get(i)));
        }
    }
}

package studio.fanz.core.store.sqlite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.json.Json;
import studio.fanz.core.store.Arrival;
import studio.fanz.core.store.AssetStore;
import studio.fanz.core.store.Placement;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;
import studio.fanz.core.store.sqlite.Lane.Urgency;

/// Recordings as rows. Every write raises the library's `rev` and stamps it on the row, for the index.
final class SqliteAssets implements AssetStore {

    /// More than this in one transaction would keep a person's edit waiting.
    private static final int BATCH = 1_000;

    private static final String FIND = "select " + Rows.ASSET + " from asset where id = ?";
    private static final String WITH_HASH = "select " + Rows.ASSET + " from asset where hash = ?";
    private static final String AT =
            "select id, path, size, modified_ms from asset where path = ? and missing = 0 limit 1";
    private static final String STARTING = "select id from asset where id >= ? and id < ? order by id limit ?";
    private static final String ADD = """
            insert into asset (id, hash, path, name, kind, size, modified_ms, duration_ms, width, height, facts,
                               imported_ms, rev)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (hash) do nothing
            """;
    private static final String ADD_TAG = "insert or ignore into tag (asset, tag) select n, ? from asset where id = ?";
    private static final String DROP_TAGS = "delete from tag where asset = (select n from asset where id = ?)";
    private static final String TAGS =
            "select tag from tag where asset = (select n from asset where id = ?) order by tag";
    private static final String TRANSCRIPT =
            "select json from transcript where asset = (select n from asset where id = ?)";
    private static final String TRANSCRIBED = """
            insert into transcript (asset, language, json) select n, ?, ? from asset where id = ?
            on conflict (asset) do update set language = excluded.language, json = excluded.json
            """;
    private static final String RAISE = "update counter set value = value + 1 where name = 'rev' returning value";

    private final Database library;

    SqliteAssets(Database library) {
        this.library = library;
    }

    @Override
    public Optional<Asset> find(Asset.Id id) throws StoreException {
        return library.read(sql -> sql.first(FIND, Rows::asset, id.toString()));
    }

    @Override
    public Optional<Asset> withHash(ContentHash hash) throws StoreException {
        return library.read(sql -> sql.first(WITH_HASH, Rows::asset, hash.hex()));
    }

    @Override
    public Optional<Placement> at(Path path) throws StoreException {
        return library.read(sql -> sql.first(AT, Rows::placement, path.toString()));
    }

    @Override
    public List<Asset.Id> startingWith(String idPrefix, int limit) throws StoreException {
        return library.read(sql ->
                sql.list(STARTING, row -> Rows.id(row.getString(1)), idPrefix, idPrefix + Character.MAX_VALUE, limit));
    }

    @Override
    public int add(List<Arrival> arrivals) throws StoreException {
        int added = 0;
        for (int from = 0; from < arrivals.size(); from += BATCH) {
            List<Arrival> batch = arrivals.subList(from, Math.min(from + BATCH, arrivals.size()));
            added += library.write(Urgency.BACKGROUND, sql -> addAll(sql, batch));
        }
        return added;
    }

    private static int addAll(Sql sql, List<Arrival> batch) throws SQLException {
        long rev = raise(sql);
        int added = 0;
        for (Arrival arrival : batch) {
            if (addRow(sql, arrival, rev) > 0) {
                added++;
                for (String tag : arrival.tags()) {
                    sql.update(ADD_TAG, tag, arrival.asset().id().toString());
                }
                Outbox.append(sql, "asset", arrival.asset().id(), added(arrival));
            }
        }
        return added;
    }

    private static int addRow(Sql sql, Arrival arrival, long rev) throws SQLException {
        Asset asset = arrival.asset();
        var facts = asset.facts();
        return sql.update(
                ADD,
                asset.id().toString(),
                asset.hash().hex(),
                asset.path().toString(),
                asset.name(),
                FacetWhere.name(facts.kind()),
                facts.sizeBytes(),
                arrival.modifiedMs(),
                facts.durationMs(),
                facts.video().map(VideoFacts::displayWidth).orElse(0),
                facts.video().map(VideoFacts::displayHeight).orElse(0),
                Json.compact(Json.tree(facts)),
                asset.importedAt().toEpochMilli(),
                rev);
    }

    /// Paths stay on this device.
    private static ObjectNode added(Arrival arrival) {
        Asset asset = arrival.asset();
        ObjectNode patch = Outbox.patch("asset-added")
                .put("hash", asset.hash().hex())
                .put("name", asset.name())
                .put("importedAt", asset.importedAt().toString());
        patch.set("facts", Json.tree(asset.facts()));
        patch.set("tags", Json.node(new TreeSet<>(arrival.tags())));
        return patch;
    }

    @Override
    public void place(Placement placement) throws StoreException {
        change(
                Urgency.BACKGROUND,
                placement.asset(),
                "path = ?, size = ?, modified_ms = ?, missing = 0",
                placement.path().toString(),
                placement.size(),
                placement.modifiedMs());
    }

    @Override
    public void missing(Asset.Id id) throws StoreException {
        change(Urgency.BACKGROUND, id, "missing = 1");
    }

    @Override
    public void replace(Asset now, long modifiedMs) throws StoreException {
        library.write(Urgency.PERSON, sql -> {
            var facts = now.facts();
            set(
                    sql,
                    now.id(),
                    "hash = ?, path = ?, kind = ?, size = ?, modified_ms = ?, duration_ms = ?, width = ?, height = ?,"
                            + " facts = ?, missing = 0",
                    now.hash().hex(),
                    now.path().toString(),
                    FacetWhere.name(facts.kind()),
                    facts.sizeBytes(),
                    modifiedMs,
                    facts.durationMs(),
                    facts.video().map(VideoFacts::displayWidth).orElse(0),
                    facts.video().map(VideoFacts::displayHeight).orElse(0),
                    Json.compact(Json.tree(facts)));
            ObjectNode patch =
                    Outbox.patch("asset-replaced").put("hash", now.hash().hex());
            patch.set("facts", Json.tree(facts));
            Outbox.append(sql, "asset", now.id(), patch);
            return now;
        });
    }

    @Override
    public void rename(Asset.Id id, String name) throws StoreException {
        library.write(Urgency.PERSON, sql -> {
            set(sql, id, "name = ?", name);
            Outbox.append(sql, "asset", id, Outbox.patch("asset-renamed").put("name", name));
            return name;
        });
    }

    @Override
    public List<String> tags(Asset.Id id) throws StoreException {
        return library.read(sql -> sql.list(TAGS, row -> row.getString(1), id.toString()));
    }

    @Override
    public void tag(Asset.Id id, Set<String> tags) throws StoreException {
        library.write(Urgency.PERSON, sql -> {
            set(sql, id, "id = id");
            sql.update(DROP_TAGS, id.toString());
            for (String tag : tags) {
                sql.update(ADD_TAG, tag, id.toString());
            }
            ObjectNode patch = Outbox.patch("asset-tagged");
            patch.set("tags", Json.node(new TreeSet<>(tags)));
            Outbox.append(sql, "asset", id, patch);
            return tags;
        });
    }

    @Override
    public String notes(Asset.Id id) throws StoreException {
        return library.read(
                sql -> sql.first("select notes from asset where id = ?", row -> row.getString(1), id.toString())
                        .orElse(""));
    }

    @Override
    public void note(Asset.Id id, String notes) throws StoreException {
        library.write(Urgency.PERSON, sql -> {
            set(sql, id, "notes = ?", notes);
            Outbox.append(sql, "asset", id, Outbox.patch("asset-noted").put("notes", notes));
            return notes;
        });
    }

    @Override
    public Optional<Transcript> transcript(Asset.Id id) throws StoreException {
        return library.read(sql -> sql.first(TRANSCRIPT, row -> row.getString(1), id.toString()))
                .map(json -> Json.as(Json.parse(json), Transcript.class));
    }

    @Override
    public void transcribed(Asset.Id id, Transcript transcript) throws StoreException {
        String json = Json.compact(Json.tree(transcript));
        library.write(Urgency.BACKGROUND, sql -> {
            set(sql, id, "id = id");
            sql.update(TRANSCRIBED, transcript.language(), json, id.toString());
            // The words are read from their row when they are sent: once is enough on this disk.
            Outbox.append(
                    sql, "transcript", id, Outbox.patch("transcript-made").put("language", transcript.language()));
            return id;
        });
    }

    @Override
    public void captioned(Asset.Id id, boolean captioned) throws StoreException {
        change(Urgency.BACKGROUND, id, "captioned = ?", captioned ? 1 : 0);
    }

    @Override
    public void reviewed(Asset.Id id, int blocks, int warnings) throws StoreException {
        change(Urgency.BACKGROUND, id, "checked = 1, blocks = ?, warnings = ?", blocks, warnings);
    }

    private void change(Urgency urgency, Asset.Id id, String assignments, Object... values) throws StoreException {
        library.write(urgency, sql -> {
            set(sql, id, assignments, values);
            return id;
        });
    }

    private static void set(Sql sql, Asset.Id id, String assignments, Object... values)
            throws SQLException, StoreException {
        Object[] arguments = new Object[values.length + 2];
        System.arraycopy(values, 0, arguments, 0, values.length);
        arguments[values.length] = raise(sql);
        arguments[values.length + 1] = id.toString();
        if (sql.update("update asset set " + assignments + ", rev = ? where id = ?", arguments) == 0) {
            throw new StoreException(Code.NOT_IN_LIBRARY, id.toString(), "");
        }
    }

    private static long raise(Sql sql) throws SQLException {
        return sql.number(RAISE);
    }
}

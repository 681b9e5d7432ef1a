package studio.fanz.core.store.sqlite;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.json.Json;
import studio.fanz.core.store.Card;
import studio.fanz.core.store.Placement;

/// Rows of the library as records.
final class Rows {

    static final String ASSET = "id, hash, path, name, facts, imported_ms";
    static final String CARD =
            "id, hash, name, kind, duration_ms, size, width, height, imported_ms, missing, captioned,"
                    + " checked, blocks, warnings";

    private Rows() {}

    static Asset asset(ResultSet row) throws SQLException {
        return new Asset(
                id(row.getString(1)),
                new ContentHash(row.getString(2)),
                Path.of(row.getString(3)),
                row.getString(4),
                Json.as(Json.parse(row.getString(5)), MediaFacts.class),
                Instant.ofEpochMilli(row.getLong(6)));
    }

    static Card card(ResultSet row) throws SQLException {
        return new Card(
                id(row.getString(1)),
                new ContentHash(row.getString(2)),
                row.getString(3),
                AssetKind.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getLong(5),
                row.getLong(6),
                row.getInt(7),
                row.getInt(8),
                Instant.ofEpochMilli(row.getLong(9)),
                row.getInt(10) != 0,
                row.getInt(11) != 0,
                row.getInt(12) != 0,
                row.getInt(13),
                row.getInt(14));
    }

    static Placement placement(ResultSet row) throws SQLException {
        return new Placement(id(row.getString(1)), Path.of(row.getString(2)), row.getLong(3), row.getLong(4));
    }

    static Asset.Id id(String text) {
        return new Asset.Id(UUID.fromString(text));
    }
}

package studio.fanz.core.store.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.edit.JournalEntry.What;
import studio.fanz.core.json.EditJson;
import studio.fanz.core.json.Json;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.Hashing;

/// A line of a journal as it stands on disk, with a seal that tells damage from what a newer program wrote.
///
/// @param seal SHA-256 of the rest and the project's id; empty in lines older than seals
record StoredLine(long seq, String what, String json, String inverse, long madeMs, String seal) {

    static final String COLUMNS = "seq, what, json, inverse, made_ms, seal";

    /// What reading a line comes to.
    sealed interface Read {
        /// It is what was written.
        record Good(JournalEntry entry) implements Read {}

        /// It is whole, but of a kind or version this program does not know.
        record Newer() implements Read {}

        /// It is not what was written.
        record Damaged() implements Read {}
    }

    static StoredLine of(ResultSet row) throws SQLException {
        return new StoredLine(
                row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5), row.getString(6));
    }

    static StoredLine of(Project.Id project, JournalEntry entry) {
        var open = new StoredLine(
                entry.seq(),
                entry.what().name().toLowerCase(Locale.ROOT),
                Json.compact(EditJson.write(entry.edit())),
                Json.compact(EditJson.write(entry.inverse())),
                entry.made().toEpochMilli(),
                "");
        return new StoredLine(open.seq, open.what, open.json, open.inverse, open.madeMs, open.sealFor(project));
    }

    private String sealFor(Project.Id project) {
        return seal(project + "\n" + seq + "\n" + what + "\n" + madeMs + "\n" + json + "\n" + inverse);
    }

    static String seal(String text) {
        return Hashing.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    Read read(Project.Id project) {
        if (!seal.isEmpty() && !seal.equals(sealFor(project))) {
            return new Read.Damaged();
        }
        try {
            return new Read.Good(new JournalEntry(
                    seq,
                    What.valueOf(what.toUpperCase(Locale.ROOT)),
                    EditJson.read(Json.parse(json)),
                    EditJson.read(Json.parse(inverse)),
                    Instant.ofEpochMilli(madeMs)));
        } catch (IllegalArgumentException e) {
            boolean whole = !seal.isEmpty() || (e.getCause() == null && looksWhole(json) && looksWhole(inverse));
            return whole ? new Read.Newer() : new Read.Damaged();
        }
    }

    /// For lines without a seal: an unknown kind in our envelope is a newer program's, anything else is damage.
    private static boolean looksWhole(String text) {
        try {
            JsonNode json = Json.parse(text);
            return json.path("type").isTextual() && json.path("v").asInt() > 0;
        } catch (IllegalArgumentException notJson) {
            return false;
        }
    }
}

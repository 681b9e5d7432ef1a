package studio.fanz.core.store.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.edit.JournalEntry.What;
import studio.fanz.core.json.EditJson;
import studio.fanz.core.json.Json;

/// Lines of `journal.jsonl`, one JSON object each: `seq`, `what`, `edit`, `inverse`, `made`.
final class PackedLines {

    /// An id as it stands in our JSON.
    static final Pattern ID = Pattern.compile("\"([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})\"");

    private PackedLines() {}

    static String write(JournalEntry entry) {
        ObjectNode line = Json.object()
                .put("seq", entry.seq())
                .put("what", entry.what().name().toLowerCase(Locale.ROOT));
        line.set("edit", EditJson.write(entry.edit()));
        line.set("inverse", EditJson.write(entry.inverse()));
        return Json.compact(line.put("made", entry.made().toString()));
    }

    /// @throws IllegalArgumentException when it is no line, or of a kind this program does not know
    static JournalEntry read(String text) {
        JsonNode line = Json.parse(text);
        try {
            return new JournalEntry(
                    line.path("seq").asLong(),
                    What.valueOf(line.path("what").asText().toUpperCase(Locale.ROOT)),
                    EditJson.read(line.path("edit")),
                    EditJson.read(line.path("inverse")),
                    Instant.parse(line.path("made").asText()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time in line " + line.path("seq"), e);
        }
    }

    /// The text with ids exchanged wherever they stand: what was made in one library speaks of another's recordings.
    static String exchanged(String text, Map<String, String> ids) {
        return ids.isEmpty()
                ? text
                : ID.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                "\"" + ids.getOrDefault(found.group(1), found.group(1)) + "\""));
    }
}

package studio.fanz.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The JSON files we write: a first field `schema: "fanz/<name>@<n>"`, then the record's components. Described in
/// `docs/documents.md`.
public final class Documents {

    private Documents() {}

    /// The record as a document.
    ///
    /// @param name    `transcript`, `review`, …
    /// @param version of the document's shape, from 1
    public static ObjectNode of(String name, int version, Object record) {
        ObjectNode document = Json.object();
        document.put("schema", "fanz/" + name + "@" + version);
        document.setAll(Json.tree(record));
        return document;
    }

    /// Reads a document back.
    ///
    /// @throws IllegalArgumentException when it is another document, a newer version, or has another shape
    public static <T> T read(JsonNode document, String name, int version, Class<T> type) {
        String schema = document.path("schema").asText();
        String wanted = "fanz/" + name + "@";
        if (!schema.startsWith(wanted)) {
            throw new IllegalArgumentException("not a " + wanted + " document: " + schema);
        }
        if (Integer.parseInt(schema.substring(wanted.length())) > version) {
            throw new IllegalArgumentException("made by a newer version: " + schema);
        }
        return Json.as(document, type);
    }
}

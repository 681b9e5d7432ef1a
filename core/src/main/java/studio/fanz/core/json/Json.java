package studio.fanz.core.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/// The one JSON dialect of the house: records by component name, enums in lower case, `Optional` as value or `null`,
/// instants as ISO 8601, rationals as `"30000/1001"`, infinities as `null`,
/// maps in the order of their names. Thread-safe.
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new ModelModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // An immutable map is in another order in every process; what is remembered by its text must not be.
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Only the components of a record are data; methods that look like getters are not.
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .build();

    private Json() {}

    /// The value as a tree that can be completed before it is written.
    public static ObjectNode tree(Object record) {
        return MAPPER.valueToTree(record);
    }

    /// An empty object.
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// Any value (list, string, record) as a tree node.
    public static JsonNode node(Object value) {
        return MAPPER.valueToTree(value);
    }

    /// A record out of a tree; unknown fields are ignored.
    ///
    /// @throws IllegalArgumentException when the tree does not have the record's shape
    public static <T> T as(JsonNode tree, Class<T> type) {
        return MAPPER.convertValue(tree, type);
    }

    /// Reads any JSON text.
    ///
    /// @throws IllegalArgumentException when it is not JSON
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /// One line, for the database.
    public static String compact(JsonNode tree) {
        return tree.toString();
    }

    /// Indented, ending in a line break, for files people open.
    public static String pretty(JsonNode tree) {
        return tree.toPrettyString() + "\n";
    }
}

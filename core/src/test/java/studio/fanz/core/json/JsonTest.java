package studio.fanz.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    /// Steps are remembered by this text, across processes.
    @Test
    void mapsAreWrittenInTheOrderOfTheirNames() {
        var backwards = new LinkedHashMap<String, Integer>();
        backwards.put("b", 2);
        backwards.put("a", 1);
        assertThat(Json.compact(Json.node(new Holder(backwards)))).isEqualTo("{\"of\":{\"a\":1,\"b\":2}}");
    }

    private record Holder(Map<String, Integer> of) {}
}

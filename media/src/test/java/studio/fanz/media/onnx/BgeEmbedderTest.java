package studio.fanz.media.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Json;
import studio.fanz.media.CatalogueModelFolder;
import studio.fanz.media.MediaException;

class BgeEmbedderTest {

    private static final double TOLERANCE = 0.01;

    private static JsonNode vectors() throws IOException {
        try (var in = BgeEmbedderTest.class.getResourceAsStream("/vectors/text_embedding.json")) {
            return Json.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static long[] ids(JsonNode node) {
        long[] ids = new long[node.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = node.get(i).asLong();
        }
        return ids;
    }

    @Test
    void textsAreCutAsTheReferenceCutsThem() throws IOException, MediaException {
        WordPiece tokenizer = BgeEmbedder.read();
        for (JsonNode one : vectors().path("tokenizer_cases")) {
            assertThat(tokenizer.encode(one.path("text").asText(), 512)).isEqualTo(ids(one.path("ids")));
        }
        for (JsonNode pair : vectors().path("pairs")) {
            assertThat(tokenizer.encode(pair.path("a").asText(), 512)).isEqualTo(ids(pair.path("ids_a")));
            assertThat(tokenizer.encode(pair.path("b").asText(), 512)).isEqualTo(ids(pair.path("ids_b")));
        }
    }

    @Test
    void aLongTextIsCutToWhatTheModelTakes() throws MediaException {
        long[] encoded = BgeEmbedder.read().encode("rocket ".repeat(2000), 512);
        assertThat(encoded).hasSize(512).endsWith(102);
    }

    @Test
    void vectorsAreTheReferences() throws IOException, MediaException {
        var models = CatalogueModelFolder.open(
                Path.of(System.getProperty("fanz.assets")).resolve("models"));
        try (var embedder = new BgeEmbedder(models, JobContext.silent())) {
            for (JsonNode pair : vectors().path("pairs")) {
                float[] a = embedder.embed(pair.path("a").asText());
                float[] b = embedder.embed(pair.path("b").asText());
                double cosine = 0;
                for (int i = 0; i < a.length; i++) {
                    cosine += (double) a[i] * b[i];
                }
                assertThat(cosine).isCloseTo(pair.path("cosine").asDouble(), within(TOLERANCE));
                for (int i = 0; i < 8; i++) {
                    assertThat((double) a[i])
                            .isCloseTo(pair.path("embedding_a_first8").get(i).asDouble(), within(TOLERANCE));
                }
            }
        }
    }
}

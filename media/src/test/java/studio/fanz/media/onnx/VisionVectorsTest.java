package studio.fanz.media.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import studio.fanz.core.json.Json;
import studio.fanz.media.CatalogueModelFolder;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelFolder;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.Sampling;
import studio.fanz.media.vision.Box;
import studio.fanz.media.vision.Face;
import studio.fanz.media.vision.ImageTagger;
import studio.fanz.media.vision.TestPictures;
import studio.fanz.media.vision.TextLine;

/// The vector files beside the models are the contract: what they hold, the adapters give.
class VisionVectorsTest {

    private final ModelFolder models = open();

    @Test
    void blazeFaceFindsTheAstronautWhereTheVectorsSay() throws Exception {
        JsonNode vector = vector("face_blazeface");
        Picture astronaut = TestPictures.named("astronaut.png");
        float[] input = Planes.scaled(Sampling.letterboxed(astronaut, 256), 1 / 127.5f, -1);
        assertThat(sum(input)).isCloseTo(vector.path("input_sum").asDouble(), within(1.0));
        List<BlazeFace.Candidate> found = blazeFace().find(astronaut, 0.5);
        JsonNode wanted = vector.path("faces").path(0);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().score()).isCloseTo(wanted.path("score").asDouble(), within(0.001));
        assertBox(found.getFirst().box(), wanted.path("box_px"), 0.5);
        int i = 0;
        for (JsonNode point : wanted.path("keypoints_px")) {
            Face.Point given = found.getFirst().points().get(i++);
            assertThat(given.x()).isCloseTo(point.path(0).asDouble(), within(0.5));
            assertThat(given.y()).isCloseTo(point.path(1).asDouble(), within(0.5));
        }
        assertThat(i).isEqualTo(6);
    }

    @Test
    void theMeshGivesTheVectorsLandmarksPresenceAndOpenEyes() throws Exception {
        JsonNode vector = vector("face_mesh");
        Picture astronaut = TestPictures.named("astronaut.png");
        FaceMesh.Region region =
                FaceMesh.Region.around(blazeFace().find(astronaut, 0.5).getFirst());
        JsonNode roi = vector.path("roi");
        assertThat(region.centreX()).isCloseTo(roi.path("cx").asDouble(), within(0.05));
        assertThat(region.side()).isCloseTo(roi.path("side").asDouble(), within(0.05));
        assertThat(region.angle()).isCloseTo(roi.path("angle_rad").asDouble(), within(0.001));
        FaceMesh.Mesh mesh = new FaceMesh(model("face_mesh_468.onnx", "input_1")).look(astronaut, region);
        assertThat(mesh.presence()).isCloseTo(1.0, within(0.001));
        vector.path("landmarks_crop_px").properties().forEach(wanted -> {
            int at = Integer.parseInt(wanted.getKey()) * 3;
            for (int c = 0; c < 2; c++) {
                assertThat((double) mesh.landmarks()[at + c])
                        .isCloseTo(wanted.getValue().path(c).asDouble(), within(0.05));
            }
        });
        JsonNode ratios = vector.path("ratios");
        double open = (ratios.path("eye_open_right").asDouble()
                        + ratios.path("eye_open_left").asDouble())
                / 2;
        assertThat(mesh.eyesOpen()).isCloseTo(open, within(0.01));
    }

    @Test
    void catsAndCupsAreNoFaces() throws Exception {
        try (OnnxVision vision = new OnnxVision(models, 1)) {
            assertThat(vision.faces().find(TestPictures.named("chelsea.png"))).isEmpty();
            assertThat(vision.faces().find(TestPictures.named("coffee.png"))).isEmpty();
            assertThat(vision.faces().find(TestPictures.named("astronaut.png"))).hasSize(1);
        }
    }

    @Test
    void adultImageScoresAreTheVectorsOwn() throws Exception {
        NsfwImage model = new NsfwImage(model("image_moderation_nsfwjs_mid.onnx", "input"));
        for (JsonNode wanted : vector("image_moderation").path("cases")) {
            Picture picture = picture(wanted);
            float[] classes = model.classes(picture);
            int i = 0;
            for (JsonNode p : wanted.path("probabilities")) {
                assertThat((double) classes[i++]).isCloseTo(p.asDouble(), within(0.001));
            }
            double decision = wanted.path("decision_porn_plus_hentai").asDouble();
            assertThat(model.score(picture)).isCloseTo(decision, within(0.001));
        }
    }

    @Test
    void tagsAndFeaturesAreTheVectorsOwn() throws Exception {
        List<String> labels = EfficientNetTagger.labels(models);
        assertThat(labels).hasSize(1000);
        EfficientNetTagger tagger =
                new EfficientNetTagger(model("image_tags_efficientnet_lite0_fp16.onnx", "image"), labels);
        for (JsonNode wanted : vector("image_tags").path("cases")) {
            if (wanted.path("image").asText().contains("rocket")) {
                continue;
            }
            EfficientNetTagger.View view = tagger.centre(picture(wanted));
            for (JsonNode top : wanted.path("top5")) {
                int index = top.path("index").asInt();
                assertThat(labels.get(index)).isEqualTo(top.path("name").asText());
                assertThat((double) view.probabilities()[index])
                        .isCloseTo(top.path("p").asDouble(), within(0.005));
            }
            for (int i = 0; i < 8; i++) {
                double feature = wanted.path("features_first8").path(i).asDouble();
                assertThat((double) view.feature()[i]).isCloseTo(feature, within(0.02));
            }
        }
        ImageTagger.Impression coffee = tagger.look(TestPictures.named("coffee.png"));
        assertThat(coffee.tags()).first().extracting(ImageTagger.Tag::label).isEqualTo("espresso");
        assertThat(tagger.look(TestPictures.named("astronaut.png")).tags()).isEmpty();
        assertThat(coffee.likeness(coffee)).isCloseTo(1, within(1e-6));
    }

    @Test
    void objectsAreWhereTheVectorsSay() throws Exception {
        NanoDetPeople model = new NanoDetPeople(model("object_detection_nanodet_g_416.onnx", "image"));
        for (JsonNode wanted : vector("object_detection").path("cases")) {
            if (wanted.path("image").asText().contains("rocket")) {
                continue;
            }
            Picture picture = picture(wanted);
            float[] input = Planes.planar(Sampling.letterboxed(picture, 416));
            assertSamples(input, 416, wanted.path("input_samples"));
            List<NanoDetPeople.Detection> found = model.detect(picture, 0.35);
            assertThat(found).hasSameSizeAs(wanted.path("detections_0.35"));
            for (int i = 0; i < found.size(); i++) {
                JsonNode box = wanted.path("detections_0.35").path(i);
                assertThat(found.get(i).kind()).isEqualTo(box.path("class").asInt());
                assertThat(found.get(i).score()).isCloseTo(box.path("score").asDouble(), within(0.005));
                assertBox(found.get(i).box(), box.path("box_px_xyxy"), 1.5);
            }
        }
    }

    @Test
    void pagesAreReadAsTheVectorsSay() throws Exception {
        PaddleText text = paddle();
        for (JsonNode page : vector("ocr_v6_tiny").path("pages")) {
            Picture picture = picture(page);
            List<TextLine> lines = text.find(picture);
            assertThat(lines).hasSameSizeAs(page.path("regions"));
            for (int i = 0; i < lines.size(); i++) {
                JsonNode wanted = page.path("regions").path(i);
                assertThat(lines.get(i).text()).isEqualTo(wanted.path("text").asText());
                assertThat(lines.get(i).confidence())
                        .isCloseTo(wanted.path("confidence").asDouble(), within(0.002));
                assertBox(lines.get(i).box(), wanted.path("box_px"), 2);
            }
        }
    }

    @Test
    void oneLineIsReadWithTheVectorsConfidence() throws Exception {
        JsonNode wanted = vector("ocr_v6_tiny").path("line");
        TextLine line = paddle().read(picture(wanted), new Box(0, 0, 320, 48));
        assertThat(line.text()).isEqualTo(wanted.path("text").asText());
        assertThat(line.confidence()).isCloseTo(wanted.path("confidence").asDouble(), within(0.002));
    }

    @Test
    void writingThatRunsUpwardsIsReadToo() throws Exception {
        Picture flat = TestPictures.named("ocr_line_320x48.png");
        byte[] turned = new byte[flat.rgb().length];
        for (int y = 0; y < flat.height(); y++) {
            for (int x = 0; x < flat.width(); x++) {
                int to = ((flat.width() - 1 - x) * flat.height() + y) * 3;
                System.arraycopy(flat.rgb(), (y * flat.width() + x) * 3, turned, to, 3);
            }
        }
        Picture upright = new Picture(48, 320, turned);
        assertThat(paddle().read(upright, new Box(0, 0, 48, 320)).text()).isEqualTo("Hello World 42");
    }

    @Test
    void aReleasedModelWorksAgain() throws Exception {
        try (OnnxVision vision = new OnnxVision(models, 1)) {
            Picture astronaut = TestPictures.named("astronaut.png");
            List<Face> before = vision.faces().find(astronaut);
            vision.release();
            assertThat(vision.faces().find(astronaut)).isEqualTo(before);
        }
    }

    private BlazeFace blazeFace() {
        return new BlazeFace(model("face_blazeface_back_256.onnx", "input:0"));
    }

    private PaddleText paddle() throws Exception {
        return new PaddleText(
                model("ocr_ppocrv6_tiny_det.onnx", "x"),
                model("ocr_ppocrv6_tiny_rec.onnx", "x"),
                PaddleText.dictionary(models));
    }

    private PictureModel model(String file, String input) {
        return new PictureModel(models, file, input, 1);
    }

    private static Picture picture(JsonNode wanted) {
        return TestPictures.named(wanted.path("image").asText().substring("images/".length()));
    }

    private static void assertBox(Box box, JsonNode wanted, double pixels) {
        assertThat(box.left()).isCloseTo(wanted.path(0).asDouble(), within(pixels));
        assertThat(box.top()).isCloseTo(wanted.path(1).asDouble(), within(pixels));
        assertThat(box.right()).isCloseTo(wanted.path(2).asDouble(), within(pixels));
        assertThat(box.bottom()).isCloseTo(wanted.path(3).asDouble(), within(pixels));
    }

    private static void assertSamples(float[] planes, int side, JsonNode samples) {
        samples.properties().forEach(sample -> {
            List<Integer> place = numbers(sample.getKey());
            for (int c = 0; c < 3; c++) {
                float given = planes[(c * side + place.get(1)) * side + place.get(2)];
                assertThat((double) given).isCloseTo(sample.getValue().path(c).asDouble(), within(0.01));
            }
        });
    }

    private static List<Integer> numbers(String text) {
        Matcher digits = Pattern.compile("\\d+").matcher(text);
        List<Integer> found = new ArrayList<>();
        while (digits.find()) {
            found.add(Integer.parseInt(digits.group()));
        }
        return found;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static ModelFolder open() {
        try {
            return CatalogueModelFolder.open(Path.of(System.getProperty("fanz.assets"), "models"));
        } catch (MediaException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode vector(String name) throws Exception {
        String file = "/vectors/" + name + ".json";
        try (InputStream in = VisionVectorsTest.class.getResourceAsStream(file)) {
            byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
            return Json.parse(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}

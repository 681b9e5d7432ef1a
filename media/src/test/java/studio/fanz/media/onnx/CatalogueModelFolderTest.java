package studio.fanz.media.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.media.CatalogueModelFolder;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelCatalogue;

class CatalogueModelFolderTest {

    private static final Path MODELS = Path.of(System.getProperty("fanz.assets"), "models");
    private static final String SMALL = "object_detection_coco80_labels.txt";

    @TempDir
    private Path folder;

    @Test
    void everyFileOfTheCatalogueIsThereAndHasItsHash() throws Exception {
        CatalogueModelFolder models = CatalogueModelFolder.open(MODELS);
        for (ModelCatalogue.Entry entry : models.catalogue().entries()) {
            if (entry.inFolder()) {
                assertThat(models.file(entry.file())).isRegularFile();
            }
        }
        assertThat(models.catalogue().entries()).hasSizeGreaterThan(15);
    }

    @Test
    void everyModelFileInTheFolderIsInTheCatalogue() throws Exception {
        ModelCatalogue catalogue = ModelCatalogue.read(MODELS);
        try (var files = Files.walk(MODELS)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> MODELS.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> !name.endsWith(".csv") && !name.endsWith(".md")))
                    .allSatisfy(name -> assertThat(catalogue.find(name)).isPresent());
        }
    }

    @Test
    void aFlippedByteIsACorruptModel() throws Exception {
        copyCatalogue();
        byte[] bytes = Files.readAllBytes(MODELS.resolve(SMALL));
        bytes[3] ^= 1;
        Files.write(folder.resolve(SMALL), bytes);
        assertRefused(SMALL, MediaException.Code.MODEL_CORRUPT);
    }

    @Test
    void aFileThatIsNotThereIsAMissingModel() throws Exception {
        copyCatalogue();
        assertRefused(SMALL, MediaException.Code.MODEL_MISSING);
        assertRefused("../secret.onnx", MediaException.Code.MODEL_MISSING);
    }

    @Test
    void aFolderWithoutCatalogueIsAMissingModel() {
        assertThatThrownBy(() -> CatalogueModelFolder.open(folder))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(MediaException.Code.MODEL_MISSING));
    }

    private void copyCatalogue() throws Exception {
        Files.copy(
                MODELS.resolve("catalogue.csv"), folder.resolve("catalogue.csv"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void assertRefused(String name, MediaException.Code code) throws Exception {
        CatalogueModelFolder models = CatalogueModelFolder.open(folder);
        assertThatThrownBy(() -> models.file(name))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

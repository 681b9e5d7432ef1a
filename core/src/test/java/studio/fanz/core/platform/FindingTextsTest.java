package studio.fanz.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class FindingTextsTest {

    private static Properties texts() throws IOException {
        var texts = new Properties();
        Path file = Path.of(System.getProperty("fanz.assets")).resolve("texts").resolve("findings.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    @Test
    void everyLimitThatCanBeBrokenAndEveryWayOutHasASentence() throws IOException {
        Properties texts = texts();
        for (Limit row : Facts.limits().rows()) {
            boolean judged = Measures.concerns(row.name())
                    || LimitNames.TEXT.contains(row.name())
                    || LimitNames.COVER.contains(row.name());
            if (judged) {
                assertThat(texts).containsKey("limit." + row.name());
            }
            Fixes.of(row).ifPresent(fix -> assertThat(texts).containsKey("fix." + fix.code()));
        }
    }
}

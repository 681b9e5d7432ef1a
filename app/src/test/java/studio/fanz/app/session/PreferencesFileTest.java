package studio.fanz.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.app.theme.Appearance;

class PreferencesFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsRead() throws IOException {
        var file = new PreferencesFile(folder.resolve("home").resolve("settings.json"));
        Preferences preferences = Preferences.FIRST
                .withAppearance(Appearance.LIGHT)
                .withSplit("edit.timeline", 0.6)
                .withWindow(1200, 800, true)
                .at(Place.LIBRARY, "some-id");
        file.write(preferences);

        assertThat(file.read()).isEqualTo(preferences);
    }

    @Test
    void aDamagedFileIsTheFirstDayAgain() throws IOException {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"schema\": \"fanz/settings@1\", \"appearance\": \"puce\"");

        assertThat(new PreferencesFile(file).read()).isEqualTo(Preferences.FIRST);
    }
}

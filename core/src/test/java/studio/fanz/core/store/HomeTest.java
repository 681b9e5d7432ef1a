package studio.fanz.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    private static final Path USER = Path.of("/u").toAbsolutePath();

    @Test
    void whatWasTypedWinsOverTheEnvironmentAndThatOverTheConvention() {
        var environment = Map.of("FANZ_HOME", "/env", "XDG_DATA_HOME", "/xdg");
        assertThat(Home.find(Optional.of(Path.of("/typed")), environment, "Linux", USER)
                        .root())
                .isEqualTo(Path.of("/typed").toAbsolutePath());
        assertThat(Home.find(Optional.empty(), environment, "Linux", USER).root())
                .isEqualTo(Path.of("/env").toAbsolutePath());
        assertThat(Home.find(Optional.empty(), Map.of("FANZ_HOME", " "), "Linux", USER)
                        .root())
                .isEqualTo(USER.resolve(".local/share/fanz-studio"));
    }

    @Test
    void everyPlatformHasItsConvention() {
        assertThat(Home.find(Optional.empty(), Map.of("XDG_DATA_HOME", "/xdg"), "Linux", USER)
                        .root())
                .isEqualTo(Path.of("/xdg/fanz-studio").toAbsolutePath());
        assertThat(Home.find(Optional.empty(), Map.of("XDG_DATA_HOME", "not/absolute"), "Linux", USER)
                        .root())
                .isEqualTo(USER.resolve(".local/share/fanz-studio"));
        assertThat(Home.find(Optional.empty(), Map.of(), "Mac OS X", USER).root())
                .isEqualTo(USER.resolve("Library/Application Support/Fanz Studio"));
        assertThat(Home.find(Optional.empty(), Map.of(), "Windows 11", USER).root())
                .isEqualTo(USER.resolve("AppData/Local/Fanz Studio"));
    }

    @Test
    void makesItsFolders(@TempDir Path folder) throws Exception {
        Home home = new Home(folder.resolve("a/b")).create().create();
        assertThat(Files.isDirectory(home.steps())).isTrue();
        assertThat(Files.isDirectory(home.backup())).isTrue();
        assertThat(home.library().getParent()).isEqualTo(home.root());
    }
}

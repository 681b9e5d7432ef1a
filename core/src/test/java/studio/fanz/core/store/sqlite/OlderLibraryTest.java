package studio.fanz.core.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.History;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.Card;
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.OpenedProject;

/// Libraries as earlier versions left them.
class OlderLibraryTest {

    @TempDir
    Path folder;

    @Test
    void aLibraryOfVersion1OpensWithEverythingInIt() throws Exception {
        Home home = new Home(folder.resolve("home")).create();
        try (InputStream old = OlderLibraryTest.class.getResourceAsStream("library-v1.db")) {
            Files.copy(Objects.requireNonNull(old), home.library());
        }
        try (var library = SqliteLibrary.open(home, Lives.IDS)) {
            List<Card> cards = library.cards().page(Facets.ALL, 0, 10);
            assertThat(cards).extracting(Card::name).containsExactly("rocket");
            Asset.Id asset = cards.getFirst().id();
            assertThat(library.assets().transcript(asset).orElseThrow().words()).hasSize(13);

            Project.Id id = library.projects().existing(asset).orElseThrow();
            OpenedProject opened = library.projects().open(id);
            assertThat(opened.notice()).isEmpty();
            History history = opened.history();
            assertThat(history.seq()).isEqualTo(76);
            assertThat(history.project().title()).isEqualTo("Rocket, take 66 🚀");
            assertThat(history.project().cues()).hasSize(3);
            assertThat(history.project().coverMs()).contains(1_200L);
            assertThat(library.projects().latest(id)).isEqualTo(history.project());
            assertThat(library.projects().at(id, 4).title()).isEqualTo("Rocket, take 0 🚀");
            assertThat(library.search().count("rocket", Facets.ALL)).isEqualTo(1);
        }
        try (Stream<Path> copies = Files.list(home.backup())) {
            assertThat(copies).as("a copy from before").hasSize(1);
        }
    }
}

package studio.fanz.core.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.store.Arrival;
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.SearchIndex.Hit;
import studio.fanz.core.store.SearchIndex.Moment;

class SqliteSearchTest {

    @TempDir
    Path folder;

    private Home home;
    private SqliteLibrary library;
    private Asset.Id rocket;
    private Asset.Id bakery;
    private Asset.Id tokyo;

    @BeforeEach
    void fill() throws Exception {
        home = new Home(folder);
        library = SqliteLibrary.open(home, Lives.IDS);
        rocket = add("Small rocket", AssetKind.VIDEO, "space");
        bakery = add("Crème Brûlée", AssetKind.AUDIO, "food");
        tokyo = add("東京の夜", AssetKind.VIDEO);
        library.assets()
                .transcribed(
                        rocket,
                        Lives.said("en", "Welcome back.", "We launch at noon.", "Don't stand near the engine."));
        library.assets().transcribed(bakery, Lives.said("fr", "Le four est chaud.", "Une fusée de sucre."));
        library.assets().transcribed(tokyo, Lives.said("ja", "今日は東京都に行きました。", "とても楽しかった。"));
    }

    @AfterEach
    void close() throws Exception {
        library.close();
    }

    @Test
    void namesTagsNotesAndSpeechAreFoundByBeginningsWithoutAccents() throws Exception {
        library.assets().note(bakery, "Für Großmutter");
        assertThat(found("rock")).containsExactly(rocket);
        assertThat(found("SPACE")).containsExactly(rocket);
        assertThat(found("creme")).containsExactly(bakery);
        assertThat(found("grossm")).containsExactly(bakery);
        assertThat(found("fusee")).containsExactly(bakery);
        assertThat(found("dont stand")).containsExactly(rocket);
        assertThat(found("rocket engine noon"))
                .as("words from name and speech together")
                .containsExactly(rocket);
        assertThat(found("rocket fusee")).isEmpty();
    }

    @Test
    void aSpokenWordComesWithItsMoment() throws Exception {
        assertThat(library.search().search("launch", Facets.ALL, 0, 10))
                .containsExactly(new Hit(rocket, java.util.Optional.of(new Moment(1_000, "We launch at noon."))));
        assertThat(library.search().moments(rocket, "we engine", 10))
                .extracting(Moment::startMs)
                .containsExactly(1_000L, 2_000L);
    }

    @Test
    void scriptsWithoutBlanksAreFoundByAnyStretch() throws Exception {
        for (String query : List.of("東京", "京都", "東", "東京都に", "夜", "楽しかった", "東京 夜")) {
            assertThat(found(query)).as(query).containsExactly(tokyo);
        }
        assertThat(found("京東")).isEmpty();
    }

    @Test
    void quotedWordsMustStandTogether() throws Exception {
        assertThat(found("\"at noon\"")).containsExactly(rocket);
        assertThat(found("\"noon at\"")).isEmpty();
        assertThat(found("noon at")).containsExactly(rocket);
    }

    @Test
    void facetsNarrowASearchAndNamesComeBeforeSpeech() throws Exception {
        Asset.Id launch = add("Launch", AssetKind.IMAGE);
        assertThat(found("launch")).containsExactly(launch, rocket);
        assertThat(library.search().count("launch", Facets.ALL)).isEqualTo(2);
        assertThat(library.search().count("launch", Facets.ALL.ofKinds(Set.of(AssetKind.VIDEO))))
                .isEqualTo(1);
        library.assets().captioned(launch, true);
        assertThat(library.search().search("launch", Facets.ALL.captioned(true), 0, 5))
                .extracting(Hit::asset)
                .containsExactly(launch);
        assertThat(library.search().count("launch", Facets.ALL.checked(true))).isZero();
    }

    @Test
    void changesAreFoundAtOnceAndOldWordsNoLonger() throws Exception {
        library.assets().rename(rocket, "Kleine Rakete");
        library.assets().transcribed(rocket, Lives.said("en", "Something else entirely."));
        assertThat(found("rakete")).containsExactly(rocket);
        assertThat(found("small")).isEmpty();
        assertThat(found("launch")).isEmpty();
        assertThat(library.search().moments(rocket, "launch", 5)).isEmpty();
        assertThat(library.search().moments(rocket, "entirely", 5)).hasSize(1);
    }

    @Test
    void aDeletedOrDamagedIndexComesBack() throws Exception {
        library.close();
        Files.delete(home.index());
        library = SqliteLibrary.open(home, Lives.IDS);
        assertThat(found("launch")).containsExactly(rocket);
        library.close();
        Files.write(home.index(), new byte[8192]);
        Files.writeString(home.index(), "not an index".repeat(1000));
        library = SqliteLibrary.open(home, Lives.IDS);
        assertThat(found("launch")).containsExactly(rocket);
    }

    @Test
    void nothingThatCanBeTypedIsAnError() throws Exception {
        for (String query : List.of(
                "",
                " ",
                "\"",
                "\"\"",
                "*",
                "a*",
                "NEAR(a b)",
                "NOT",
                "a AND",
                "OR OR",
                "-x",
                "name:x",
                "{name}: x",
                "^x",
                "a\0b",
                "(((",
                "'; drop table document; --",
                "%",
                "\uD800",
                "🚀",
                "a\"b\"c\"",
                "\uE000video")) {
            library.search().search(query, Facets.ALL.captioned(false), 0, 5);
            library.search().moments(rocket, query, 5);
        }
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            var typed = new StringBuilder();
            random.ints(random.nextInt(12), 0, 0x3000).forEach(typed::appendCodePoint);
            random.ints(3, 32, 65).forEach(typed::appendCodePoint);
            library.search().search(typed.toString(), Facets.ALL, 0, 5);
            library.search().count(typed.toString(), Facets.ALL);
        }
    }

    private List<Asset.Id> found(String query) throws Exception {
        return library.search().search(query, Facets.ALL, 0, 20).stream()
                .map(Hit::asset)
                .toList();
    }

    private Asset.Id add(String name, AssetKind kind, String... tags) throws Exception {
        Arrival arrival = Lives.arrival(name, kind, tags);
        library.assets().add(List.of(arrival));
        return arrival.asset().id();
    }
}

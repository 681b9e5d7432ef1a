package studio.fanz.core.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.Edits;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.json.EditJson;
import studio.fanz.core.json.Json;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.Arrival;
import studio.fanz.core.store.Card;
import studio.fanz.core.store.ChangeLog;
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.Placement;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;

class SqliteLibraryTest {

    @TempDir
    Path folder;

    private Home home;
    private SqliteLibrary library;

    @BeforeEach
    void open() throws Exception {
        // A name that would break a careless JDBC address.
        home = new Home(folder.resolve("my 50% library? #1 ünï"));
        library = SqliteLibrary.open(home, Lives.IDS);
    }

    @AfterEach
    void close() throws Exception {
        library.close();
    }

    @Test
    void whatComesInIsThereAfterOpeningAgain() throws Exception {
        Arrival rocket = Lives.arrival("rocket", AssetKind.VIDEO, "space", "kids");
        assertThat(library.assets().add(List.of(rocket))).isEqualTo(1);
        reopen();
        assertThat(library.assets().find(rocket.asset().id())).contains(rocket.asset());
        assertThat(library.assets().withHash(rocket.asset().hash())).contains(rocket.asset());
        assertThat(library.assets().tags(rocket.asset().id())).containsExactly("kids", "space");
        assertThat(library.assets().at(rocket.asset().path()))
                .contains(new Placement(rocket.asset().id(), rocket.asset().path(), 1_000, 5));
        assertThat(library.assets().startingWith(rocket.asset().id().toString().substring(0, 30), 5))
                .contains(rocket.asset().id());
    }

    @Test
    void theSameBytesTwiceAreOneRecording() throws Exception {
        assertThat(library.assets()
                        .add(List.of(Lives.arrival("a", AssetKind.VIDEO), Lives.arrival("a", AssetKind.VIDEO))))
                .isEqualTo(1);
        assertThat(library.cards().count(Facets.ALL)).isEqualTo(1);
    }

    @Test
    void everyChangeStandsInTheOutboxOnceAndInOrder() throws Exception {
        Arrival a = Lives.arrival("a", AssetKind.VIDEO);
        library.assets().add(List.of(a));
        library.assets().rename(a.asset().id(), "b");
        library.assets().tag(a.asset().id(), Set.of("x"));
        library.assets().note(a.asset().id(), "n");
        library.assets().transcribed(a.asset().id(), Lives.said("en", "hello there"));
        assertThat(library.changes().after(0, 100))
                .extracting(c -> c.patch().path("type").asText())
                .containsExactly("asset-added", "asset-renamed", "asset-tagged", "asset-noted", "transcript-made");
        long second = library.changes().after(0, 100).get(1).seq();
        assertThat(library.changes().after(second, 1))
                .extracting(ChangeLog.Change::seq)
                .allMatch(s -> s > second);
    }

    @Test
    void aChangeToWhatIsNotThereSaysSoAndWritesNothing() {
        var nobody = new Asset.Id(Lives.IDS.next());
        assertCode(Code.NOT_IN_LIBRARY, () -> library.assets().rename(nobody, "x"));
        assertCode(Code.NOT_IN_LIBRARY, () -> library.projects().of(nobody));
    }

    @Test
    void pagesComeNewestFirstAndFacetsNarrowThem() throws Exception {
        var arrivals = new ArrayList<Arrival>();
        for (int i = 1; i <= 50; i++) {
            arrivals.add(Lives.arrival(
                    "v".repeat(i), i % 5 == 0 ? AssetKind.AUDIO : AssetKind.VIDEO, i % 2 == 0 ? "even" : "odd"));
        }
        library.assets().add(arrivals);
        library.assets().captioned(arrivals.get(9).asset().id(), true);
        library.assets().reviewed(arrivals.get(4).asset().id(), 1, 0);
        library.assets().reviewed(arrivals.get(7).asset().id(), 0, 3);

        assertThat(library.cards().page(Facets.ALL, 10, 3))
                .extracting(card -> card.name().length())
                .containsExactly(40, 39, 38);
        assertThat(library.cards().count(Facets.ALL.ofKinds(Set.of(AssetKind.AUDIO))))
                .isEqualTo(10);
        assertThat(library.cards().count(Facets.ALL.captioned(false))).isEqualTo(49);
        assertThat(library.cards().page(Facets.ALL.captioned(true), 0, 9))
                .extracting(Card::id)
                .containsExactly(arrivals.get(9).asset().id());
        assertThat(library.cards().count(Facets.ALL.tagged("even").ofKinds(Set.of(AssetKind.AUDIO))))
                .isEqualTo(5);
        assertThat(library.cards().needingLook(10))
                .extracting(Card::id)
                .containsExactly(
                        arrivals.get(4).asset().id(), arrivals.get(7).asset().id());
    }

    @Test
    void aMovedFileIsNoLongerMissing() throws Exception {
        Arrival a = Lives.arrival("a", AssetKind.VIDEO);
        library.assets().add(List.of(a));
        library.assets().missing(a.asset().id());
        assertThat(library.cards().page(Facets.ALL, 0, 1).getFirst().missing()).isTrue();
        Path now = Path.of("/new place/a.mp4").toAbsolutePath();
        library.assets().place(new Placement(a.asset().id(), now, 1_000, 9));
        assertThat(library.assets().find(a.asset().id()).orElseThrow().path()).isEqualTo(now);
        assertThat(library.cards().page(Facets.ALL, 0, 1).getFirst().missing()).isFalse();
    }

    @Test
    void aProjectIsItsJournalAlsoAfterOpeningAgain() throws Exception {
        Arrival a = Lives.arrival("a", AssetKind.VIDEO);
        library.assets().add(List.of(a));
        Project.Id id = library.projects().of(a.asset().id());
        assertThat(library.projects().of(a.asset().id())).isEqualTo(id);
        History history = library.projects().open(id).history();
        for (int i = 0; i < 150; i++) {
            JournalEntry entry = i % 7 == 6
                    ? history.undoing(Instant.ofEpochMilli(i)).orElseThrow()
                    : history.edit(Edits.next(i, history.project()), Instant.ofEpochMilli(i));
            history = history.after(entry);
            library.projects().append(entry, history);
        }
        reopen();
        String now = Json.compact(EditJson.write(history.project()));
        assertThat(Json.compact(
                        EditJson.write(library.projects().open(id).history().project())))
                .isEqualTo(now);
        assertThat(Json.compact(EditJson.write(library.projects().latest(id)))).isEqualTo(now);
        assertThat(library.projects().journal(id)).hasSize(150);
    }

    @Test
    void theSecondOfTwoWindowsIsToldThatTheFirstWasQuicker() throws Exception {
        Arrival a = Lives.arrival("a", AssetKind.VIDEO);
        library.assets().add(List.of(a));
        Project.Id id = library.projects().of(a.asset().id());
        History mine = library.projects().open(id).history();
        History theirs = library.projects().open(id).history();
        JournalEntry first = mine.edit(new Edit.SetTitle("mine"), Instant.EPOCH);
        library.projects().append(first, mine.after(first));
        JournalEntry second = theirs.edit(new Edit.SetTitle("theirs"), Instant.EPOCH);
        assertCode(Code.CHANGED_ELSEWHERE, () -> library.projects().append(second, theirs.after(second)));
        assertThat(library.projects().latest(id).title()).isEqualTo("mine");
    }

    @Test
    void aLibraryOfANewerVersionIsLeftAlone() throws Exception {
        library.close();
        sql("pragma user_version = 99");
        byte[] before = Files.readAllBytes(home.library());
        assertCode(Code.LIBRARY_NEWER, () -> SqliteLibrary.open(home, Lives.IDS));
        assertThat(Files.readAllBytes(home.library())).isEqualTo(before);
        sql("pragma user_version = 2");
        library = SqliteLibrary.open(home, Lives.IDS);
    }

    @Test
    void aDamagedLibraryIsSaidAndNotTouched() throws Exception {
        library.close();
        byte[] whole = Files.readAllBytes(home.library());
        byte[] text = "this is no library at all, but a text that somebody saved under its name"
                .repeat(100)
                .getBytes(StandardCharsets.UTF_8);
        Files.write(home.library(), text);
        assertCode(Code.LIBRARY_DAMAGED, () -> SqliteLibrary.open(home, Lives.IDS));
        assertThat(Files.readAllBytes(home.library())).isEqualTo(text);
        Files.write(home.library(), whole);
        library = SqliteLibrary.open(home, Lives.IDS);
    }

    @Test
    void beforeAMigrationACopyIsMade() throws Exception {
        library.assets().add(List.of(Lives.arrival("a", AssetKind.VIDEO)));
        library.close();
        var next = new Schema(
                "library",
                Stream.concat(
                                Schema.load("library").scripts().stream(),
                                Stream.of("alter table asset add column mood text;"))
                        .toList());
        new Migration(home.library(), next, home.backup()).run(false);
        try (Stream<Path> copies = Files.list(home.backup())) {
            Path copy = copies.toList().getFirst();
            assertThat(copy.getFileName().toString()).matches("library-v2-\\d{8}-\\d{6}\\.db");
            try (Sql old = Connections.reader(copy)) {
                assertThat(old.number("select count(*) from asset")).isEqualTo(1);
                assertThat(old.number("pragma user_version")).isEqualTo(2);
            }
        }
        assertCode(Code.LIBRARY_NEWER, () -> SqliteLibrary.open(home, Lives.IDS));
        sql("alter table asset drop column mood");
        sql("pragma user_version = 2");
        library = SqliteLibrary.open(home, Lives.IDS);
        assertThat(library.cards().count(Facets.ALL)).isEqualTo(1);
    }

    @Test
    void aMigrationThatFailsChangesNothing() throws Exception {
        library.close();
        var broken = new Schema(
                "library",
                Stream.concat(
                                Schema.load("library").scripts().stream(),
                                Stream.of("create table x (a) strict; nonsense;"))
                        .toList());
        assertThatThrownBy(() -> new Migration(home.library(), broken, home.backup()).run(false))
                .isInstanceOf(StoreException.class);
        library = SqliteLibrary.open(home, Lives.IDS);
        assertThat(library.cards().count(Facets.ALL)).isZero();
    }

    @Test
    void afterAnUncleanEndTheNextStartChecksTheFile() throws Exception {
        assertThat(Files.readAllBytes(home.lock())[2]).isEqualTo((byte) 'o');
        library.close();
        assertThat(Files.readAllBytes(home.lock())[2]).isEqualTo((byte) 'c');
        Files.write(home.lock(), new byte[] {0, 0, 'o'});
        var seen = new ArrayList<Boolean>();
        try (var lock = InstanceLock.open(home.lock(), seen::add)) {
            assertThat(lock.unclean()).isTrue();
        }
        InstanceLock.open(home.lock(), seen::add).close();
        assertThat(seen).containsExactly(true, false);
        library = SqliteLibrary.open(home, Lives.IDS);
    }

    @Test
    void afterClosingNothingHangs() throws Exception {
        library.close();
        assertCode(Code.LIBRARY_UNREADABLE, () -> library.cards().count(Facets.ALL));
    }

    private void sql(String statement) throws Exception {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:file:" + home.library().toUri().getRawPath());
                var run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }

    private void reopen() throws Exception {
        library.close();
        library = SqliteLibrary.open(home, Lives.IDS);
    }

    private static void assertCode(Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

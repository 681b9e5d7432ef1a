package studio.fanz.core.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.Arrival;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.JournalLine;
import studio.fanz.core.store.OpenedProject;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;

/// Journals that are damaged or that a newer program wrote to: what can be shown is shown, and nothing is lost.
class JournalRecoveryTest {

    @TempDir
    Path folder;

    private Home home;
    private SqliteLibrary library;
    private Project.Id id;

    @BeforeEach
    void open() throws Exception {
        home = new Home(folder.resolve("home"));
        library = SqliteLibrary.open(home, Lives.IDS);
        Arrival a = Lives.arrival("a", AssetKind.VIDEO);
        library.assets().add(List.of(a));
        id = library.projects().of(a.asset().id());
    }

    @AfterEach
    void close() throws Exception {
        library.close();
    }

    @Test
    void aDamagedLineEndsTheProjectBeforeItAndIsKeptAside() throws Exception {
        type(10);
        sql("update edit set json = substr(json, 1, 20) where seq = 7");
        OpenedProject opened = library.projects().open(id);
        assertThat(opened.history().project().title()).isEqualTo("title 6");
        assertThat(opened.writable()).isTrue();
        assertThat(code(opened)).isEqualTo(Code.JOURNAL_CUT);
        assertThat(count("select count(*) from journal_aside")).isEqualTo(4);
        assertThat(count("select count(*) from edit")).isEqualTo(6);
        assertThat(library.projects().latest(id).title()).isEqualTo("title 6");

        assertThat(library.projects().open(id).notice()).as("said once").isEmpty();
        type(3);
        assertThat(library.projects().open(id).history().seq()).isEqualTo(9);
        assertThat(count("select count(*) from journal_aside")).isEqualTo(4);
    }

    @Test
    void aLetterThatChangedByItselfIsNoticed() throws Exception {
        type(3);
        sql("update edit set json = replace(json, 'title 2', 'title Z') where seq = 2");
        OpenedProject opened = library.projects().open(id);
        assertThat(opened.history().project().title()).isEqualTo("title 1");
        assertThat(code(opened)).isEqualTo(Code.JOURNAL_CUT);
    }

    @Test
    void overADamagedLineItGoesOnFromTheNextStateThatWasKept() throws Exception {
        type(150);
        sql("update edit set inverse = 'what?' where seq = 20");
        sql("delete from edit where seq = 30");
        OpenedProject opened = library.projects().open(id);
        assertThat(opened.history().project().title())
                .as("nothing of the latest state is lost")
                .isEqualTo("title 150");
        assertThat(opened.history().seq()).isEqualTo(150);
        assertThat(code(opened)).isEqualTo(Code.JOURNAL_DAMAGED);
        assertThat(library.projects().lines(id).stream()
                        .filter(line -> !line.readable())
                        .map(JournalLine::seq))
                .containsExactly(20L);
        assertThat(library.projects().open(id).notice()).as("said once").isEmpty();

        History history = opened.history();
        while (history.canUndo()) {
            history = history.after(history.undoing(Instant.EPOCH).orElseThrow());
        }
        assertThat(history.project().title()).as("as far back as can be read").isEqualTo("title 64");
        assertThat(library.projects().at(id, 19).title()).isEqualTo("title 19");
        assertThat(library.projects().at(id, 64).title()).isEqualTo("title 64");
        assertCode(Code.NO_SUCH_STATE, () -> library.projects().at(id, 20));
        type(1);
        assertThat(library.projects().latest(id).title()).isEqualTo("title 151");
    }

    @Test
    void whatWasUndoneBeforeADamagedLineStaysUndone() throws Exception {
        type(64);
        History history = library.projects().open(id).history();
        for (int i = 0; i < 3; i++) {
            history = append(history, history.undoing(Instant.EPOCH).orElseThrow());
        }
        append(history, history.redoing(Instant.EPOCH).orElseThrow());
        sql("update edit set json = '' where seq = 5");
        assertThat(library.projects().open(id).history().project().title()).isEqualTo("title 62");
        assertThat(library.projects().open(id).history().canRedo()).isTrue();
    }

    @Test
    void aLineOfANewerProgramMakesTheProjectReadOnlyAndIsLeftWhereItIs() throws Exception {
        type(5);
        var newer = new StoredLine(6, "edit", "{\"type\":\"paint\",\"v\":1}", "{\"type\":\"scrape\",\"v\":1}", 6, "");
        put(newer);
        OpenedProject opened = library.projects().open(id);
        assertThat(opened.writable()).isFalse();
        assertThat(code(opened)).isEqualTo(Code.PROJECT_NEWER);
        assertThat(opened.history().project().title()).isEqualTo("title 5");
        assertCode(Code.PROJECT_NEWER, () -> type(1));
        assertThat(code(library.projects().open(id))).as("said each time").isEqualTo(Code.PROJECT_NEWER);
        assertThat(count("select count(*) from edit")).isEqualTo(6);
        assertThat(count("select count(*) from journal_aside")).isZero();
        assertThat(library.projects().lines(id).getLast().kind()).isEqualTo("paint");
        assertCode(Code.NO_SUCH_STATE, () -> library.projects().at(id, 6));
        assertCode(Code.PROJECT_NEWER, () -> library.projects().journal(id));
    }

    @Test
    void anotherProgramThatHasNotLookedCannotWriteOverANewersLineEither() throws Exception {
        type(5);
        History before = library.projects().open(id).history();
        put(new StoredLine(6, "edit", "{\"type\":\"paint\",\"v\":1}", "{\"type\":\"scrape\",\"v\":1}", 6, ""));
        JournalEntry mine = before.edit(new Edit.SetTitle("mine"), Instant.EPOCH);
        assertCode(Code.CHANGED_ELSEWHERE, () -> library.projects().append(mine, before.after(mine)));
    }

    @Test
    void aClockThatIsSetBackDoesNotDisorderTheJournal() throws Exception {
        History history = library.projects().open(id).history();
        history = append(history, history.edit(new Edit.SetTitle("a"), Instant.ofEpochMilli(5_000)));
        history = append(history, history.edit(new Edit.SetTitle("b"), Instant.ofEpochMilli(1_000)));
        history = append(history, history.undoing(Instant.ofEpochMilli(2_000)).orElseThrow());
        append(history, history.redoing(Instant.ofEpochMilli(9_000)).orElseThrow());
        assertThat(library.projects().lines(id))
                .extracting(line -> line.made().toEpochMilli())
                .containsExactly(5_000L, 5_000L, 5_000L, 9_000L);
    }

    @Test
    void everyStateCanBeLookedAtAgain() throws Exception {
        type(200);
        for (long seq : new long[] {1, 63, 64, 65, 127, 128, 200}) {
            assertThat(library.projects().at(id, seq).title()).isEqualTo("title " + seq);
        }
        assertThat(library.projects().at(id, 0).title()).isEmpty();
        assertCode(Code.NO_SUCH_STATE, () -> library.projects().at(id, 201));
        assertCode(Code.NO_SUCH_STATE, () -> library.projects().at(id, -1));
        assertThat(library.projects().lines(id)).hasSize(200).allMatch(JournalLine::readable);
        assertThat(library.projects().lines(id).getFirst().kind()).isEqualTo("set-title");
    }

    private void type(int titles) throws StoreException {
        History history = library.projects().open(id).history();
        for (int i = 0; i < titles; i++) {
            history = append(
                    history,
                    history.edit(
                            new Edit.SetTitle("title " + (history.seq() + 1)), Instant.ofEpochMilli(history.seq())));
        }
    }

    private History append(History history, JournalEntry line) throws StoreException {
        History after = history.after(line);
        library.projects().append(line, after);
        return after;
    }

    private void put(StoredLine line) throws Exception {
        sql("insert into edit (project, seq, what, json, inverse, made_ms) values ('%s', %d, '%s', '%s', '%s', %d)"
                .formatted(id, line.seq(), line.what(), line.json(), line.inverse(), line.madeMs()));
    }

    private static Code code(OpenedProject opened) {
        return opened.notice().orElseThrow().code();
    }

    private long count(String query) throws Exception {
        try (Sql sql = Connections.reader(home.library())) {
            return sql.number(query);
        }
    }

    private void sql(String statement) throws Exception {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:file:" + home.library().toUri().getRawPath());
                var run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }

    private static void assertCode(Code code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

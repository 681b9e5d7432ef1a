package studio.fanz.core.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.edit.History;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.OpenedProject;
import studio.fanz.core.store.StepFolders;
import studio.fanz.core.store.StepKey;
import studio.fanz.core.store.sqlite.KillPromises.Act;

/// Looks at a home after a kill: whole, nothing missing that was said to be safe, nothing half-written.
record KillOracle(Home home, KillPromises promises) {

    void check() throws Exception {
        if (Files.exists(home.library())) {
            try (Sql sql = Connections.reader(home.library())) {
                sound(sql);
            }
        }
        // Opening recovers the write-ahead log and runs SQLite's own check, as the next start does.
        try (var library = SqliteLibrary.open(home, Lives.IDS)) {
            recordings(library);
            Map<String, Map<String, String>> values =
                    Map.of("note", notes(library), "tag", tags(library), "words", words(library), "replace", report());
            promises.settle(projects(library), values);
        }
        try (Sql sql = Connections.reader(home.library())) {
            sound(sql);
            outbox(sql);
        }
        steps();
        files();
        olderLibraries();
    }

    private static void sound(Sql sql) throws Exception {
        assertThat(sql.list("pragma quick_check", row -> row.getString(1))).containsExactly("ok");
        assertThat(sql.list("pragma foreign_key_check", row -> row.getString(1)))
                .as("rows without what they point to")
                .isEmpty();
    }

    private void recordings(SqliteLibrary library) throws Exception {
        for (Act act : promises.kept("arrive")) {
            for (String id : act.values()) {
                assertThat(library.assets().find(asset(id)))
                        .as("recording %s", id)
                        .isPresent();
            }
        }
        for (Act act : promises.inFlight("arrive")) {
            long there = 0;
            for (String id : act.values()) {
                there += library.assets().find(asset(id)).stream().count();
            }
            assertThat(there).as("a batch comes in whole or not at all").isIn(0L, (long)
                    act.values().size());
        }
        assertThat(library.search().count("clip", Facets.ALL))
                .as("the index knows them too")
                .isGreaterThanOrEqualTo(promises.kept("arrive").stream()
                        .mapToLong(a -> a.values().size())
                        .sum());
    }

    private Map<String, String> notes(SqliteLibrary library) throws Exception {
        var now = new HashMap<String, String>();
        for (var allowed : promises.allowed("note").entrySet()) {
            now.put(allowed.getKey(), library.assets().notes(asset(allowed.getKey())));
            assertThat(now.get(allowed.getKey())).isIn(allowed.getValue());
        }
        return now;
    }

    private Map<String, String> tags(SqliteLibrary library) throws Exception {
        var now = new HashMap<String, String>();
        for (var allowed : promises.allowed("tag").entrySet()) {
            List<String> tags = library.assets().tags(asset(allowed.getKey()));
            assertThat(tags).hasSize(1);
            assertThat(tags.getFirst()).isIn(allowed.getValue());
            now.put(allowed.getKey(), tags.getFirst());
        }
        return now;
    }

    private Map<String, String> words(SqliteLibrary library) throws Exception {
        var now = new HashMap<String, String>();
        for (var allowed : promises.allowed("words").entrySet()) {
            String first = library.assets()
                    .transcript(asset(allowed.getKey()))
                    .orElseThrow()
                    .words()
                    .getFirst()
                    .text();
            assertThat(first).isIn(allowed.getValue());
            now.put(allowed.getKey(), first);
        }
        return now;
    }

    /// The one file that is written over again and again.
    private Map<String, String> report() throws Exception {
        Path file = out().resolve("report.txt");
        List<Act> kept = promises.kept("replace");
        if (!Files.exists(file)) {
            assertThat(kept).isEmpty();
            return Map.of();
        }
        String text = Files.readString(file);
        String number = text.substring(0, text.indexOf(' '));
        assertThat(text).isEqualTo((number + " ").repeat(2_000));
        Set<String> allowed = Stream.concat(
                        kept.stream().skip(Math.max(0, kept.size() - 1)), promises.inFlight("replace").stream())
                .map(act -> act.value(act.values().size() - 1))
                .collect(Collectors.toSet());
        assertThat(number).isIn(allowed);
        return Map.of("report", number);
    }

    private Map<String, Act> projects(SqliteLibrary library) throws Exception {
        var now = new HashMap<String, Act>();
        for (Act made : promises.kept("project")) {
            assertThat(library.projects().existing(asset(made.value(0)))).isPresent();
        }
        for (Act safe : promises.lastEdits().values()) {
            now.put(safe.value(0), project(library, safe));
        }
        return now;
    }

    private Act project(SqliteLibrary library, Act safe) throws Exception {
        var id = new Project.Id(UUID.fromString(safe.value(0)));
        long seq = Long.parseLong(safe.value(1));
        OpenedProject opened = library.projects().open(id);
        assertThat(opened.notice()).isEmpty();
        History history = opened.history();
        Act flying = promises.editInFlight(safe.value(0));
        assertThat(history.seq()).as("lines of %s", id).isBetween(seq, flying == null ? seq : seq + 1);
        Act last = history.seq() == seq || flying == null ? safe : flying;
        assertThat(KillChild.digest(history.project())).isEqualTo(last.value(2));
        assertThat(library.projects().latest(id)).isEqualTo(history.project());
        assertThat(KillChild.digest(library.projects().at(id, seq))).isEqualTo(safe.value(2));
        assertThat(library.projects().lines(id)).hasSize((int) history.seq());
        return new Act("edit", last.values());
    }

    /// A line of a journal and its change go together.
    private static void outbox(Sql sql) throws Exception {
        assertThat(sql.number("select count(*) from change where patch like '%project-edited%'"))
                .isEqualTo(sql.number("select count(*) from edit"));
        assertThat(sql.number("select count(*) from change where patch like '%project-made%'"))
                .isEqualTo(sql.number("select count(*) from project"));
        assertThat(sql.number("select coalesce(sum(n - top), 0) from (select count(*) as n, max(seq) as top from edit"
                        + " group by project)"))
                .as("journals without gaps")
                .isZero();
    }

    private void steps() throws Exception {
        var steps = new StepFolders(home.steps());
        steps.sweep(Long.MAX_VALUE);
        assertThat(below(home.steps().resolve("drafts"))).isEmpty();
        for (Act act : promises.kept("step")) {
            var key = new StepKey(new ContentHash(act.value(0)), "work", 1, "");
            assertThat(steps.find(key)).as("step %s", act.value(0)).isPresent();
        }
    }

    private void files() throws Exception {
        for (Act act : promises.kept("file")) {
            assertThat(out().resolve(act.value(0))).exists();
        }
        DraftFile.sweep(out());
        for (Path file : below(out())) {
            String name = file.getFileName().toString();
            assertThat(name).as("no draft is left").doesNotStartWith(".");
            if (name.endsWith(".bin")) {
                assertThat(KillChild.nameFor(Files.readAllBytes(file)))
                        .as("whole")
                        .isEqualTo(name);
            }
        }
    }

    private void olderLibraries() throws Exception {
        Set<String> done =
                promises.kept("migrate").stream().map(act -> act.value(0)).collect(Collectors.toSet());
        for (Path folder : below(home.root())) {
            String name = folder.getFileName().toString();
            if (name.startsWith(KillChild.OLD)) {
                olderLibrary(new Home(folder), done.contains(name));
            }
        }
    }

    private static void olderLibrary(Home old, boolean done) throws Exception {
        assertThat(Files.exists(old.library()) || !done).isTrue();
        for (Path copy : below(old.backup())) {
            if (!copy.getFileName().toString().startsWith(".")) {
                try (Sql sql = Connections.reader(copy)) {
                    sound(sql);
                    assertThat(sql.number("select count(*) from edit")).isEqualTo(76);
                }
            }
        }
        if (Files.exists(old.library())) {
            try (var library = SqliteLibrary.open(old, Lives.IDS)) {
                assertThat(library.cards().count(Facets.ALL)).isEqualTo(1);
                var id = library.projects()
                        .existing(library.cards()
                                .page(Facets.ALL, 0, 1)
                                .getFirst()
                                .id())
                        .orElseThrow();
                assertThat(library.projects().open(id).history().seq()).isEqualTo(76);
            }
        }
        drop(old.root());
    }

    /// Looked at once; a home must not grow with every kill.
    private static void drop(Path folder) throws Exception {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Path out() {
        return home.root().resolve("out");
    }

    private static List<Path> below(Path folder) throws Exception {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }

    private static Asset.Id asset(@Nullable String id) {
        return new Asset.Id(UUID.fromString(String.valueOf(id)));
    }

    static String text(Path file) throws java.io.IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    }
}

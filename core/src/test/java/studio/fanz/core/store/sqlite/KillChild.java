package studio.fanz.core.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.edit.Edits;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.json.EditJson;
import studio.fanz.core.json.Json;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.Arrival;
import studio.fanz.core.store.Card;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.Hashing;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.StepFolders;
import studio.fanz.core.store.StepKey;
import studio.fanz.core.store.StoreException;

/// A program that works as the studio does, on two threads: a hand that edits projects, and a house that brings in
/// recordings, notes, steps, files and older libraries. Says on standard output what it is about to do and, once it
/// is safe, that it did; made to be killed in the middle.
///
/// A line is `try WHO ACT ARGUMENT…` or `did WHO`.
public final class KillChild {

    static final String OLD = "old-";

    private final Home home;
    private final SqliteLibrary library;
    private final PrintStream out;
    private final AtomicBoolean failed = new AtomicBoolean();

    private KillChild(Home home, SqliteLibrary library, PrintStream out) {
        this.home = home;
        this.library = library;
        this.out = out;
    }

    /// @param arguments home, seed, how many acts each thread does
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Home home = new Home(Path.of(arguments[0]));
        long seed = Long.parseLong(arguments[1]);
        int acts = Integer.parseInt(arguments[2]);
        try (var library = SqliteLibrary.open(home, Lives.IDS)) {
            var child = new KillChild(home, library, out);
            if (library.cards().count(Facets.ALL) == 0) {
                library.assets().add(List.of(Lives.arrival("first " + seed, AssetKind.VIDEO)));
            }
            out.println("ready");
            Thread house = Thread.ofPlatform().start(() -> child.run(acts, child.new HouseWork(seed)));
            child.run(acts, child.new HandWork(seed + 1));
            house.join();
            if (child.failed.get()) {
                System.exit(1);
            }
        }
    }

    private interface Work {
        void act() throws StoreException, IOException;
    }

    private void run(int acts, Work work) {
        try {
            for (int i = 0; i < acts; i++) {
                work.act();
            }
        } catch (StoreException | IOException e) {
            e.printStackTrace();
            failed.set(true);
        }
    }

    private void trying(String what) {
        out.println("try " + what);
    }

    private void did(String who) {
        out.println("did " + who);
    }

    /// What a state looks like, short.
    static String digest(Project project) {
        return Hashing.of(Json.compact(EditJson.write(project)).getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 16);
    }

    /// A file whose name says what is in it.
    static String nameFor(byte[] content) {
        return Hashing.of(content).hex() + ".bin";
    }

    /// Edits, undoes and redoes, mostly in one project.
    private final class HandWork implements Work {

        private final Random random;
        private final Map<Project.Id, History> histories = new HashMap<>();

        HandWork(long seed) {
            random = new Random(seed);
        }

        @Override
        public void act() throws StoreException {
            List<Card> cards = library.cards().page(Facets.ALL, 0, 5);
            Asset.Id asset =
                    cards.get(random.nextInt(Math.min(2, cards.size()))).id();
            trying("hand project " + asset);
            Project.Id id = library.projects().of(asset);
            did("hand");
            History history = histories.containsKey(id)
                    ? Objects.requireNonNull(histories.get(id))
                    : library.projects().open(id).history();
            int edits = 1 + random.nextInt(12);
            for (int i = 0; i < edits; i++) {
                JournalEntry line = line(history);
                history = history.after(line);
                trying("hand edit " + id + " " + line.seq() + " " + digest(history.project()));
                library.projects().append(line, history);
                did("hand");
            }
            histories.put(id, history);
        }

        private JournalEntry line(History history) {
            int kind = random.nextInt(10);
            Optional<JournalEntry> back = kind < 2
                    ? history.undoing(Instant.now())
                    : kind < 3 ? history.redoing(Instant.now()) : Optional.empty();
            return back.orElseGet(() -> history.edit(Edits.next(random.nextInt(), history.project()), Instant.now()));
        }
    }

    /// Everything that is written beside a person's edits.
    private final class HouseWork implements Work {

        private final Random random;
        private final StepFolders steps = new StepFolders(home.steps());

        HouseWork(long seed) {
            random = new Random(seed);
        }

        @Override
        public void act() throws StoreException, IOException {
            switch (random.nextInt(9)) {
                case 0 -> arrive();
                case 1 -> note();
                case 2 -> tag();
                case 3 -> listen();
                case 4, 5 -> step();
                case 6 -> file();
                case 7 -> replace();
                default -> {
                    if (random.nextInt(4) == 0) {
                        migrate();
                    }
                }
            }
        }

        private Asset.Id some() throws StoreException {
            return library.cards()
                    .page(Facets.ALL, random.nextInt((int) library.cards().count(Facets.ALL)), 1)
                    .getFirst()
                    .id();
        }

        private void arrive() throws StoreException {
            var arrivals = new ArrayList<Arrival>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                arrivals.add(Lives.arrival("clip " + random.nextLong(), AssetKind.VIDEO, "new"));
            }
            var ids = arrivals.stream().map(a -> a.asset().id().toString()).toList();
            trying("house arrive " + String.join(" ", ids));
            library.assets().add(arrivals);
            did("house");
        }

        private void note() throws StoreException {
            Asset.Id id = some();
            String text = "note-" + random.nextLong();
            trying("house note " + id + " " + text);
            library.assets().note(id, text);
            did("house");
        }

        private void tag() throws StoreException {
            Asset.Id id = some();
            String tag = "tag-" + random.nextInt(1000);
            trying("house tag " + id + " " + tag);
            library.assets().tag(id, Set.of(tag));
            did("house");
        }

        private void listen() throws StoreException {
            Asset.Id id = some();
            String word = "word-" + random.nextInt(1000);
            trying("house words " + id + " " + word);
            library.assets().transcribed(id, Lives.said("en", word + " and so on"));
            did("house");
        }

        private void step() throws StoreException, IOException {
            var key = new StepKey(Hashing.of(bytes(8)), "work", 1, "");
            trying("house step " + key.input());
            try (var draft = steps.begin(key)) {
                Files.write(draft.folder().resolve("a.bin"), bytes(50_000));
                Files.write(draft.folder().resolve("b.bin"), bytes(500));
                draft.publish(Json.object().put("input", key.input().hex()));
            }
            did("house");
        }

        private void file() throws StoreException {
            byte[] content = bytes(1 + random.nextInt(200_000));
            trying("house file " + nameFor(content));
            DraftFile.write(home.root().resolve("out").resolve(nameFor(content)), content);
            did("house");
        }

        private void replace() throws StoreException {
            String text = (random.nextLong() + " ").repeat(2_000);
            trying("house replace " + text.substring(0, text.indexOf(' ')));
            DraftFile.write(home.root().resolve("out").resolve("report.txt"), text);
            did("house");
        }

        private void migrate() throws StoreException, IOException {
            Home old = new Home(home.root().resolve(OLD + random.nextInt(1_000_000_000))).create();
            trying("house migrate " + old.root().getFileName());
            try (InputStream library1 = KillChild.class.getResourceAsStream("library-v1.db")) {
                DraftFile.write(old.library(), Objects.requireNonNull(library1).readAllBytes());
            }
            SqliteLibrary.open(old, Lives.IDS).close();
            did("house");
        }

        private byte[] bytes(int count) {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        }
    }
}

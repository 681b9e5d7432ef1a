package studio.fanz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import studio.fanz.app.task.SearchLibrary;
import studio.fanz.core.store.Arrival;
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.SearchText;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.sqlite.SqliteLibrary;
import studio.fanz.core.time.IdSource;

/// A library of 100,000 recordings: search as the screen calls it against the bare SQLite query, in the same
/// run. Arguments: a folder (made, kept for the next run), and how many recordings.
public final class LibraryBench {

    private static final int BATCH = 1_000;
    private static final int PAGE = 50;
    private static final int QUERIES = 600;
    private static final double GOAL = 3.0;
    private static final String BARE = "select rowid from document where document match ? order by rank limit " + PAGE;

    private LibraryBench() {}

    /// Something timed.
    @FunctionalInterface
    private interface Timed {
        void run(String query) throws StoreException, SQLException;
    }

    public static void main(String[] arguments) throws IOException, StoreException, SQLException {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("library-bench");
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        var life = new Lifelike(42);
        Home home = new Home(folder);
        try (var library = SqliteLibrary.open(home, IdSource.ofThisMachine())) {
            if (library.cards().count(Facets.ALL) < count) {
                fill(library, life, count);
            }
            long start = System.nanoTime();
            library.search().count("nothing", Facets.ALL);
            say("index brought up to now", (System.nanoTime() - start) / 1e9, "s");
            search(library, home, life.queries(QUERIES));
            pages(library, count);
        }
    }

    private static void fill(SqliteLibrary library, Lifelike life, int count) throws StoreException {
        var batches = new ArrayList<Double>();
        for (int from = 0; from < count; from += BATCH) {
            List<Arrival> batch = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + BATCH); i++) {
                batch.add(life.arrival(i));
            }
            long start = System.nanoTime();
            library.assets().add(batch);
            batches.add((System.nanoTime() - start) / 1e6);
            for (Arrival arrival : batch) {
                library.assets().transcribed(arrival.asset().id(), life.transcript());
            }
        }
        say("batch of 1,000 recordings, p95", percentile(batches, 0.95), "ms");
    }

    private static void search(SqliteLibrary library, Home home, List<String> queries)
            throws StoreException, SQLException {
        var screen = new SearchLibrary(library.cards(), library.search());
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:file:" + home.index().toUri().getRawPath() + "?mode=ro");
                PreparedStatement bare = connection.prepareStatement(BARE)) {
            Timed yardstick = query -> rows(bare, SearchText.query(query));
            Timed index = query -> library.search().search(query, Facets.ALL, 0, PAGE);
            Timed whole = query -> screen.page(query, Facets.ALL, 0, PAGE);
            for (String query : queries.subList(0, QUERIES / 4)) {
                yardstick.run(query);
                whole.run(query);
            }
            // One after the other for each query, so that both meet the same machine.
            var times = List.of(new ArrayList<Double>(), new ArrayList<Double>(), new ArrayList<Double>());
            for (String query : queries) {
                times.get(0).add(millis(yardstick, query));
                times.get(1).add(millis(index, query));
                times.get(2).add(millis(whole, query));
            }
            report(times);
        }
    }

    private static void report(List<? extends List<Double>> times) {
        double bare = percentile(times.get(0), 0.95);
        double index = percentile(times.get(1), 0.95);
        double whole = percentile(times.get(2), 0.95);
        say("bare SQLite query, median", percentile(times.get(0), 0.5), "ms");
        say("bare SQLite query, p95", bare, "ms");
        say("search with moments, median", percentile(times.get(1), 0.5), "ms");
        say("search with moments, p95", index, "ms");
        say("page of the library screen (search, moments, cards, count), p95", whole, "ms");
        say("search p95 / bare p95 (goal: at most " + GOAL + ")", index / bare, "");
        say("page p95 / bare p95 (goal: at most " + GOAL + ")", whole / bare, "");
    }

    private static void pages(SqliteLibrary library, int count) throws StoreException {
        var random = new Random(1);
        var times = new ArrayList<Double>();
        for (int i = 0; i < 300; i++) {
            long start = System.nanoTime();
            library.cards().page(Facets.ALL, random.nextInt(count), PAGE);
            times.add((System.nanoTime() - start) / 1e6);
        }
        say("page of 50 at any offset, median", percentile(times, 0.5), "ms");
        say("page of 50 at any offset, p95", percentile(times, 0.95), "ms");
    }

    private static double millis(Timed timed, String query) throws StoreException, SQLException {
        long start = System.nanoTime();
        timed.run(query);
        return (System.nanoTime() - start) / 1e6;
    }

    private static void rows(PreparedStatement statement, String match) throws SQLException {
        statement.setString(1, match);
        try (ResultSet rows = statement.executeQuery()) {
            long sum = 0;
            while (rows.next()) {
                sum += rows.getLong(1);
            }
            if (sum < 0) {
                throw new IllegalStateException("row ids are positive");
            }
        }
    }

    private static double percentile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    private static void say(String what, double figure, String unit) {
        System.out.println(String.format(Locale.ROOT, "%-70s %9.2f %s", what, figure, unit));
    }
}

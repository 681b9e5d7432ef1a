package studio.fanz.core.store.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import studio.fanz.core.store.Home;

/// Lets [KillChild] work, kills it at random moments, and looks at what is left with [KillOracle]: SIGKILL on the
/// process, so what the system had not been asked to write is lost. Power cuts are not tried.
public final class KillHarness {

    /// So often a home is used before a fresh one takes its place.
    private static final int KILLS_PER_HOME = 12;

    /// Killed after up to so many lines and milliseconds: by what was done, so that a slow machine tries as much.
    private static final int LINES = 40;

    private static final int MORE_MS = 6;
    private static final int OPENING_MS = 400;
    private static final int OPENING_ONE_IN = 10;

    private final Path folder;
    private final List<String> command;

    /// What came of it.
    ///
    /// @param kills    how many programs were killed
    /// @param opening  how many of them before they had opened the library
    /// @param inFlight acts that were in flight and may be lost
    /// @param acts     acts that were said to be safe, by name; each was looked for after every later kill
    public record Tally(int kills, int opening, int inFlight, Map<String, Integer> acts) {

        Tally plus(Tally other) {
            var sum = new TreeMap<>(acts);
            other.acts.forEach((name, count) -> sum.merge(name, count, Integer::sum));
            return new Tally(kills + other.kills, opening + other.opening, inFlight + other.inFlight, sum);
        }
    }

    private KillHarness(Path folder, List<String> command) {
        this.folder = folder;
        this.command = command;
    }

    /// Kills so many programs, two at a time on two libraries.
    ///
    /// @throws AssertionError when something was lost or broken
    public static Tally run(Path folder, int kills, long seed) throws Exception {
        var harness = new KillHarness(folder, command(folder));
        var lanes = new ArrayList<CompletableFuture<Tally>>();
        for (int lane = 0; lane < 2; lane++) {
            int number = lane;
            lanes.add(new CompletableFuture<>());
            Thread.ofPlatform().name("kill-lane-" + lane).start(() -> {
                try {
                    lanes.get(number).complete(harness.lane(number, (kills + 1) / 2, new Random(seed + number)));
                } catch (Exception | AssertionError e) {
                    lanes.get(number).completeExceptionally(e);
                }
            });
        }
        try {
            return lanes.get(0).get().plus(lanes.get(1).get());
        } catch (ExecutionException e) {
            throw new AssertionError("after a kill: " + e.getMessage(), e);
        }
    }

    /// Lets a program work on a home until something cannot be written any more, and looks at what is left.
    ///
    /// @param first words that start the program with less than it needs (`ulimit`), may be empty
    /// @param small what is done about it before somebody looks: room made
    static Tally starve(Path folder, Home home, List<String> first, Room small) throws Exception {
        var harness = new KillHarness(folder, command(folder));
        Path errors = folder.resolve("starved.txt");
        var all = new ArrayList<>(first);
        all.addAll(harness.command);
        all.addAll(List.of(home.root().toString(), "7", "3000"));
        Process child = new ProcessBuilder(all).redirectError(errors.toFile()).start();
        var promises = new KillPromises();
        try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
            drain(said, promises);
        }
        if (child.waitFor() == 0 || !KillOracle.text(errors).contains("StoreException")) {
            throw new AssertionError("nothing ran out: " + child.exitValue() + " " + KillOracle.text(errors));
        }
        small.make();
        var tally = new Tally(0, 0, promises.inFlight(), promises.counts());
        new KillOracle(home, promises).check();
        return tally;
    }

    /// Makes room again.
    @FunctionalInterface
    interface Room {
        void make() throws Exception;
    }

    private Tally lane(int lane, int kills, Random random) throws Exception {
        Tally tally = new Tally(0, 0, 0, Map.of());
        KillPromises promises = new KillPromises();
        Home home = home(lane, 0);
        for (int kill = 0; kill < kills; kill++) {
            if (kill % KILLS_PER_HOME == 0) {
                tally = tally.plus(new Tally(0, 0, 0, promises.counts()));
                promises = new KillPromises();
                home = home(lane, kill);
            }
            boolean opening = random.nextInt(OPENING_ONE_IN) == 0;
            workAndDie(home, promises, opening, random);
            tally = tally.plus(new Tally(1, opening ? 1 : 0, promises.inFlight(), Map.of()));
            new KillOracle(home, promises).check();
        }
        return tally.plus(new Tally(0, 0, 0, promises.counts()));
    }

    private Home home(int lane, int kill) throws Exception {
        return new Home(folder.resolve("lane-" + lane + "-" + kill)).create();
    }

    private void workAndDie(Home home, KillPromises promises, boolean opening, Random random) throws Exception {
        Path errors = home.root().resolve("errors.txt");
        var all = new ArrayList<>(command);
        all.addAll(List.of(home.root().toString(), String.valueOf(random.nextInt()), "1000000"));
        Process child = new ProcessBuilder(all)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
        try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
            if (opening) {
                Thread.sleep(random.nextInt(OPENING_MS));
            } else {
                hear(said, random.nextInt(LINES), promises, errors);
                Thread.sleep(random.nextInt(MORE_MS));
            }
            if (!child.isAlive()) {
                throw new AssertionError("ended by itself: " + KillOracle.text(errors));
            }
            // The handle, not the process: that would close the pipe with what is still in it.
            child.toHandle().destroyForcibly();
            drain(said, promises);
        }
        child.waitFor();
    }

    private static void hear(BufferedReader said, int lines, KillPromises promises, Path errors) throws IOException {
        for (int i = -1; i < lines; i++) {
            String line = said.readLine();
            if (line == null) {
                throw new AssertionError("ended by itself: " + KillOracle.text(errors));
            }
            promises.heard(line);
        }
    }

    private static void drain(BufferedReader said, KillPromises promises) throws IOException {
        var text = new StringBuilder();
        char[] block = new char[8192];
        for (int n = said.read(block); n >= 0; n = said.read(block)) {
            text.append(block, 0, n);
        }
        String whole = text.substring(0, text.lastIndexOf("\n") + 1);
        whole.lines().forEach(promises::heard);
    }

    /// Starts quickly: a jar of our classes, and the classes it needs already laid out in an archive.
    private static List<String> command(Path folder) throws Exception {
        Files.createDirectories(folder);
        Path jar = jar(folder.resolve("ours.jar"));
        Path archive = folder.resolve("classes.jsa");
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Xshare:auto",
                "-Xlog:disable"));
        List<String> rest = List.of("-cp", jar + java.io.File.pathSeparator + others(), KillChild.class.getName());
        var record = new ArrayList<>(line);
        record.add("-XX:ArchiveClassesAtExit=" + archive);
        record.addAll(rest);
        record.addAll(List.of(folder.resolve("rehearsal").toString(), "1", "40"));
        Process rehearsal = new ProcessBuilder(record)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("rehearsal.txt").toFile())
                .start();
        if (!rehearsal.waitFor(60, TimeUnit.SECONDS) || rehearsal.exitValue() != 0) {
            rehearsal.destroyForcibly();
            throw new AssertionError("the rehearsal failed: " + KillOracle.text(folder.resolve("rehearsal.txt")));
        }
        line.add("-XX:SharedArchiveFile=" + archive);
        line.addAll(rest);
        return line;
    }

    private static Stream<String> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator));
    }

    private static String others() {
        return String.join(
                java.io.File.pathSeparator,
                classPath()
                        .filter(e -> e.matches(".*(jackson|sqlite|slf4j-api|jspecify)[^/\\\\]*\\.jar"))
                        .toList());
    }

    /// Our own classes, whether they lie in folders or in jars.
    private static Path jar(Path jar) throws Exception {
        var seen = new java.util.HashSet<String>();
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : classPath().toList()) {
                Path root = Path.of(entry);
                if (Files.isDirectory(root)) {
                    copy(root, out, seen);
                } else if (root.getFileName().toString().startsWith("fanz-core")) {
                    try (var inside = java.nio.file.FileSystems.newFileSystem(root)) {
                        copy(inside.getPath("/"), out, seen);
                    }
                }
            }
        }
        return jar;
    }

    private static void copy(Path root, JarOutputStream out, java.util.Set<String> seen) throws Exception {
        Path ours = root.resolve("studio/fanz/core");
        if (!Files.isDirectory(ours)) {
            return;
        }
        try (Stream<Path> files = Files.walk(ours)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (seen.add(name)) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }
}

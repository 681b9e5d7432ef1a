package studio.fanz.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.fanz.assets.Assets;
import studio.fanz.core.json.Json;

/// The command line as a script uses it, without a process of its own.
///
/// @param assets what ships with the program
/// @param home   value of `--home`
/// @param out    value of `--out`
record Shell(Assets assets, Path home, Path out) {

    static Shell in(Path folder) {
        return new Shell(Assets.find(), folder.resolve("home"), folder.resolve("out"));
    }

    /// What a verb left behind.
    record Said(int code, String out, String err) {

        /// The one document on standard output: anything beside it makes this fail.
        com.fasterxml.jackson.databind.JsonNode json() {
            return Json.parse(out);
        }
    }

    Shell with(Assets other) {
        return new Shell(other, home, out);
    }

    /// Runs a verb with this home and this output folder.
    Said run(Object... words) {
        return bare(new ByteArrayOutputStream(), arguments(words));
    }

    /// As [#run], and does something as soon as standard error has said a sentence.
    Said when(String sentence, Runnable then, Object... words) {
        return bare(new Listening(sentence, then), arguments(words));
    }

    private String[] arguments(Object... words) {
        var arguments = new ArrayList<String>();
        for (Object word : words) {
            arguments.add(word.toString());
        }
        arguments.addAll(List.of("--home", home.toString(), "--out", out.toString()));
        return arguments.toArray(String[]::new);
    }

    /// Runs exactly these words.
    Said bare(String... words) {
        return bare(new ByteArrayOutputStream(), words);
    }

    private Said bare(ByteArrayOutputStream stderr, String... words) {
        var stdout = new ByteArrayOutputStream();
        int code = new Cli(assets, stream(stdout), stream(stderr), false, folder -> List.of(folder.resolve("a.png")))
                .run(words);
        return new Said(code, stdout.toString(StandardCharsets.UTF_8), stderr.toString(StandardCharsets.UTF_8));
    }

    /// Drafts and other half-made things that are still somewhere.
    List<Path> leftovers() throws IOException {
        var left = new ArrayList<Path>();
        for (Path root : List.of(home, out)) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(Shell::half).forEach(left::add);
                }
            }
        }
        return left;
    }

    private static boolean half(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".fanz-") || name.startsWith("scratch") || name.endsWith(".draft");
    }

    /// Standard error with somebody who reads along.
    private static final class Listening extends ByteArrayOutputStream {

        private final String sentence;
        private final Runnable then;
        private boolean heard;

        Listening(String sentence, Runnable then) {
            this.sentence = sentence;
            this.then = then;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            if (!heard && toString(StandardCharsets.UTF_8).contains(sentence)) {
                heard = true;
                then.run();
            }
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}

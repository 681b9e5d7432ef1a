package studio.fanz.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import studio.fanz.assets.Assets;

/// The command line. One instance a process; blocks until the verb has ended.
public final class Cli {

    private final Assets assets;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final PictureBook book;

    /// @param out      standard output: one document or the answer's lines
    /// @param err      standard error: progress and problems
    /// @param terminal whether `err` is a terminal that can rewrite a line
    /// @param book     draws the look book
    public Cli(Assets assets, PrintStream out, PrintStream err, boolean terminal, PictureBook book) {
        this.assets = assets;
        this.book = book;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /// Runs the verb.
    ///
    /// @return the exit code: 0 done, 2 wrong usage, 3 the input cannot be used, 4 the machine cannot do it,
    ///         5 cancelled, 70 a bug
    public int run(String... arguments) {
        var run = new Run(assets, out, err, terminal, book);
        boolean json = Arrays.asList(arguments).contains("--json");
        var line = new CommandLine(new StudioCommand(run))
                .setOut(new PrintWriter(out, true, out.charset()))
                .setErr(new PrintWriter(err, true, err.charset()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, _) -> run.usage(json, String.valueOf(wrong.getMessage())));
        if (arguments.length == 0) {
            return run.usage(json, "No verb.");
        }
        return line.execute(arguments);
    }
}

package studio.fanz.app;

import studio.fanz.app.cli.Cli;
import studio.fanz.assets.Assets;

/// Where the program starts: with a verb the command line, without one the window.
public final class Launcher {

    private Launcher() {}

    /// Never extends `Application`, so that the class path alone is enough to start.
    @SuppressWarnings("SystemConsoleNull") // null when another console provider is configured
    public static void main(String[] arguments) {
        var console = System.console();
        boolean terminal = console != null && console.isTerminal();
        System.exit(new Cli(Assets.find(), System.out, System.err, terminal).run(arguments));
    }
}

package studio.fanz.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import studio.fanz.app.cli.Cli;
import studio.fanz.assets.Assets;
import studio.fanz.core.store.Home;

/// Where the program starts: with a verb the command line, without one the window.
public final class Launcher {

    /// JavaFX warns of the class path, which is how we run it; kept here, or the level is forgotten.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    /// Never extends `Application`, so that the class path alone is enough to start.
    @SuppressWarnings("SystemConsoleNull") // null when another console provider is configured
    public static void main(String[] arguments) {
        JAVAFX.setLevel(Level.SEVERE);
        Assets assets = assets();
        settle(Home.find(home(List.of(arguments))));
        if (wantsWindow(arguments)) {
            Studio.open(home(List.of(arguments)));
            System.exit(0);
        }
        var console = System.console();
        boolean terminal = console != null && console.isTerminal();
        System.exit(new Cli(assets, System.out, System.err, terminal, Studio::lookBook).run(arguments));
    }

    private static Assets assets() {
        try {
            return Assets.find();
        } catch (IllegalStateException broken) {
            System.err.println(
                    "The installation is incomplete: " + broken.getMessage() + ". Install Fanz Studio again.");
            System.exit(4);
            throw broken;
        }
    }

    /// Log and unpacked native code belong into the home folder; both are decided by properties that are read once.
    private static void settle(Home home) {
        System.setProperty("fanz.home", home.root().toString());
        System.setProperty("org.bytedeco.javacpp.cachedir", home.nativeCode().toString());
        System.setProperty("javafx.cachedir", home.nativeCode().toString());
    }

    private static boolean wantsWindow(String[] arguments) {
        return arguments.length == 0
                || (arguments.length == 1 && arguments[0].startsWith("--home="))
                || (arguments.length == 2 && arguments[0].equals("--home"));
    }

    private static Optional<Path> home(List<String> arguments) {
        int at = arguments.indexOf("--home");
        if (at >= 0 && at + 1 < arguments.size()) {
            return Optional.of(Path.of(arguments.get(at + 1)));
        }
        return arguments.stream()
                .filter(argument -> argument.startsWith("--home="))
                .map(argument -> Path.of(argument.substring("--home=".length())))
                .findFirst();
    }
}

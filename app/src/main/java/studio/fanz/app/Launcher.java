package studio.fanz.app;

/// Where the program starts: with a verb the command line, without one the window.
public final class Launcher {

    private Launcher() {}

    /// Never extends `Application`, so that the class path alone is enough to start.
    public static void main(String[] arguments) {
        System.err.println("no verb yet");
        System.exit(2);
    }
}

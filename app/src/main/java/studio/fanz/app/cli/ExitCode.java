package studio.fanz.app.cli;

import studio.fanz.core.problem.StudioException;

/// What the program tells the shell. A contract: scripts rely on it.
final class ExitCode {

    static final int DONE = 0;
    static final int USAGE = 2;
    static final int INPUT = 3;
    static final int MACHINE = 4;
    static final int CANCELLED = 5;
    static final int BUG = 70;

    private ExitCode() {}

    static int of(StudioException problem) {
        return switch (problem.code().kind()) {
            case USAGE -> USAGE;
            case INPUT -> INPUT;
            case MACHINE -> MACHINE;
        };
    }
}

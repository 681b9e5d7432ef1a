package studio.fanz.app.cli;

import java.io.Serial;
import java.util.List;
import studio.fanz.core.problem.ProblemCode;
import studio.fanz.core.problem.StudioException;

/// Something typed on the command line that cannot be meant.
final class CliException extends StudioException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Code code;

    CliException(Code code, String thing, String detail) {
        super(code, List.of(thing, detail), null);
        this.code = code;
    }

    @Override
    public Code code() {
        return code;
    }

    /// What was typed wrongly.
    enum Code implements ProblemCode {
        USAGE(1001, Kind.USAGE),
        NO_SUCH_THING(1002, Kind.INPUT),
        NO_SUCH_TARGET(1003, Kind.USAGE),
        NOT_A_MOMENT(1004, Kind.USAGE),
        NO_SUCH_PROFILE(1005, Kind.USAGE),
        AMBIGUOUS(1006, Kind.USAGE),
        NO_PAGE(1020, Kind.INPUT);

        private final int number;
        private final Kind kind;

        Code(int number, Kind kind) {
            this.number = number;
            this.kind = kind;
        }

        @Override
        public String id() {
            return "CLI-" + number;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }
}

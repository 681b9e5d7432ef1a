package studio.fanz.core.job;

import java.io.Serial;
import java.util.List;
import studio.fanz.core.problem.ProblemCode;
import studio.fanz.core.problem.StudioException;

/// What a listener hears when its job ended by a bug. The bug itself went to the runner's bug handler.
public final class BrokenJobException extends StudioException {

    @Serial
    private static final long serialVersionUID = 1L;

    BrokenJobException(Throwable bug) {
        super(Code.BROKEN, List.of(bug.getClass().getSimpleName(), String.valueOf(bug.getMessage())), bug);
    }

    @Override
    public Code code() {
        return Code.BROKEN;
    }

    /// One code: a bug has no kinds.
    public enum Code implements ProblemCode {
        BROKEN;

        @Override
        public String id() {
            return "JOB-9001";
        }

        @Override
        public Kind kind() {
            return Kind.MACHINE;
        }
    }
}

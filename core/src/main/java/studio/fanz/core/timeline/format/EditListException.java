package studio.fanz.core.timeline.format;

import java.io.Serial;
import java.util.List;
import studio.fanz.core.problem.ProblemCode;
import studio.fanz.core.problem.StudioException;

/// A cut list could not be understood. `{0}` of each text is the format or the list, `{1}` the detail.
public final class EditListException extends StudioException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Code code;

    /// @param thing  the format, or what the list is of
    /// @param detail what is wrong with it
    public EditListException(Code code, String thing, String detail) {
        super(code, List.of(thing, detail), null);
        this.code = code;
    }

    @Override
    public Code code() {
        return code;
    }

    /// What is wrong with the list.
    public enum Code implements ProblemCode {
        /// Not a single event in it.
        NO_EVENTS(1001),
        /// Broken so that not even part of it can be trusted.
        DAMAGED(1002),
        /// It names another recording, or nothing that the recording has.
        OTHER_SOURCE(1003);

        private final int number;

        Code(int number) {
            this.number = number;
        }

        @Override
        public String id() {
            return "CUTLIST-" + number;
        }

        @Override
        public Kind kind() {
            return Kind.INPUT;
        }
    }
}

package studio.fanz.core.caption.format;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.problem.ProblemCode;
import studio.fanz.core.problem.StudioException;

/// A caption file could not be understood. `{0}` of each text is the format, `{1}` the detail.
public final class CaptionFormatException extends StudioException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Code code;

    CaptionFormatException(Code code, CaptionFormat format, String detail) {
        this(code, format, detail, null);
    }

    CaptionFormatException(Code code, CaptionFormat format, String detail, @Nullable Throwable cause) {
        super(code, List.of(format.label(), detail), cause);
        this.code = code;
    }

    @Override
    public Code code() {
        return code;
    }

    /// What is wrong with the file.
    public enum Code implements ProblemCode {
        /// Not a single cue, nor what an empty file of the format looks like.
        NO_CAPTIONS(1001),
        /// Broken so that not even part of it can be trusted.
        DAMAGED(1002);

        private final int number;

        Code(int number) {
            this.number = number;
        }

        @Override
        public String id() {
            return "CAPTION-" + number;
        }

        @Override
        public Kind kind() {
            return Kind.INPUT;
        }
    }
}

package studio.fanz.core.problem;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something the person may have to be told about: expected, checked, named by a code. One subclass per module;
/// none is caught to be hidden. The sentence shown is the text of the code with the arguments put in.
public abstract class StudioException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> arguments;

    /// `arguments` fill `{0}`, `{1}` … of the code's text; by convention `{0}` is the thing (a file name, a
    /// model) and `{1}` the detail.
    protected StudioException(ProblemCode code, List<String> arguments, @Nullable Throwable cause) {
        super(code.id() + " " + arguments, cause);
        this.arguments = List.copyOf(arguments);
    }

    /// The stable code that names this problem in the log, in the documents and in the texts.
    public abstract ProblemCode code();

    /// What the code's text is filled with, in order.
    public List<String> arguments() {
        return arguments;
    }
}

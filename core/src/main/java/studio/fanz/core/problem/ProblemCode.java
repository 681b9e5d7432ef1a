package studio.fanz.core.problem;

/// A stable name for one kind of failure, such as `MEDIA-2001`. Implemented by one enum per module; every code has a
/// text in every shipped language (`assets/texts/problems*.properties`), held by a test.
public interface ProblemCode {

    /// The stable name: module, dash, four digits; the thousands tell the stage.
    String id();

    /// Who can do something about it; decides the exit code of the command line.
    Kind kind();

    /// Whose turn it is after the failure.
    enum Kind {
        /// The command was typed wrongly: exit code 2.
        USAGE,
        /// The file or value that was given cannot be used: exit code 3.
        INPUT,
        /// This computer cannot do it (model, encoder, disk, rights): exit code 4.
        MACHINE
    }
}

package studio.fanz.core.job;

import studio.fanz.core.problem.StudioException;

/// How a job ended. There is no fourth way: a bug reaches the runner's bug handler, and ends its job as a
/// failure with a [BrokenJobException].
public sealed interface Outcome<T> {

    /// It did what was asked.
    record Done<T>(T value) implements Outcome<T> {}

    /// It was asked to stop, and did.
    record Cancelled<T>() implements Outcome<T> {}

    /// It met an expected problem.
    record Failed<T>(StudioException problem) implements Outcome<T> {}
}

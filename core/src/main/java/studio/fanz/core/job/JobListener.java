package studio.fanz.core.job;

/// Hears about one job: any number of progress calls, then exactly one `ended`. Which thread calls is said by the
/// [Jobs] that was used.
public interface JobListener<T> {

    /// The latest progress; older ones may have been skipped.
    void progressed(Progress progress);

    /// The end. Nothing is heard after it.
    void ended(Outcome<T> outcome);
}

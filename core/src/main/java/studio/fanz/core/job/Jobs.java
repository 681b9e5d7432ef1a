package studio.fanz.core.job;

/// Starts work off the caller's thread.
public interface Jobs {

    /// Where the work runs.
    enum Lane {
        /// Disk and waiting: a virtual thread each.
        LIGHT,
        /// FFmpeg, ONNX, rendering: a bounded pool of platform threads.
        HEAVY
    }

    /// Starts `work`; `title` is shown to the person and may hold a file name, so it never reaches the log.
    <T> Job start(String title, Lane lane, Work<T> work, JobListener<T> listener);
}

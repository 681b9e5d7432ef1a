package studio.fanz.media.export;

import studio.fanz.core.job.JobContext;
import studio.fanz.core.project.Rendition;
import studio.fanz.media.MediaException;

/// Makes the file a target wants. Blocks; any thread.
@FunctionalInterface
public interface Exporter {

    /// Makes it, reads it again, and keeps it only when it is what was asked for. On any failure, and when the job is
    /// cancelled, nothing stands under the target's name that was not there before.
    ///
    /// @throws MediaException NO_VIDEO, NO_ENCODER, ENCODER_FAILED, DECODE_FAILED, DAMAGED, FILE_MISSING,
    ///                        CHECK_FAILED, TARGET_REFUSED, DISK_FULL, FOLDER_READ_ONLY, WRITE_FAILED
    Rendition export(ExportRequest request, JobContext job) throws MediaException;
}

package studio.fanz.media.export;

import java.nio.file.Path;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.render.Montage;

/// Makes files that are for no target. Blocks; any thread.
@FunctionalInterface
public interface PlainExporter {

    /// Makes the file in a child process and keeps it only when reading it again finds what was asked.
    ///
    /// @param cut    what is shown or heard: of a still its first frame; at the levels it is mixed at
    /// @param target replaced when it is there already; its folder is made
    /// @return how long it lasts in milliseconds; 0 for a still and for a WebP, which no decoder of ours reads
    /// @throws MediaException NO_VIDEO, NO_AUDIO, TARGET_REFUSED when an animation would last over a minute,
    ///                        ENCODER_FAILED, CHECK_FAILED, DISK_FULL, FOLDER_READ_ONLY, WRITE_FAILED
    long export(Montage cut, PlainKind kind, Path target, JobContext job) throws MediaException;
}

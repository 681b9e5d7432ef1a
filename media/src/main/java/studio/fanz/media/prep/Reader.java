package studio.fanz.media.prep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.core.store.Hashing;
import studio.fanz.media.MediaException;
import studio.fanz.media.probe.Prober;

/// Finds out what a file is, stream by stream and byte by byte.
///
/// @param prober reads the headers
record Reader(Prober prober) {

    Source source(Path file, JobContext job) throws MediaException {
        Path whole = file.toAbsolutePath().normalize();
        job.report(new Progress("probe", 0, 0, Progress.Unit.STEPS));
        MediaFacts facts = prober.probe(whole, job);
        return new Source(whole, hash(whole, job), facts);
    }

    private static ContentHash hash(Path file, JobContext job) throws MediaException {
        try {
            long size = Files.size(file);
            return Hashing.of(file, read -> {
                job.checkpoint();
                job.report(new Progress("hash", read, size, Progress.Unit.BYTES));
            });
        } catch (IOException e) {
            String name = String.valueOf(file.getFileName());
            throw new MediaException(MediaException.Code.FILE_UNREADABLE, name, String.valueOf(e.getMessage()), e);
        }
    }
}

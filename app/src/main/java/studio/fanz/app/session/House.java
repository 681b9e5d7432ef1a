package studio.fanz.app.session;

import java.nio.file.Path;
import java.util.List;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;

/// What the program keeps on this computer. Every method but `home` blocks; called on job threads only.
public interface House {

    /// Where everything is kept.
    Path home();

    /// The models, each with what is known about it; checks every file's hash, so it takes seconds.
    List<Model> models(JobContext job) throws StudioException;

    /// How much is stored.
    Stored stored() throws StudioException;

    /// Deletes what can be made again.
    void clearCache(JobContext job) throws StudioException;

    /// A model's file.
    ///
    /// @param name      in the catalogue
    /// @param licence   SPDX name
    /// @param sizeBytes on disk
    /// @param intact    whether its hash is the catalogue's
    record Model(String name, String licence, long sizeBytes, boolean intact) {}

    /// Bytes on disk.
    ///
    /// @param library what cannot be made again
    /// @param cache   what can
    record Stored(long library, long cache) {}
}

package studio.fanz.app.session;

import java.nio.file.Path;
import java.util.List;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.Target;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Rendition;

/// Makes the files for posting. Blocks; called on job threads only.
public interface Renditions {

    /// All places there are, in the order of `targets.csv`.
    List<Target> targets();

    /// Makes the files that serve the targets; those that can share one do.
    ///
    /// @param burnIn whether captions are drawn into the picture
    Made make(Asset asset, List<Target> targets, boolean burnIn, JobContext job) throws StudioException;

    /// What was made.
    ///
    /// @param folder     where the files lie
    /// @param renditions the files, with what was verified
    /// @param refused    targets that no file could be made for, each with the reason as a sentence
    record Made(Path folder, List<Rendition> renditions, List<String> refused) {
        public Made {
            renditions = List.copyOf(renditions);
            refused = List.copyOf(refused);
        }
    }
}

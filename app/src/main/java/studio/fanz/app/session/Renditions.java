package studio.fanz.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.Target;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Project;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.review.Finding;

/// Makes the files for posting. Blocks; called on job threads only.
public interface Renditions {

    /// All places there are, in the order of `targets.csv`.
    List<Target> targets();

    /// Makes the files that serve the targets; those that can share one do.
    ///
    /// @param project what was made of the recording: how it is cut and what its captions say
    /// @param burnIn  whether captions are drawn into the picture
    Made make(Asset asset, Optional<Project> project, List<Target> targets, boolean burnIn, JobContext job)
            throws StudioException;

    /// What makes places refuse the recording as it is cut; empty when it is shown as it is.
    Optional<List<Finding>> refusals(Project project) throws StudioException;

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

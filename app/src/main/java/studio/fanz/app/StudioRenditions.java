package studio.fanz.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.app.session.FindingWords;
import studio.fanz.app.session.Renditions;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.caption.CaptionProfiles;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.RenditionPlan;
import studio.fanz.core.platform.Target;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.ProjectStore;
import studio.fanz.media.prep.MomentChoice;
import studio.fanz.media.prep.OutputFolder;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.PrepOptions;
import studio.fanz.media.prep.Preparation;
import studio.fanz.media.prep.Source;

/// Makes files for posting, as `studio prep` does, into a folder beside the recording's own.
///
/// @param bench what it works with
/// @param words findings in sentences
/// @param out   where folders of finished files go
record StudioRenditions(Workbench bench, FindingWords words, Path out) implements Renditions {

    @Override
    public List<Target> targets() {
        return bench.targets().all();
    }

    @Override
    public Made make(Asset asset, List<Target> targets, boolean burnIn, JobContext job) throws StudioException {
        var options = new PrepOptions(
                targets, Optional.empty(), CaptionProfiles.DEFAULT, burnIn, Optional.empty(), new MomentChoice.Auto());
        var source = new Source(asset.path(), asset.hash(), asset.facts());
        Preparation preparation = Preparation.of(bench.tools(), source, options, PrepListener.deaf(), job);
        useEdited(asset, preparation);
        OutputFolder folder = OutputFolder.of(out, preparation.source());
        var made = preparation.renditions(folder);
        var refused = new ArrayList<String>();
        for (RenditionPlan.Refusal refusal : made.refused()) {
            refused.add(refusal.target() + ": " + words.title(refusal.finding()));
        }
        return new Made(folder.path(), made.files(), refused);
    }

    /// Captions go out as they stand in the project.
    private void useEdited(Asset asset, Preparation preparation) throws StudioException {
        ProjectStore projects = bench.library().library().projects();
        Optional<Project.Id> id = projects.existing(asset.id());
        if (id.isPresent()) {
            Project project = projects.latest(id.get());
            if (!project.cues().isEmpty()) {
                preparation.useCaptions(project.captions(preparation.transcript()));
            }
        }
    }
}

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
import studio.fanz.core.review.Finding;
import studio.fanz.media.prep.Cut;
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
    public Made make(Asset asset, Optional<Project> project, List<Target> targets, boolean burnIn, JobContext job)
            throws StudioException {
        var options = new PrepOptions(
                targets, Optional.empty(), CaptionProfiles.DEFAULT, burnIn, Optional.empty(), new MomentChoice.Auto());
        var source = new Source(asset.path(), asset.hash(), asset.facts());
        Preparation preparation = Preparation.of(bench.tools(), source, options, PrepListener.deaf(), job);
        if (project.isPresent()) {
            var cuts = bench.cuts();
            preparation.use(project.get(), cuts.cut(project.get()));
        }
        OutputFolder folder = OutputFolder.of(out, preparation.source());
        var made = preparation.renditions(folder);
        var refused = new ArrayList<String>();
        for (RenditionPlan.Refusal refusal : made.refused()) {
            refused.add(refusal.target() + ": " + words.title(refusal.finding()));
        }
        return new Made(folder.path(), made.files(), refused);
    }

    @Override
    public Optional<List<Finding>> refusals(Project project) throws StudioException {
        var cuts = bench.cuts();
        Optional<Cut> cut = cuts.cut(project);
        return cut.isPresent()
                ? Optional.of(cuts.refusals(cut.get(), targets(), bench.tools().limits()))
                : Optional.empty();
    }
}

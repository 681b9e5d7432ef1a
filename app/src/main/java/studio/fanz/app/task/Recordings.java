package studio.fanz.app.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.caption.CaptionProfiles;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.platform.Target;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Project;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Review;
import studio.fanz.core.store.AssetStore;
import studio.fanz.core.store.Library;
import studio.fanz.core.store.ProjectStore;
import studio.fanz.media.prep.MomentChoice;
import studio.fanz.media.prep.OutputFolder;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.PrepOptions;
import studio.fanz.media.prep.Preparation;
import studio.fanz.media.prep.Renditions;
import studio.fanz.media.prep.Source;

/// Prepares recordings of the library and keeps what was found with them. Blocks; any thread.
public final class Recordings {

    /// What a recording is prepared for until somebody chooses.
    public static final List<String> USUAL_TARGETS = List.of("youtube/long", "youtube/shorts", "instagram/reel");

    private final Workbench bench;

    Recordings(Workbench bench) {
        this.bench = bench;
    }

    /// Where made files of a recording lie: a folder of its name below `HOME/prepared`.
    public OutputFolder folder(Asset asset) {
        return OutputFolder.of(prepared(), source(asset));
    }

    /// Makes captions, covers, checks and the draft, as far as they are not made yet; everything found is kept in the
    /// library, its documents in [#folder].
    public void prepare(Asset asset, PrepListener listener, JobContext job) throws StudioException {
        var preparation = Preparation.of(bench.tools(), source(asset), options(usual(), false), listener, job);
        OutputFolder folder = folder(asset);
        AssetStore assets = bench.library().library().assets();
        Transcript transcript = preparation.transcript();
        assets.transcribed(asset.id(), transcript);
        preparation.hearing();
        preparation.looks();
        Captions captions = preparation.captions();
        assets.captioned(asset.id(), !captions.cues().isEmpty());
        preparation.covers(folder);
        Review review = preparation.review();
        folder.document("review", Documents.of("review", 1, review));
        assets.reviewed(asset.id(), count(review, Finding.Severity.BLOCKS), count(review, Finding.Severity.WARNING));
        preparation.draft();
    }

    /// What was found in a recording when it was last prepared.
    public Optional<Review> review(Asset asset) {
        return folder(asset).read("review").map(document -> Documents.read(document, "review", 1, Review.class));
    }

    /// Makes the files that serve the targets, with the captions as they were edited.
    public Renditions export(Asset asset, List<Target> targets, boolean burnIn, JobContext job) throws StudioException {
        var preparation =
                Preparation.of(bench.tools(), source(asset), options(targets, burnIn), PrepListener.deaf(), job);
        Library library = bench.library().library();
        ProjectStore projects = library.projects();
        Optional<Project.Id> id = projects.existing(asset.id());
        if (id.isPresent()) {
            Project project = projects.latest(id.get());
            if (!project.cues().isEmpty()) {
                preparation.useCaptions(project.captions(preparation.transcript()));
            }
        }
        OutputFolder folder = folder(asset);
        Renditions made = preparation.renditions(folder);
        for (var file : made.files()) {
            folder.report(file);
        }
        return made;
    }

    private Path prepared() {
        return bench.home().root().resolve("prepared");
    }

    private List<Target> usual() {
        return bench.targets().all().stream()
                .filter(target -> USUAL_TARGETS.contains(target.id()))
                .toList();
    }

    /// A fitting stretch is proposed where a target takes less: in the window a refusal would only cost a click.
    private static PrepOptions options(List<Target> targets, boolean burnIn) {
        return new PrepOptions(
                targets, Optional.empty(), CaptionProfiles.DEFAULT, burnIn, Optional.empty(), new MomentChoice.Auto());
    }

    private static Source source(Asset asset) {
        return new Source(asset.path(), asset.hash(), asset.facts());
    }

    private static int count(Review review, Finding.Severity severity) {
        return (int) review.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}

package studio.fanz.media.prep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.fanz.core.asset.Cover;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.json.Documents;
import studio.fanz.core.platform.RenditionPlan;
import studio.fanz.core.platform.Target;
import studio.fanz.core.post.Draft;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.review.Review;

/// The main job: everything a creator needs for posting, into one folder. Each document is written as soon as
/// its part is there, so that a run that is stopped leaves what it had.
public final class Prep {

    /// Formats of captions that are always written.
    public static final List<String> CAPTION_FORMATS = List.of("srt", "vtt", "ass", "ttml");

    private final Preparation preparation;
    private final OutputFolder folder;

    /// @param preparation of the recording
    /// @param folder      where results go
    public Prep(Preparation preparation, OutputFolder folder) {
        this.preparation = preparation;
        this.folder = folder;
    }

    /// All that one run made.
    ///
    /// @param folder where it is
    public record Result(
            Source source,
            OutputFolder folder,
            Transcript transcript,
            Captions captions,
            Cover.Choice covers,
            Review review,
            Draft draft,
            Renditions renditions,
            Report report) {}

    /// `prep.json`: what ran, how long, with which versions.
    ///
    /// @param source    the recording
    /// @param options   what was asked
    /// @param ran       the steps of this run in order
    /// @param elapsedMs how long the run took
    /// @param files     what stands in the folder
    /// @param refused   targets without a file, with why and the way out
    /// @param textOnly  targets that take no file of this kind
    /// @param versions  of the program and what it stands on
    public record Report(
            Origin source,
            Asked options,
            List<Trace.Ran> ran,
            long elapsedMs,
            List<String> files,
            List<RenditionPlan.Refusal> refused,
            List<String> textOnly,
            Map<String, String> versions) {}

    /// Where it all comes from.
    public record Origin(String name, String sha256, MediaFacts facts) {}

    /// What was asked.
    public record Asked(
            List<String> targets,
            String language,
            String profile,
            boolean burnIn,
            String aspect,
            MomentChoice moment) {}

    /// Does it.
    ///
    /// @param options as the preparation was made with
    public Result run(PrepOptions options) throws StudioException {
        long began = System.nanoTime();
        List<String> files = new ArrayList<>();
        Transcript transcript = preparation.transcript();
        files.add(folder.document("transcript", Documents.of("transcript", 1, transcript)));
        preparation.hearing();
        preparation.looks();
        Captions captions = preparation.captions();
        files.addAll(folder.captions(captions, CAPTION_FORMATS));
        Cover.Choice covers = preparation.covers(folder);
        covers.chosen().forEach(cover -> files.add(cover.file()));
        files.add("thumbnails.json");
        Review review = preparation.review();
        files.add(folder.document("review", Documents.of("review", 1, review)));
        Draft draft = preparation.draft();
        files.add(folder.document("post", Documents.of("post", 1, draft)));
        Renditions renditions = preparation.renditions(folder);
        for (Rendition made : renditions.files()) {
            files.add(made.file());
            files.add(folder.report(made));
        }
        long elapsed = (System.nanoTime() - began) / 1_000_000;
        Report report = report(options, files, renditions, elapsed);
        folder.document("prep", Documents.of("prep", 1, report));
        return new Result(
                preparation.source(), folder, transcript, captions, covers, review, draft, renditions, report);
    }

    private Report report(PrepOptions options, List<String> files, Renditions renditions, long elapsedMs) {
        Source source = preparation.source();
        return new Report(
                new Origin(
                        String.valueOf(source.file().getFileName()),
                        source.hash().hex(),
                        source.facts()),
                new Asked(
                        options.targets().stream().map(Target::id).toList(),
                        options.language().orElse("auto"),
                        options.profile(),
                        options.burnIn(),
                        options.aspect().orElse("auto"),
                        options.moment()),
                preparation.trace().ran(),
                elapsedMs,
                List.copyOf(files),
                renditions.refused(),
                renditions.textOnly(),
                versions());
    }

    private Map<String, String> versions() {
        var versions = new LinkedHashMap<String, String>();
        versions.put("studio", "0.1.0");
        versions.put("java", Runtime.version().toString());
        versions.putAll(preparation.tools().versions().get());
        return versions;
    }
}

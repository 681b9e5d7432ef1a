package studio.fanz.app;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import studio.fanz.app.session.Prepared;
import studio.fanz.app.session.Prepared.Part;
import studio.fanz.app.session.Preparer;
import studio.fanz.app.session.Strip;
import studio.fanz.app.session.Wave;
import studio.fanz.app.task.KeptReviews;
import studio.fanz.app.task.LibraryDesk;
import studio.fanz.app.task.Previews;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.Cover;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.caption.CaptionProfiles;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.Target;
import studio.fanz.core.post.Draft;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Review;
import studio.fanz.media.MediaException;
import studio.fanz.media.prep.Looks;
import studio.fanz.media.prep.MomentChoice;
import studio.fanz.media.prep.OutputFolder;
import studio.fanz.media.prep.PrepListener;
import studio.fanz.media.prep.PrepOptions;
import studio.fanz.media.prep.Preparation;
import studio.fanz.media.prep.Source;
import studio.fanz.media.probe.Waveform;

/// Prepares a recording for the window: the same steps as `studio prep`, told one by one, kept in the library.
///
/// @param bench what it works with
record StudioPreparer(Workbench bench) implements Preparer {

    @Override
    public Prepared prepare(Asset asset, Consumer<Prepared> grew, JobContext job) throws StudioException {
        LibraryDesk desk = bench.library();
        Path folder =
                bench.home().cache().resolve("covers").resolve(asset.hash().hex());
        var state = new Growing(asset, folder, grew);
        Previews previews = desk.previews();
        previews.first(asset, job);
        state.previews(previews);
        Preparation preparation = Preparation.of(bench.tools(), source(asset), options(fitting(asset)), state, job);
        Transcript transcript = preparation.transcript();
        desk.library().assets().transcribed(asset.id(), transcript);
        previews.make(asset, job);
        state.previews(previews);
        preparation.hearing();
        preparation.looks();
        Captions captions = preparation.captions();
        desk.library().assets().captioned(asset.id(), !captions.cues().isEmpty());
        preparation.covers(new OutputFolder(folder));
        preparation.review();
        preparation.draft();
        state.finish();
        Review review = state.review;
        KeptReviews.of(bench.home()).keep(asset.hash(), review);
        desk.library()
                .assets()
                .reviewed(asset.id(), count(review, Finding.Severity.BLOCKS), count(review, Finding.Severity.WARNING));
        return state.prepared();
    }

    /// The import has hashed and probed it already.
    private static Source source(Asset asset) {
        return new Source(asset.path(), asset.hash(), asset.facts());
    }

    /// Places that take this kind of recording at all; that a video is no photograph needs nobody's attention.
    private List<Target> fitting(Asset asset) {
        Target.Kind other = asset.facts().kind() == AssetKind.IMAGE ? Target.Kind.VIDEO : Target.Kind.IMAGE;
        return bench.targets().all().stream()
                .filter(target -> target.kind() != other)
                .toList();
    }

    /// What asks for a look by itself: the recording's own findings, and those of the usual places.
    private static int count(Review review, Finding.Severity severity) {
        return (int) review.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .filter(KeptReviews::usual)
                .count();
    }

    private static PrepOptions options(List<Target> targets) {
        return new PrepOptions(
                targets, Optional.empty(), CaptionProfiles.DEFAULT, false, Optional.empty(), new MomentChoice.Whole());
    }

    /// The state so far. Called by the preparing thread only.
    private static final class Growing implements PrepListener {

        private final Asset asset;
        private final Path folder;
        private final Consumer<Prepared> grew;
        private final Set<Part> waiting = EnumSet.allOf(Part.class);
        private Optional<Path> poster = Optional.empty();
        private Optional<Strip> strip = Optional.empty();
        private Optional<Wave> wave = Optional.empty();
        private Optional<Transcript> transcript = Optional.empty();
        private List<Shot> shots = List.of();
        private Optional<Captions> captions = Optional.empty();
        private Optional<Cover.Choice> covers = Optional.empty();
        private Review review = new Review(List.of(), List.of(), List.of(), List.of());
        private boolean reviewed;
        private Optional<Draft> draft = Optional.empty();

        Growing(Asset asset, Path folder, Consumer<Prepared> grew) {
            this.asset = asset;
            this.folder = folder;
            this.grew = grew;
        }

        void previews(Previews previews) throws StudioException {
            poster = previews.poster(asset.hash());
            strip = previews.strip(asset.hash()).map(s -> new Strip(s.picture(), s.count(), s.everyMs()));
            wave = previews.wave(asset.hash()).flatMap(Growing::read);
            tell();
        }

        @Override
        public void words(Transcript soFar) {
            transcript = Optional.of(soFar);
            tell();
        }

        @Override
        public void looks(Looks looks) {
            waiting.remove(Part.TRANSCRIPT);
            shots = looks.shots();
            review = looks.review();
            reviewed = true;
            tell();
        }

        @Override
        public void captions(Captions made) {
            waiting.remove(Part.TRANSCRIPT);
            waiting.remove(Part.CAPTIONS);
            captions = Optional.of(made);
            tell();
        }

        @Override
        public void covers(Cover.Choice choice) {
            waiting.remove(Part.COVERS);
            covers = Optional.of(choice);
            tell();
        }

        @Override
        public void review(Review whole) {
            waiting.remove(Part.REVIEW);
            review = whole;
            reviewed = true;
            tell();
        }

        @Override
        public void draft(Draft proposed) {
            waiting.remove(Part.DRAFT);
            draft = Optional.of(proposed);
            tell();
        }

        void finish() {
            waiting.clear();
            tell();
        }

        Prepared prepared() {
            return new Prepared(
                    asset,
                    folder,
                    poster,
                    strip,
                    wave,
                    transcript,
                    shots,
                    captions,
                    covers,
                    reviewed ? Optional.of(review) : Optional.empty(),
                    draft,
                    List.of(),
                    waiting);
        }

        private void tell() {
            grew.accept(prepared());
        }

        private static Optional<Wave> read(Path file) {
            try {
                Waveform wave = Waveform.read(file);
                float[] peaks = new float[wave.peaks().length];
                for (int i = 0; i < peaks.length; i++) {
                    peaks[i] = wave.at(i);
                }
                return Optional.of(new Wave(wave.perSecond(), peaks));
            } catch (MediaException gone) {
                return Optional.empty();
            }
        }
    }
}

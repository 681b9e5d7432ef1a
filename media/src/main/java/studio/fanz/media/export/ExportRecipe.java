package studio.fanz.media.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Loudness;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.effect.LoudnessPlan;
import studio.fanz.media.probe.Prober;
import studio.fanz.media.render.Montage;
import studio.fanz.media.render.Stretch;

/// Makes a file and keeps it only when reading it again shows what was asked: find the frames, listen and look at
/// samples, encode into a draft, read the draft, mend its loudness or its size if that is all that is off, publish.
public final class ExportRecipe implements Exporter {

    /// Sound that goes on for longer than this after the last picture is kept, under that picture.
    private static final long HOLD_FROM_MS = 500;

    private final Encoders encoders;
    private final RenditionMaker maker;
    private final RenditionReader reader;
    private final Prober prober;

    /// The ports it works through.
    public ExportRecipe(Encoders encoders, RenditionMaker maker, RenditionReader reader, Prober prober) {
        this.encoders = encoders;
        this.maker = maker;
        this.reader = reader;
        this.prober = prober;
    }

    @Override
    public Rendition export(ExportRequest request, JobContext job) throws MediaException {
        long began = System.nanoTime();
        VideoFacts video = request.facts().video().orElseThrow(() -> noPicture(request));
        try (DraftFile draft = DraftFile.beside(request.target());
                DraftFile other = DraftFile.beside(request.target())) {
            Room.demandWritable(request.target());
            if (request.spec().picture().codec().isEmpty()) {
                StillExport still = new StillExport(maker, prober);
                return still.make(order(request, video, EncoderChoice.BUNDLED, job), draft, began, job);
            }
            Order order = order(request, video, encoders.choose(job), job);
            return film(order, new Drafts(draft, other), began, job);
        } catch (StoreException e) {
            throw Room.problem(request.target(), e);
        }
    }

    private Order order(ExportRequest request, VideoFacts video, EncoderChoice encoder, JobContext job)
            throws MediaException {
        if (request.cut().isPresent()) {
            Montage cut = maker.anchor(request.cut().get(), job);
            return new Order(
                    request.withCut(cut),
                    video,
                    encoder,
                    cut.stretch(request.spec().moment()),
                    0);
        }
        Stretch stretch = maker.locate(request, request.spec().moment(), job);
        double hold = hold(request, stretch);
        Stretch shown = hold == 0
                ? stretch
                : new Stretch(
                        stretch.start(),
                        stretch.end().plus(new studio.fanz.core.time.Rational(Math.round(hold * 1000), 1000)),
                        stretch.guard(),
                        stretch.whole());
        return new Order(request, video, encoder, shown, hold);
    }

    private Rendition film(Order order, Drafts drafts, long began, JobContext job)
            throws MediaException, StoreException {
        Survey survey = maker.survey(order, job);
        Optional<LoudnessPlan> plan = survey.loudness().map(LoudnessPlan::toReach);
        Room.demand(order, survey.quality());
        Made made = encode(order, survey, plan, drafts, job);
        List<Rendition.Check> checks = made.check(order).all();
        for (Rendition.Check check : checks) {
            if (!check.passed() && !made.excused(check)) {
                throw failed(order, check);
            }
        }
        made.draft().publish();
        return report(order, survey, made, checks, began);
    }

    /// Encodes, and mends what one more try can mend.
    private Made encode(Order order, Survey survey, Optional<LoudnessPlan> plan, Drafts drafts, JobContext job)
            throws MediaException {
        LoudnessPlan level = plan.orElse(new LoudnessPlan(LoudnessPlan.Way.LEAVE, 0, 0));
        maker.encode(order, survey.quality(), level, drafts.first.file(), job);
        Made made = read(order, drafts.first, plan, job);
        if (made.facts.sizeBytes() > order.spec().maxBytes()) {
            maker.encode(order, smaller(order, survey), level, drafts.first.file(), job);
            made = read(order, drafts.first, plan, job);
        }
        return plan.isEmpty() ? made : levelled(order, made, level, drafts, job);
    }

    /// Encoding shifts loudness and peaks a little, and a limiter takes more than gain gives: the sound alone is made
    /// again until both hold.
    private Made levelled(Order order, Made first, LoudnessPlan plan, Drafts drafts, JobContext job)
            throws MediaException {
        Made made = first;
        LoudnessPlan level = plan;
        for (int round = 0; round < 5 && made.missesLevel(); round++) {
            Loudness heard = made.reading.loudness().orElseThrow();
            level = level.corrected(heard);
            DraftFile next = made.draft == drafts.first ? drafts.second : drafts.first;
            maker.replaceSound(order, made.draft.file(), level, next.file(), job);
            made = read(order, next, Optional.of(level), job);
        }
        return made;
    }

    private Made read(Order order, DraftFile draft, Optional<LoudnessPlan> plan, JobContext job) throws MediaException {
        MediaFacts facts = prober.probe(draft.file(), job);
        return new Made(
                draft, reader.read(draft.file(), job), facts, order.sound().isEmpty() ? Optional.empty() : plan);
    }

    private static Survey.Quality smaller(Order order, Survey survey) {
        double seconds = order.seconds().toDouble();
        long sound = order.spec().sound().map(s -> s.bitRate()).orElse(0L);
        long bps = (long) (order.spec().maxBytes() * 8 / seconds * 0.95 - sound);
        return survey.quality().capped(Math.max(50_000, bps));
    }

    /// A container that promises sound long after the last picture.
    private static double hold(ExportRequest request, Stretch stretch) {
        if (!stretch.whole() || request.facts().audio().isEmpty()) {
            return 0;
        }
        long sound = request.facts().audio().getFirst().durationMs();
        long picture = Math.round(stretch.end().toDouble() * 1000);
        return sound - picture > HOLD_FROM_MS ? (sound - picture) / 1000.0 : 0;
    }

    private static Rendition report(Order order, Survey survey, Made made, List<Rendition.Check> checks, long began) {
        ExportRequest request = order.request();
        return new Rendition(
                request.name(),
                request.spec().targets(),
                order.encoder().name(),
                order.encoder().fallback(),
                made.facts,
                request.spec().moment(),
                order.picture().framing(),
                request.captions().word(),
                survey.loudness(),
                made.reading.loudness(),
                checks,
                notes(order, survey, made),
                (System.nanoTime() - began) / 1_000_000);
    }

    private static List<String> notes(Order order, Survey survey, Made made) {
        List<String> notes = new ArrayList<>(order.spec().notes());
        if (order.video().dynamicRange() != VideoFacts.DynamicRange.SDR) {
            notes.add("tone-mapped");
        }
        made.plan.ifPresent(plan -> {
            switch (plan.way()) {
                case LEAVE -> notes.add("silent-left-alone");
                case LIMIT -> notes.add("limiter-used");
                case GAIN -> {}
            }
        });
        if (made.missesLevel()) {
            notes.add("loudness-not-reached");
        }
        if (survey.quality().cappedBps() > 0) {
            notes.add("bit-rate-bounded");
        }
        // Our own encoder starts a new group at a cut, whatever distance is asked; some targets state a least distance.
        double group = order.spec().picture().gopSeconds() - 0.1;
        if (made.reading
                .track("video")
                .filter(t -> t.keyAfter() < Math.min(group, t.end()))
                .isPresent()) {
            notes.add("key-frames-at-cuts");
        }
        if (order.hold() > 0) {
            notes.add("last-picture-held");
        }
        return notes;
    }

    private static MediaException failed(Order order, Rendition.Check check) {
        String name = String.valueOf(order.request().target().getFileName());
        boolean shortOfFrames =
                check.name().equals("frames") && Long.parseLong(check.measured()) < Long.parseLong(check.wanted());
        if (shortOfFrames) {
            String source = String.valueOf(order.request().source().getFileName());
            return new MediaException(
                    Code.DAMAGED,
                    source,
                    "it says it has " + check.wanted() + " frames there, but only " + check.measured()
                            + " can be decoded");
        }
        return new MediaException(
                Code.CHECK_FAILED, name, check.name() + " is " + check.measured() + ", not " + check.wanted());
    }

    private static MediaException noPicture(ExportRequest request) {
        String name = String.valueOf(request.source().getFileName());
        return new MediaException(
                Code.NO_VIDEO, name, "a rendition for " + request.spec().targets() + " needs a picture");
    }

    /// Two drafts that take turns.
    private record Drafts(DraftFile first, DraftFile second) {}

    /// A draft and what reading it gave.
    private record Made(DraftFile draft, Reading reading, MediaFacts facts, Optional<LoudnessPlan> plan) {

        RenditionCheck check(Order order) {
            return new RenditionCheck(order, reading, facts, plan);
        }

        boolean missesLevel() {
            return plan.isPresent()
                    && reading.loudness().isPresent()
                    && !plan.get().reached(reading.loudness().get());
        }

        /// A sound of a few clicks cannot be made that loud under its peaks; quieter is what is left.
        boolean excused(Rendition.Check check) {
            return check.name().equals("loudness")
                    && plan.isPresent()
                    && plan.get().way() == LoudnessPlan.Way.LIMIT
                    && reading.loudness().isPresent()
                    && reading.loudness().get().integratedLufs() < LoudnessPlan.TARGET_LUFS;
        }
    }
}

package studio.fanz.media.prep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.caption.CaptionProfile;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Json;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.store.StepKey;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;
import studio.fanz.media.export.CaptionChoice;
import studio.fanz.media.export.ExportRequest;
import studio.fanz.media.export.Exporter;
import studio.fanz.media.render.CaptionArea;
import studio.fanz.media.render.CaptionLook;
import studio.fanz.media.render.CaptionOverlay;
import studio.fanz.media.render.CaptionPainter;
import studio.fanz.media.vision.CropPath;
import studio.fanz.media.vision.Reframer;

/// The steps that make files for posting.
final class Making {

    private static final int RENDITION = 1;

    private final Memory memory;
    private final Exporter exporter;
    private final CaptionPainter painter;

    Making(Memory memory, Exporter exporter, CaptionPainter painter) {
        this.memory = memory;
        this.exporter = exporter;
        this.painter = painter;
    }

    /// What one file is made of besides the recording.
    ///
    /// @param spec     what to make
    /// @param looks    where its window may stand
    /// @param captions in source time, a cut's in its own
    /// @param profile  rules the captions follow
    /// @param burnIn   whether they are drawn into the picture
    /// @param cut      what is shown instead of the recording as it is
    record Order(
            RenditionSpec spec,
            Looks looks,
            Captions captions,
            CaptionProfile profile,
            boolean burnIn,
            Optional<Cut> cut) {}

    /// Makes it, or remembers it, and puts it into the output folder.
    Rendition rendition(Source source, Order order, OutputFolder folder, JobContext job) throws StudioException {
        Optional<CropPath> crop = crop(source, order);
        StepKey key = Memory.key(source, "rendition", RENDITION, options(order, crop));
        String file = order.spec().fileName() + "." + order.spec().container();
        Rendition made = memory.of(key, Rendition.class, step -> make(source, order, crop, step, file, job));
        folder.copy(memory.folder(key).orElseThrow().resolve(file), made.file());
        return made;
    }

    private static ObjectNode options(Order order, Optional<CropPath> crop) {
        ObjectNode options = Json.object();
        options.set("spec", Json.node(order.spec()));
        options.set("crop", Json.node(crop));
        options.set("captions", Json.node(order.captions()));
        options.put("burnIn", order.burnIn());
        order.cut().ifPresent(cut -> {
            options.set("cut", Json.node(cut.line().tracks()));
            options.put("rate", cut.line().rate().toString());
            options.set("of", Json.node(cut.assets().stream().map(Asset::hash).toList()));
        });
        return options;
    }

    private Rendition make(Source source, Order order, Optional<CropPath> crop, Path step, String file, JobContext job)
            throws StudioException {
        try (var strips = Scratch.inside(step)) {
            CaptionChoice captions = captions(source, order, strips.folder(), job);
            List<CaptionOverlay> titles = order.cut().isPresent()
                    ? new Titling(painter, order.cut().get(), order.spec()).paint(strips.folder(), job)
                    : List.of();
            return exporter.export(
                    new ExportRequest(
                            source.file(),
                            source.facts(),
                            order.spec(),
                            crop,
                            captions,
                            step.resolve(file),
                            "renditions/" + file,
                            order.cut().map(Cut::montage),
                            titles),
                    job);
        }
    }

    private CaptionChoice captions(Source source, Order order, Path strips, JobContext job) throws StudioException {
        Captions captions = order.captions().within(stretch(source, order));
        if (captions.cues().isEmpty()
                || !source.hasVideo()
                || order.spec().picture().codec().isEmpty()) {
            return new CaptionChoice.None();
        }
        if (!order.burnIn()) {
            return new CaptionChoice.Track(captions);
        }
        RenditionSpec.Picture picture = order.spec().picture();
        RenditionSpec.SafeZone safe = order.spec().safeZone();
        var area = new CaptionArea(picture.width(), picture.height(), safe.topPct(), safe.bottomPct(), safe.sidePct());
        return new CaptionChoice.BurnedIn(painter.paint(
                captions, order.profile().rules(captions.language()), CaptionLook.PLAIN, area, strips, job));
    }

    private static Optional<CropPath> crop(Source source, Order order) {
        RenditionSpec.Picture picture = order.spec().picture();
        if (picture.framing() != RenditionSpec.Framing.CROP || !source.hasVideo()) {
            return Optional.empty();
        }
        Optional<Cut> cut = order.cut();
        CropPath path = Reframer.path(
                order.looks().sightings(),
                order.looks().shots(),
                source.facts().video().orElseThrow(),
                cut.isPresent() ? all(source.facts().durationMs()) : stretch(source, order),
                new Rational(picture.width(), picture.height()));
        return Optional.of(cut.map(c -> CutWindow.of(
                        path, c.map().pieces(), 500 / c.line().rate().toDouble()))
                .orElse(path));
    }

    private static Span stretch(Source source, Order order) {
        long whole = order.cut().map(Cut::durationMs).orElse(source.facts().durationMs());
        return order.spec().moment().orElse(all(whole));
    }

    private static Span all(long durationMs) {
        return new Span(0, Math.max(1, durationMs));
    }
}

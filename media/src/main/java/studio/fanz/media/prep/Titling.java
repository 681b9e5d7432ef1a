package studio.fanz.media.prep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.fanz.core.caption.CaptionRules;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.media.MediaException;
import studio.fanz.media.render.CaptionArea;
import studio.fanz.media.render.CaptionLook;
import studio.fanz.media.render.CaptionOverlay;
import studio.fanz.media.render.CaptionPainter;
import studio.fanz.media.render.Montage;

/// Draws the titles of a cut for one rendition.
///
/// @param painter draws
/// @param cut     whose titles
/// @param spec    size, safe zone and moment
record Titling(CaptionPainter painter, Cut cut, RenditionSpec spec) {

    /// A style by name; an unknown name is the first one.
    ///
    /// @param topPct    kept free at the top
    /// @param bottomPct kept free at the bottom: letters stand on this line
    /// @param linePct   height of a line in per cent of the shorter edge
    private record Style(String name, double topPct, double bottomPct, double linePct, CaptionLook look) {}

    private static final List<Style> STYLES = List.of(
            new Style("", 15, 42, 12, CaptionLook.PLAIN),
            new Style("lower-third", 50, 14, 7, CaptionLook.BOX),
            new Style("top", 5, 75, 9, CaptionLook.PLAIN));

    private static final double MAX_LINES = 4;

    /// One strip for every style that is used.
    ///
    /// @param folder existing; the strips' folders are made below it
    /// @throws MediaException WRITE_FAILED or DISK_FULL
    List<CaptionOverlay> paint(Path folder, JobContext job) throws MediaException {
        Montage shown = cut.montage().within(cut.montage().stretch(spec.moment()));
        var painted = new ArrayList<CaptionOverlay>();
        for (Style style : STYLES) {
            List<Cue> cues = shown.titles().stream()
                    .filter(title ->
                            style(title.style()).equals(style) && !title.text().isBlank())
                    .map(this::cue)
                    .toList();
            if (!cues.isEmpty()) {
                var captions = new Captions(cut.project().language(), "", cues);
                Path own = made(folder.resolve("titles" + painted.size()));
                painted.add(painter.paint(captions, rules(style), style.look(), area(style), own, job));
            }
        }
        return painted;
    }

    private static Style style(String name) {
        return STYLES.stream().filter(s -> s.name().equals(name)).findFirst().orElse(STYLES.getFirst());
    }

    private Cue cue(Montage.Titled title) {
        long from = cut.line().toMs(title.at());
        return new Cue(from, cut.line().toMs(title.end()), title.text().lines().toList(), -1, -1, List.of());
    }

    private CaptionRules rules(Style style) {
        RenditionSpec.Picture picture = spec.picture();
        double shorter = Math.min(picture.width(), picture.height());
        return new CaptionRules(
                Map.of("line_height_pct", style.linePct() * shorter / picture.height(), "max_lines", MAX_LINES));
    }

    private CaptionArea area(Style style) {
        RenditionSpec.Picture picture = spec.picture();
        RenditionSpec.SafeZone safe = spec.safeZone();
        return new CaptionArea(
                picture.width(),
                picture.height(),
                Math.max(style.topPct(), safe.topPct()),
                Math.max(style.bottomPct(), safe.bottomPct()),
                safe.sidePct());
    }

    private static Path made(Path folder) throws MediaException {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Code.WRITE_FAILED,
                    String.valueOf(folder.getFileName()),
                    String.valueOf(e.getMessage()),
                    e);
        }
    }
}

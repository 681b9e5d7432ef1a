package studio.fanz.media.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.media.render.CaptionOverlay;
import studio.fanz.media.render.Montage;
import studio.fanz.media.vision.CropPath;

/// One file to make.
///
/// @param source   the recording; only read
/// @param facts    what the probe found in it
/// @param spec     what to make, and for whom
/// @param crop     where the window of a crop moves, in source time; empty = the middle
/// @param captions what to do with them
/// @param target   the finished file; its folder exists. Replaced when it is there already
/// @param name     what the report calls it, the name below the output folder (`renditions/youtube-shorts.mp4`)
/// @param cut      what is shown and heard instead of the recording as it is; times of `spec`, `crop` and `captions`
///                 are then its own
/// @param titles   words drawn for the rendition's size and time; their folders must stay until the export has ended
public record ExportRequest(
        Path source,
        MediaFacts facts,
        RenditionSpec spec,
        Optional<CropPath> crop,
        CaptionChoice captions,
        Path target,
        String name,
        Optional<Montage> cut,
        List<CaptionOverlay> titles) {

    public ExportRequest {
        titles = List.copyOf(titles);
    }

    /// What is laid over the picture, the first at the bottom: titles, then captions that are drawn.
    public List<CaptionOverlay> strips() {
        var strips = new ArrayList<>(titles);
        if (captions instanceof CaptionChoice.BurnedIn(var overlay)) {
            strips.add(overlay);
        }
        strips.removeIf(CaptionOverlay::isEmpty);
        return strips;
    }

    /// The same with another cut.
    ExportRequest withCut(Montage other) {
        return new ExportRequest(source, facts, spec, crop, captions, target, name, Optional.of(other), titles);
    }
}

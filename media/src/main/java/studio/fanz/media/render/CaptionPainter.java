package studio.fanz.media.render;

import java.nio.file.Path;
import studio.fanz.core.caption.CaptionRules;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// Draws captions for burning in. Blocks; any thread.
public interface CaptionPainter {

    /// Draws every cue onto a transparent strip of one common size and writes the list that plays them.
    ///
    /// @param captions in the time of the picture they are laid over (see [Captions#within] for a stretch)
    /// @param rules    of the captions' profile: `line_height_pct`, `max_line_width_pct` and `max_lines` count here
    /// @param look     colours and shapes
    /// @param picture  the rendition's size and what must stay free of captions
    /// @param folder   an existing folder that only this call writes to; the caller removes it when done
    /// @throws MediaException WRITE_FAILED or DISK_FULL when the folder does not take the pictures
    CaptionOverlay paint(
            Captions captions, CaptionRules rules, CaptionLook look, CaptionArea picture, Path folder, JobContext job)
            throws MediaException;
}

package studio.fanz.media.export;

import java.nio.file.Path;
import java.util.Optional;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;
import studio.fanz.media.effect.LoudnessPlan;
import studio.fanz.media.render.Montage;
import studio.fanz.media.render.Stretch;

/// The steps of making a file that need a codec, each in a child process that cancelling kills. Blocks; any thread.
public interface RenditionMaker {

    /// The exact frames a moment begins and ends at: those nearest to its labels, the end exclusive. All of the source
    /// when `moment` is empty.
    ///
    /// @throws MediaException NO_VIDEO, DECODE_FAILED, or what opening the file gives
    Stretch locate(ExportRequest request, Optional<Span> moment, JobContext job) throws MediaException;

    /// Finds where the recordings of a cut have their first frames.
    ///
    /// @throws MediaException NO_VIDEO, DECODE_FAILED, or what opening a file gives
    Montage anchor(Montage cut, JobContext job) throws MediaException;

    /// Measures the loudness and, on short samples, how finely the picture must be encoded.
    ///
    /// @throws MediaException DECODE_FAILED, ENCODER_FAILED
    Survey survey(Order order, JobContext job) throws MediaException;

    /// Makes the file.
    ///
    /// @param draft where to; replaced
    /// @throws MediaException ENCODER_FAILED, DISK_FULL, FOLDER_READ_ONLY, FILE_MISSING
    void encode(Order order, Survey.Quality quality, LoudnessPlan plan, Path draft, JobContext job)
            throws MediaException;

    /// Makes the file again with another sound and the packets of the same picture and captions.
    ///
    /// @param made a file from `encode`
    /// @throws MediaException as `encode`
    void replaceSound(Order order, Path made, LoudnessPlan plan, Path draft, JobContext job) throws MediaException;

    /// Makes one JPEG of the frame at the start of the stretch.
    ///
    /// @param quantiser 2 (finest) to 31
    /// @throws MediaException as `encode`
    void still(Order order, int quantiser, Path draft, JobContext job) throws MediaException;
}

package studio.fanz.core.project;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Loudness;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.time.Span;

/// A file made for posting, with the report that proves it.
///
/// @param file           name below the output folder (`renditions/youtube-shorts.mp4`)
/// @param targets        the targets it serves
/// @param encoder        the encoder that made the picture (`libopenh264`, `h264_vaapi`)
/// @param fallback       why a better one was not used; empty when the first choice worked
/// @param facts          read back from the finished file
/// @param moment         the stretch of the source it shows; empty = all of it
/// @param framing        `as-is`, `scaled`, `padded`, `follows-face`, `centre` (no face to follow)
/// @param captions       `track`, `burned-in` or `none`
/// @param loudnessBefore of the source's sound, empty without sound
/// @param loudnessAfter  of the finished file's decoded sound, empty without sound
/// @param checks         what was verified after writing (`duration`, `streams`, `loudness`, `av-offset`, `packets`)
/// @param notes          codes for what a reader should know (`tone-mapped`, `silent-left-alone`, `limiter-used`)
/// @param elapsedMs      how long making it took
public record Rendition(
        String file,
        List<String> targets,
        String encoder,
        String fallback,
        MediaFacts facts,
        Optional<Span> moment,
        String framing,
        String captions,
        Optional<Loudness> loudnessBefore,
        Optional<Loudness> loudnessAfter,
        List<Check> checks,
        List<String> notes,
        long elapsedMs) {

    public Rendition {
        targets = List.copyOf(targets);
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
    }

    /// One fact verified on the finished file.
    public record Check(String name, boolean passed, String measured, String wanted) {}
}

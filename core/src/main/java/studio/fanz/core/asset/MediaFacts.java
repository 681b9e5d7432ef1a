package studio.fanz.core.asset;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a probe found in a file. Immutable; the input of every validator.
///
/// @param kind       what the file mainly is; a song with a cover picture is AUDIO
/// @param container  short name as in `limits.csv`: `mp4 mov webm mkv avi flv mp3 wav ogg flac m4a ts jpg png
///                   gif webp …`
/// @param sizeBytes  bytes on disk
/// @param durationMs length in milliseconds, 0 for a picture
/// @param video      the main picture stream (attached cover pictures do not count), if any
/// @param audio      the audio streams: the one a player chooses first, then in file order
/// @param subtitles  codec names of subtitle streams in file order
/// @param indexFirst whether the index stands before the media (`faststart`); true for containers without that
///                   notion
/// @param editList   whether an edit list changes what is shown
/// @param chapters   number of chapters
/// @param tags       container tags with lower-case keys (`creation_time`, `title`, `com.apple.quicktime.make`)
public record MediaFacts(
        AssetKind kind,
        String container,
        long sizeBytes,
        long durationMs,
        Optional<VideoFacts> video,
        List<AudioFacts> audio,
        List<String> subtitles,
        boolean indexFirst,
        boolean editList,
        int chapters,
        Map<String, String> tags) {

    public MediaFacts {
        audio = List.copyOf(audio);
        subtitles = List.copyOf(subtitles);
        tags = Map.copyOf(tags);
    }

    /// Whether there is anything to hear.
    public boolean hasAudio() {
        return !audio.isEmpty();
    }
}

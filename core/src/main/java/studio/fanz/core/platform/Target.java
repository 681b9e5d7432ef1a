package studio.fanz.core.platform;

/// A place to post, as a row of `targets.csv`.
///
/// @param id         `platform/surface`, the word used by `--for`
/// @param name       as people say it
/// @param kind       what it must have
/// @param aspect     `16:9`, `9:16` …; `source` keeps the source's shape and makes width and height a box
/// @param width      pixels, 0 when nothing is asked
/// @param height     pixels, 0 when nothing is asked
/// @param container  short name, empty when nothing is asked
/// @param videoCodec name as in `limits.csv`, empty for pictures and text
/// @param audioCodec name as in `limits.csv`, empty when there is none
/// @param notes      what to know about it
public record Target(
        String id,
        String name,
        Kind kind,
        String aspect,
        int width,
        int height,
        String container,
        String videoCodec,
        String audioCodec,
        String notes) {

    /// What a post there must have.
    public enum Kind {
        VIDEO,
        IMAGE,
        TEXT
    }

    /// The platform's part of the id (`youtube`).
    public String platform() {
        return id.substring(0, id.indexOf('/'));
    }

    /// The id as part of a file name (`youtube-shorts`).
    public String fileName() {
        return id.replace('/', '-');
    }
}

package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.fanz.media.MediaException;

/// A creator's file as FFmpeg may see it: read only, by its full path, by demuxers that open nothing else. A playlist
/// or a concat script is refused by its format, whatever it is called; a name with per cent signs or a leading dash is
/// only a name.
///
/// @param path     absolute
/// @param magic    what its first bytes say
/// @param size     bytes when it was opened
/// @param modified when it was last written to, as of then
record InputFile(Path path, Magic magic, long size, FileTime modified) {

    /// Every demuxer that reads one file and nothing else, by FFmpeg's names. Not on it on purpose: hls, dash, concat,
    /// image2, imf, sdp (they open what a file names), and all text formats (a text is no recording).
    private static final String DEMUXERS =
            String.join(",", "mov", "matroska", "avi", "flv", "live_flv", "mpegts", "mpeg", "mpegvideo", "asf", "mxf")
                    + ",ogg,mp3,aac,flac,wav,w64,aiff,caf,au,ac3,eac3,dts,amr,ape,wv,tta,tak,dsf,rm,dv,ivf,nut,gxf,wtv"
                    + ",h264,hevc,obu,av1,m4v,vc1,gif,apng,webp_pipe,jpeg_pipe,png_pipe,bmp_pipe,tiff_pipe,jpegxl_pipe";

    /// Looks whether the file can be read at all.
    ///
    /// @throws MediaException FILE_MISSING, FILE_EMPTY, FILE_UNREADABLE
    static InputFile open(Path file) throws MediaException {
        Path path = file.toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw problem(MediaException.Code.FILE_MISSING, path, path.toString());
        }
        if (Files.isDirectory(path)) {
            throw problem(MediaException.Code.FILE_UNREADABLE, path, "it is a folder");
        }
        try (var in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(Magic.BYTES);
            if (head.length == 0) {
                throw problem(MediaException.Code.FILE_EMPTY, path, "0 bytes");
            }
            return new InputFile(path, Magic.of(head), Files.size(path), Files.getLastModifiedTime(path));
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Code.FILE_UNREADABLE, nameOf(path), String.valueOf(e.getMessage()), e);
        }
    }

    /// Arguments up to and including `-i`, for ffmpeg and ffprobe alike.
    List<String> arguments() {
        Optional<String> demuxer = magic.demuxer();
        return demuxer.isEmpty()
                ? List.of("-protocol_whitelist", "file,pipe", "-format_whitelist", DEMUXERS, "-i", "file:" + path)
                : List.of("-protocol_whitelist", "file,pipe", "-f", demuxer.get(), "-i", "file:" + path);
    }

    /// The same limits for a demuxer in this process, by FFmpeg's option names.
    Map<String, String> options() {
        return magic.demuxer().isPresent()
                ? Map.of("protocol_whitelist", "file,pipe")
                : Map.of("protocol_whitelist", "file,pipe", "format_whitelist", DEMUXERS);
    }

    /// Fails when the file is no longer what it was when it was opened: what was read may be half of it.
    ///
    /// @throws MediaException FILE_CHANGED, or FILE_MISSING when it is gone
    void throwIfChanged() throws MediaException {
        try {
            if (Files.size(path) != size || !Files.getLastModifiedTime(path).equals(modified)) {
                throw problem(MediaException.Code.FILE_CHANGED, path, size + " bytes when it was opened");
            }
        } catch (IOException gone) {
            throw new MediaException(MediaException.Code.FILE_MISSING, name(), "it went away while it was read", gone);
        }
    }

    /// What a message calls it.
    String name() {
        return nameOf(path);
    }

    /// What a message calls a file: its name without the folders.
    static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static MediaException problem(MediaException.Code code, Path path, String detail) {
        return new MediaException(code, nameOf(path), detail);
    }

    /// What the first bytes of a file say it is; names lie.
    enum Magic {
        JPEG("jpg", "jpeg_pipe"),
        PNG("png", "png_pipe"),
        GIF("gif", "gif"),
        WEBP("webp", "webp_pipe"),
        BMP("bmp", "bmp_pipe"),
        TIFF("tiff", "tiff_pipe"),
        MP4("mp4", ""),
        MATROSKA("mkv", ""),
        WEBM("webm", ""),
        OTHER("", "");

        /// How many bytes are looked at.
        static final int BYTES = 64;

        private final String container;
        private final String demuxer;

        Magic(String container, String demuxer) {
            this.container = container;
            this.demuxer = demuxer;
        }

        /// Short name of the container; empty when FFmpeg must say.
        String container() {
            return container;
        }

        /// The demuxer to force; pictures would otherwise go to one that reads numbered sequences of files.
        Optional<String> demuxer() {
            return demuxer.isEmpty() ? Optional.empty() : Optional.of(demuxer);
        }

        static Magic of(byte[] head) {
            String text = new String(head, StandardCharsets.ISO_8859_1);
            if (text.startsWith("\u00FF\u00D8\u00FF")) {
                return JPEG;
            } else if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
                return PNG;
            } else if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
                return GIF;
            } else if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
                return WEBP;
            } else if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
                return TIFF;
            } else if (text.startsWith("BM") && text.startsWith("\0\0\0\0", 6)) {
                return BMP;
            } else if (text.startsWith("ftyp", 4) || text.startsWith("moov", 4) || text.startsWith("mdat", 4)) {
                return MP4;
            } else if (text.startsWith("\u001AE\u00DF\u00A3")) {
                return text.contains("webm") ? WEBM : MATROSKA;
            }
            return OTHER;
        }
    }
}

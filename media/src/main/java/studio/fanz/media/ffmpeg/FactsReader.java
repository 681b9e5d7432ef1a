package studio.fanz.media.ffmpeg;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.AudioFacts;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.asset.VideoFacts.DynamicRange;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.ffmpeg.ProbedFile.Stream;
import studio.fanz.media.ffmpeg.Sections.Section;

/// Turns what ffprobe printed into facts, looking at packets where the headers leave a question open.
final class FactsReader {

    private static final Set<String> STILLS = Set.of("jpg", "png", "webp", "bmp", "tiff", "heic", "avif", "jpegxl");
    private static final Set<String> STATES_ITS_RATE = Set.of("mp4", "mov", "m4a", "3gp", "avi", "mxf");
    private static final Pattern DEPTH = Pattern.compile("(?:p|gray|bayer_\\D+|xyz|y2)(9|1[0246])(?:le|be)$");

    private final Ffmpeg tools;
    private final ProbedFile file;
    private final JobContext job;
    private final String container;

    FactsReader(Ffmpeg tools, ProbedFile file, JobContext job) {
        this.tools = tools;
        this.file = file;
        this.job = job;
        this.container = file.container();
    }

    MediaFacts read() throws MediaException {
        Optional<Stream> picture = file.video();
        List<AudioFacts> audio = file.audio().stream().map(FactsReader::audio).toList();
        if (picture.isEmpty() && audio.isEmpty()) {
            throw new MediaException(Code.NOT_MEDIA, file.input().name(), "no picture and no sound in it");
        }
        Optional<PacketScan> scan = scan(picture);
        Optional<VideoFacts> video = picture.isEmpty() ? Optional.empty() : Optional.of(video(picture.get(), scan));
        AssetKind kind = kind(picture.isPresent(), scan);
        return new MediaFacts(
                kind,
                container,
                file.format().number("size"),
                kind == AssetKind.IMAGE ? 0 : duration(scan),
                video,
                audio,
                file.streams().stream()
                        .filter(s -> s.is("subtitle"))
                        .map(s -> s.about().text("codec_name"))
                        .toList(),
                file.boxes().map(Mp4Boxes::indexFirst).orElse(true),
                file.boxes().map(Mp4Boxes::editList).orElse(false),
                file.all().numbered("chapters.chapter").size(),
                file.all().get("format.tags").lowerCased());
    }

    private AssetKind kind(boolean picture, Optional<PacketScan> scan) {
        if (!picture) {
            return AssetKind.AUDIO;
        }
        boolean single =
                container.equals("gif") && scan.map(PacketScan::packets).orElse(0L) <= 1;
        return STILLS.contains(container) || single ? AssetKind.IMAGE : AssetKind.VIDEO;
    }

    /// Packets are read where a rate is guessed or two stated rates disagree; to the end where no length is stated.
    private Optional<PacketScan> scan(Optional<Stream> picture) throws MediaException {
        boolean timed = file.format().millis("duration").isPresent();
        Optional<Stream> stream = picture.or(() -> file.audio().stream().findFirst());
        if (stream.isEmpty() || STILLS.contains(container) || (picture.isEmpty() && timed)) {
            return Optional.empty();
        }
        Section about = stream.get().about();
        boolean agree = about.text("avg_frame_rate").equals(about.text("r_frame_rate"));
        if (timed && agree && STATES_ITS_RATE.contains(container)) {
            return Optional.empty();
        }
        int limit = timed ? PacketScan.ENOUGH_FOR_RATE : 0;
        return Optional.of(PacketScan.run(
                tools,
                file.input(),
                (int) about.number("index"),
                about.rational("time_base", Rational.ONE),
                limit,
                job));
    }

    private long duration(Optional<PacketScan> scan) {
        Optional<Long> stated = file.format().millis("duration");
        if (stated.isPresent()) {
            return Math.max(0, stated.get());
        }
        long start = file.format().millis("start_time").orElse(0L);
        long end = scan.map(s -> s.endMs().orElse(start)).orElse(start);
        return Math.max(0, end - start);
    }

    private VideoFacts video(Stream stream, Optional<PacketScan> scan) throws MediaException {
        Section about = stream.about();
        int width = (int) about.number("width");
        int height = (int) about.number("height");
        if (width <= 0 || height <= 0) {
            throw new MediaException(Code.DAMAGED, file.input().name(), "its picture has no size");
        }
        String format = about.text("pix_fmt");
        return new VideoFacts(
                (int) about.number("index"),
                about.text("codec_name"),
                about.text("profile"),
                width,
                height,
                about.rational("sample_aspect_ratio", Rational.ONE),
                rotation(stream),
                about.rational("avg_frame_rate", about.rational("r_frame_rate", Rational.ZERO)),
                scan.map(PacketScan::variableRate).orElse(false),
                format,
                depth(format),
                about.text("color_range"),
                about.text("color_primaries"),
                about.text("color_transfer"),
                about.text("color_space"),
                dynamicRange(stream),
                about.rational("time_base", Rational.ONE),
                about.number("start_pts"),
                about.millis("duration").orElse(0L),
                about.number("nb_frames"),
                about.number("bit_rate"),
                about.text("field_order"));
    }

    private static AudioFacts audio(Stream stream) {
        Section about = stream.about();
        return new AudioFacts(
                (int) about.number("index"),
                about.text("codec_name"),
                about.text("profile"),
                (int) about.number("sample_rate"),
                (int) about.number("channels"),
                about.text("channel_layout"),
                about.rational("time_base", Rational.ONE),
                about.number("start_pts"),
                about.millis("duration").orElse(0L),
                about.number("bit_rate"),
                language(stream.tags()));
    }

    private static String language(Section tags) {
        String tagged = tags.lowerCased().getOrDefault("language", "");
        return tagged.equals("und") ? "" : tagged;
    }

    /// FFmpeg states the display matrix as degrees against the clock, -180..180.
    private static int rotation(Stream stream) {
        for (Section side : stream.sideData()) {
            if (!side.text("rotation").isEmpty()) {
                long quarters = Math.round(-side.number("rotation") / 90.0);
                return (int) Math.floorMod(quarters * 90, 360L);
            }
        }
        return 0;
    }

    private static DynamicRange dynamicRange(Stream stream) {
        boolean dolby = stream.sideData().stream()
                .anyMatch(s -> s.text("side_data_type").startsWith("DOVI configuration"));
        if (dolby) {
            return DynamicRange.DOLBY_VISION;
        }
        return switch (stream.about().text("color_transfer")) {
            case "smpte2084" -> DynamicRange.PQ;
            case "arib-std-b67" -> DynamicRange.HLG;
            default -> DynamicRange.SDR;
        };
    }

    /// Bits of a component out of a pixel format's name (`yuv420p10le`, `p010le`, `gray12be`).
    static int depth(String format) {
        if (format.startsWith("p01") || format.startsWith("p21") || format.startsWith("p41")) {
            return Integer.parseInt(format.substring(2, 4));
        }
        if (format.startsWith("x2rgb10") || format.startsWith("x2bgr10")) {
            return 10;
        }
        if (format.startsWith("rgb48") || format.startsWith("bgr48") || format.startsWith("rgba64")) {
            return 16;
        }
        Matcher named = DEPTH.matcher(format);
        return named.find() ? Integer.parseInt(named.group(1)) : 8;
    }
}

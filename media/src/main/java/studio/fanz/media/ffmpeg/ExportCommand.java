package studio.fanz.media.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import studio.fanz.media.MediaException;
import studio.fanz.media.effect.LoudnessPlan;
import studio.fanz.media.export.CaptionChoice;
import studio.fanz.media.export.Order;
import studio.fanz.media.export.Survey.Quality;
import studio.fanz.media.render.CaptionOverlay;
import studio.fanz.media.render.Montage;
import studio.fanz.media.render.SoundGraph;

/// Argument lists for the children that make a rendition.
///
/// @param tools our own executables
/// @param order what is made
record ExportCommand(Ffmpeg tools, Order order) {

    /// Decoding begins this much before a moment, so that a container that seeks badly still gives its first frame.
    private static final double RUN_UP = 2;

    /// The same for containers with an index.
    private static final double SHORT_RUN_UP = 0.3;

    private static final Set<InputFile.Magic> SEEKS_WELL =
            EnumSet.of(InputFile.Magic.MP4, InputFile.Magic.MATROSKA, InputFile.Magic.WEBM);

    /// Reading goes on for this much after the last frame, for frames and sounds that lie late in the file.
    private static final double RUN_OUT = 2;

    /// The whole file in one child.
    ///
    /// @param captions an SRT file for the caption track
    List<String> encode(Quality quality, LoudnessPlan plan, Optional<Path> captions, Path draft) throws MediaException {
        EncoderArguments encoder = EncoderArguments.of(order.encoder().name());
        List<String> command = start();
        command.addAll(encoder.device());
        command.addAll(source());
        Optional<SoundGraph> sound = order.sound();
        String graph = picture() + encoder.upload();
        List<CaptionOverlay> strips = order.request().strips();
        for (CaptionOverlay strip : strips) {
            command.addAll(List.of("-protocol_whitelist", "file", "-f", "concat", "-safe", "0"));
            command.addAll(List.of("-i", "file:" + strip.list().toAbsolutePath()));
        }
        captions.ifPresent(srt -> command.addAll(List.of("-f", "srt", "-i", "file:" + srt.toAbsolutePath())));
        command.addAll(List.of(
                "-filter_complex",
                graph + "[out]" + sound.map(s -> ";" + s.text(plan)).orElse("")));
        command.addAll(List.of("-map", "[out]"));
        sound.ifPresent(s -> command.addAll(List.of("-map", "[sound]")));
        captions.ifPresent(_ -> command.addAll(List.of("-map", (inputs() + strips.size()) + ":s:0")));
        command.addAll(encoder.output(order.spec().picture(), quality));
        command.addAll(List.of("-fps_mode", "passthrough", "-pix_fmt", pixels(encoder)));
        command.addAll(List.of("-color_primaries", "bt709", "-color_trc", "bt709"));
        command.addAll(List.of("-colorspace", "bt709", "-color_range", "tv"));
        sound.ifPresent(s -> command.addAll(soundCodec(s)));
        captions.ifPresent(_ -> command.addAll(captionCodec()));
        command.addAll(container(draft));
        return command;
    }

    /// The packets of a made file with a new sound.
    List<String> replaceSound(Path made, LoudnessPlan plan, Path draft) throws MediaException {
        SoundGraph sound = order.sound().orElseThrow();
        List<String> command = start();
        command.addAll(source());
        command.addAll(List.of("-i", "file:" + made.toAbsolutePath()));
        command.addAll(List.of("-filter_complex", sound.text(plan)));
        String first = Integer.toString(inputs());
        command.addAll(List.of("-map", first + ":v", "-map", "[sound]", "-map", first + ":s?"));
        command.addAll(List.of("-c:v", "copy", "-c:s", "copy"));
        command.addAll(soundCodec(sound));
        command.addAll(container(draft));
        return command;
    }

    /// Listening to the sound as it will be mixed.
    List<String> measure(SoundGraph sound) throws MediaException {
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-hide_banner", "-nostdin"));
        command.addAll(List.of("-v", "info"));
        command.addAll(EncodeProgress.ARGUMENTS);
        command.addAll(source());
        command.addAll(List.of("-filter_complex", sound.measured(), "-map", "[measured]", "-f", "null", "-"));
        return command;
    }

    /// One picture.
    List<String> still(int quantiser, Path draft) throws MediaException {
        List<String> command = start();
        command.addAll(source());
        command.addAll(List.of("-filter_complex", order.picture().stillText(), "-map", "[picture]", "-frames:v", "1"));
        command.addAll(List.of("-c:v", "mjpeg", "-q:v", Integer.toString(quantiser), "-huffman", "optimal"));
        command.addAll(List.of("-map_metadata", "-1", "-f", "image2", "-update", "1", "file:" + draft));
        return command;
    }

    private int inputs() {
        return order.picture().inputs();
    }

    /// The source as the first input, decoding from a little before the stretch, times counted from its start. A cut
    /// is read from as many inputs as it has far-apart places.
    List<String> source() throws MediaException {
        List<String> arguments = new ArrayList<>(List.of("-copyts", "-start_at_zero"));
        if (order.request().cut().isPresent()) {
            for (Montage.Reading reading : order.cut().orElseThrow().readings()) {
                arguments.addAll(opened(reading));
            }
            return arguments;
        }
        double from = order.stretch().start().toDouble() - RUN_UP;
        if (from > RUN_UP) {
            arguments.addAll(List.of("-ss", String.format(Locale.ROOT, "%.3f", from)));
        }
        arguments.addAll(InputFile.open(order.request().source()).arguments());
        return arguments;
    }

    /// A file of a cut as an input.
    static List<String> opened(Montage.Reading reading) throws MediaException {
        InputFile file = InputFile.open(reading.file());
        double runUp = SEEKS_WELL.contains(file.magic()) ? SHORT_RUN_UP : RUN_UP;
        double from = Math.max(0, reading.from().toDouble() - runUp);
        double length = reading.from().toDouble() - from + reading.seconds().toDouble() + RUN_OUT;
        List<String> arguments = new ArrayList<>();
        if (from > runUp) {
            arguments.addAll(List.of("-ss", String.format(Locale.ROOT, "%.3f", from)));
        } else {
            length += from;
        }
        arguments.addAll(List.of("-t", String.format(Locale.ROOT, "%.3f", length)));
        arguments.addAll(file.arguments());
        return arguments;
    }

    private List<String> start() {
        String program = order.encoder().bundled()
                ? tools.ffmpeg().toString()
                : order.encoder().program();
        List<String> command = new ArrayList<>(List.of(program, "-hide_banner", "-nostdin", "-y", "-v", "warning"));
        command.addAll(EncodeProgress.ARGUMENTS);
        return command;
    }

    private String picture() {
        List<CaptionOverlay> strips = order.request().strips();
        String text =
                strips.isEmpty() ? order.picture().text() : order.picture().textWith(strips, inputs());
        return text + ";[picture]null";
    }

    private static String pixels(EncoderArguments encoder) {
        return switch (encoder) {
            case VAAPI -> "vaapi";
            case QSV, AMF, MEDIA_FOUNDATION -> "nv12";
            default -> "yuv420p";
        };
    }

    private static List<String> soundCodec(SoundGraph sound) {
        return List.of("-c:a", "aac", "-b:a", Long.toString(sound.sound().bitRate()));
    }

    private List<String> captionCodec() {
        String language =
                order.request().captions() instanceof CaptionChoice.Track(var captions) ? captions.language() : "";
        String iso3 = language.isEmpty() ? "und" : Locale.of(language).getISO3Language();
        return List.of("-c:s", "mov_text", "-metadata:s:s:0", "language=" + (iso3.isEmpty() ? "und" : iso3));
    }

    /// Nothing of the source's tags is taken along: they say where and with what it was filmed.
    private List<String> container(Path draft) {
        boolean reorders = !EncoderArguments.of(order.encoder().name()).equals(EncoderArguments.OPENH264);
        String flags = reorders ? "+faststart+negative_cts_offsets" : "+faststart";
        List<String> arguments = new ArrayList<>(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
        arguments.addAll(List.of("-movflags", flags, "-use_editlist", "0", "-max_interleave_delta", "0"));
        arguments.addAll(List.of("-f", "mp4", "file:" + draft.toAbsolutePath()));
        return arguments;
    }
}

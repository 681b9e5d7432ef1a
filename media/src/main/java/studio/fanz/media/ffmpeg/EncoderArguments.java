package studio.fanz.media.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.media.export.Survey.Quality;

/// How each H.264 encoder is told to keep one quality from start to end, in High profile with CABAC, closed groups of
/// pictures of one length, and how to hold a bit rate instead when a target has a bound.
enum EncoderArguments {
    NVENC("h264_nvenc", true),
    QSV("h264_qsv", true),
    VAAPI("h264_vaapi", true),
    VIDEOTOOLBOX("h264_videotoolbox", false),
    AMF("h264_amf", true),
    MEDIA_FOUNDATION("h264_mf", false),
    V4L2M2M("h264_v4l2m2m", false),
    X264("libx264", true),
    OPENH264("libopenh264", true);

    /// Bits a pixel that are plenty, for encoders that only know rates.
    private static final double GENEROUS_BITS = 0.16;

    private final String encoder;
    private final boolean quantised;

    EncoderArguments(String encoder, boolean quantised) {
        this.encoder = encoder;
        this.quantised = quantised;
    }

    /// The arguments of an encoder by FFmpeg's name.
    static EncoderArguments of(String encoder) {
        for (EncoderArguments one : values()) {
            if (one.encoder.equals(encoder)) {
                return one;
            }
        }
        throw new IllegalArgumentException("not an H.264 encoder we know: " + encoder);
    }

    /// FFmpeg's name.
    String encoder() {
        return encoder;
    }

    /// Whether it keeps a quantiser.
    boolean quantised() {
        return quantised;
    }

    /// Arguments that stand before the inputs.
    List<String> device() {
        return this == VAAPI ? List.of("-vaapi_device", "/dev/dri/renderD128") : List.of();
    }

    /// Filters that hand planar 4:2:0 frames over to it, with a leading comma; empty when it takes them as they are.
    String upload() {
        return switch (this) {
            case VAAPI -> ",format=nv12,hwupload";
            case QSV, AMF, MEDIA_FOUNDATION -> ",format=nv12";
            default -> "";
        };
    }

    /// Arguments that stand before the output.
    List<String> output(RenditionSpec.Picture picture, Quality quality) {
        List<String> arguments = new ArrayList<>(List.of("-c:v", encoder));
        long capped = capped(picture, quality);
        arguments.addAll(capped > 0 ? rate(capped) : level(quality.level()));
        arguments.addAll(shape(picture));
        long gop = Math.max(
                1,
                Math.round(Math.floor(picture.gopSeconds() * picture.frameRate().toDouble() + 1e-6)));
        arguments.addAll(List.of("-g", Long.toString(gop)));
        return arguments;
    }

    private long capped(RenditionSpec.Picture picture, Quality quality) {
        if (quantised || quality.cappedBps() > 0) {
            return quality.cappedBps();
        }
        double pixels = picture.width()
                * (double) picture.height()
                * picture.frameRate().toDouble();
        return Math.min(picture.maxBps(), Math.max(picture.minBps(), (long) (pixels * GENEROUS_BITS)));
    }

    private List<String> level(int level) {
        String qp = Integer.toString(level);
        return switch (this) {
            case OPENH264 -> List.of("-rc_mode", "quality", "-qmin", qp, "-qmax", qp, "-b:v", "200M");
            case X264 -> List.of("-crf", qp);
            case NVENC -> List.of("-rc", "constqp", "-qp", qp);
            case QSV -> List.of("-global_quality", qp);
            case VAAPI -> List.of("-rc_mode", "CQP", "-qp", qp);
            case AMF -> List.of("-rc", "cqp", "-qp_i", qp, "-qp_p", qp);
            case VIDEOTOOLBOX, MEDIA_FOUNDATION, V4L2M2M -> List.of();
        };
    }

    private List<String> rate(long bps) {
        String rate = Long.toString(bps);
        List<String> held = List.of("-b:v", rate, "-maxrate", rate, "-bufsize", Long.toString(2 * bps));
        if (this != OPENH264) {
            return held;
        }
        List<String> arguments = new ArrayList<>(List.of("-rc_mode", "bitrate", "-qmin", "12", "-qmax", "45"));
        arguments.addAll(held);
        return arguments;
    }

    private List<String> shape(RenditionSpec.Picture picture) {
        String b = Integer.toString(Math.min(2, picture.maxBFrames()));
        return switch (this) {
            case OPENH264 -> List.of("-profile:v", "high", "-coder", "cabac");
            // A scene cut must not shorten a group: some targets state the least distance of key frames.
            case X264 -> List.of("-preset", "medium", "-profile:v", "high", "-bf", b, "-sc_threshold", "0");
            case NVENC -> List.of("-preset", "p5", "-profile:v", "high", "-bf", b, "-no-scenecut", "1");
            case QSV, VAAPI, VIDEOTOOLBOX, AMF -> List.of("-profile:v", "high", "-bf", "0");
            case MEDIA_FOUNDATION, V4L2M2M -> List.of();
        };
    }
}

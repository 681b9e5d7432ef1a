package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import studio.fanz.core.time.Rational;

/// Small things between libav structures and our records.
final class Libav {

    private static final int PADDING = 64;

    private Libav() {}

    /// A copy: the structure's own rational is a view into memory that may be freed.
    static Rational rational(AVRational view) {
        return view.den() == 0 ? Rational.ZERO : new Rational(view.num(), view.den());
    }

    static AVRational rational(Rational exact) {
        return av_make_q(Math.toIntExact(exact.num()), Math.toIntExact(exact.den()));
    }

    /// Text of a C string; empty for none.
    static String text(BytePointer pointer) {
        return pointer == null || pointer.isNull() ? "" : pointer.getString();
    }

    /// What an error number means.
    static String error(int number) {
        byte[] text = new byte[256];
        av_strerror(number, text, text.length);
        return new String(text, java.nio.charset.StandardCharsets.UTF_8).trim();
    }

    /// A dictionary; free it.
    static AVDictionary dictionary(Map<String, String> options) {
        AVDictionary made = new AVDictionary(null);
        options.forEach((name, value) -> av_dict_set(made, name, value, 0));
        return made;
    }

    static byte[] config(AVCodecParameters parameters) {
        byte[] config = new byte[Math.max(0, parameters.extradata_size())];
        if (config.length > 0) {
            parameters.extradata().position(0).get(config);
        }
        return config;
    }

    static void config(AVCodecParameters parameters, byte[] config) {
        BytePointer memory = new BytePointer(av_mallocz(config.length + PADDING));
        memory.position(0).put(config, 0, config.length);
        parameters.extradata(memory);
        parameters.extradata_size(config.length);
    }
}

package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import studio.fanz.core.time.Rational;

/// What a track made only of a part's packets says about itself; kept beside the part, so that it outlives the process.
@SuppressWarnings("ArrayRecordComponent")
record PartParameters(
        int codec,
        int profile,
        int level,
        int format,
        int width,
        int height,
        Rational aspect,
        int[] colour,
        int rate,
        int channels,
        int block,
        int padding,
        byte[] config) {

    static PartParameters of(AVCodecContext encoder) {
        byte[] config = new byte[Math.max(0, encoder.extradata_size())];
        if (config.length > 0) {
            encoder.extradata().position(0).get(config);
        }
        boolean sound = encoder.codec_type() == AVMEDIA_TYPE_AUDIO;
        return new PartParameters(
                encoder.codec_id(),
                encoder.profile(),
                encoder.level(),
                sound ? encoder.sample_fmt() : encoder.pix_fmt(),
                encoder.width(),
                encoder.height(),
                Libav.rational(encoder.sample_aspect_ratio()),
                new int[] {encoder.color_range(), encoder.color_primaries(), encoder.color_trc(), encoder.colorspace()},
                encoder.sample_rate(),
                encoder.ch_layout().nb_channels(),
                encoder.frame_size(),
                encoder.initial_padding(),
                config);
    }

    private static Path beside(Path part) {
        return part.resolveSibling(part.getFileName() + ".codec");
    }

    /// Keeps it; gives the configuration back.
    byte[] write(Path part) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(beside(part)))) {
            for (int value : new int[] {codec, profile, level, format, width, height}) {
                out.writeInt(value);
            }
            SpliceWire.rational(out, aspect);
            for (int value : colour) {
                out.writeInt(value);
            }
            for (int value : new int[] {rate, channels, block, padding}) {
                out.writeInt(value);
            }
            SpliceWire.bytes(out, config);
        }
        return config;
    }

    static PartParameters read(Path part) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(beside(part)))) {
            return new PartParameters(
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    SpliceWire.rational(in),
                    new int[] {in.readInt(), in.readInt(), in.readInt(), in.readInt()},
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    SpliceWire.bytes(in));
        }
    }

    /// Puts it over what a track took from a recording.
    void put(AVCodecParameters into) {
        into.codec_id(codec).profile(profile).level(level).format(format).bit_rate(0);
        Libav.config(into, config);
        if (into.codec_type() == AVMEDIA_TYPE_AUDIO) {
            into.sample_rate(rate).frame_size(block).initial_padding(padding);
            into.block_align(0).bits_per_coded_sample(0).bits_per_raw_sample(0);
            AVChannelLayout layout = into.ch_layout();
            av_channel_layout_uninit(layout);
            av_channel_layout_default(layout, channels);
            return;
        }
        into.width(width).height(height).bits_per_raw_sample(0).field_order(AV_FIELD_PROGRESSIVE);
        into.sample_aspect_ratio(Libav.rational(aspect));
        into.color_range(colour[0])
                .color_primaries(colour[1])
                .color_trc(colour[2])
                .color_space(colour[3]);
    }
}

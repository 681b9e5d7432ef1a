package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.cut.HevcSets;
import studio.fanz.media.cut.NalUnits;
import studio.fanz.media.cut.Reel;
import studio.fanz.media.cut.Splicer.Encoded;
import studio.fanz.media.cut.Splicer.FrameOrder;

/// Decodes a stretch of frames here and has a program of the system encode it, for encoders that we may not ship.
final class OutsideEncode {

    private final OpenReel reel;
    private final FrameOrder order;
    private final LongConsumer told;
    private final List<Long> times = new ArrayList<>();
    private final RowSample rows = new RowSample();

    private OutsideEncode(OpenReel reel, FrameOrder order, LongConsumer told) {
        this.reel = reel;
        this.order = order;
        this.told = told;
    }

    /// Does it.
    ///
    /// @param told how many frames were handed over
    static Encoded run(OpenReel reel, FrameOrder order, LongConsumer told) throws MediaException, IOException {
        return new OutsideEncode(reel, order, told).all();
    }

    private Encoded all() throws MediaException, IOException {
        Path file = order.part().resolveSibling(order.part().getFileName() + ".mp4");
        Path log = order.part().resolveSibling(order.part().getFileName() + ".log");
        Process encoder = null;
        try (FrameSource source = FrameSource.open(reel, order.stream(), order.from(), order.to());
                OutputStream samples = new BufferedOutputStream(Files.newOutputStream(order.samples()), 1 << 18)) {
            OutputStream into = OutputStream.nullOutputStream();
            while (source.next()) {
                if (encoder == null) {
                    encoder = new ProcessBuilder(command(source.frame(), file))
                            .redirectOutput(log.toFile())
                            .redirectErrorStream(true)
                            .start();
                    into = new BufferedOutputStream(encoder.getOutputStream(), 1 << 20);
                }
                times.add(source.time() - order.from());
                rows.write(source.frame(), samples);
                write(source.frame(), into);
                told.accept(times.size());
            }
            into.close();
        }
        if (encoder == null) {
            throw new MediaException(Code.DECODE_FAILED, reel.input().name(), "no frame came from where one should be");
        }
        if (wait(encoder) != 0) {
            throw new MediaException(
                    Code.ENCODER_FAILED, order.encoder(), Files.readString(log).strip());
        }
        return read(file);
    }

    private static int wait(Process encoder) throws IOException {
        try {
            return encoder.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private List<String> command(AVFrame frame, Path file) {
        Reel.Track track = reel.reel().tracks().get(order.stream());
        Rational rate = track.frameRate().num() > 0 ? track.frameRate() : new Rational(30, 1);
        boolean full = frame.format() == AV_PIX_FMT_YUVJ420P || frame.color_range() == AVCOL_RANGE_JPEG;
        String format =
                frame.format() == AV_PIX_FMT_YUVJ420P ? "yuv420p" : Libav.text(av_get_pix_fmt_name(frame.format()));
        List<String> command = new ArrayList<>();
        command.add(order.options().getOrDefault("program", ""));
        command.addAll(List.of("-hide_banner", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", format));
        command.addAll(List.of("-s", frame.width() + "x" + frame.height(), "-r", rate.toString(), "-i", "pipe:0"));
        command.addAll(List.of("-c:v", order.encoder(), "-pix_fmt", format, "-fps_mode", "passthrough"));
        order.options().forEach((name, value) -> {
            if (!name.equals("program")) {
                command.addAll(List.of("-" + name, value));
            }
        });
        command.addAll(List.of("-color_range", full ? "pc" : "tv"));
        command.addAll(List.of("-color_primaries", "" + frame.color_primaries()));
        command.addAll(List.of("-color_trc", "" + frame.color_trc(), "-colorspace", "" + frame.colorspace()));
        command.addAll(List.of("-f", "mp4", "file:" + file));
        return command;
    }

    /// Planes without the padding that decoders leave at the end of each row.
    private static void write(AVFrame frame, OutputStream into) throws IOException {
        int wide = frame.format() == AV_PIX_FMT_YUV420P || frame.format() == AV_PIX_FMT_YUVJ420P ? 1 : 2;
        for (int plane = 0; plane < 3; plane++) {
            int width = (plane == 0 ? frame.width() : (frame.width() + 1) / 2) * wide;
            int height = plane == 0 ? frame.height() : (frame.height() + 1) / 2;
            byte[] row = new byte[width];
            BytePointer data = frame.data(plane);
            for (int y = 0; y < height; y++) {
                data.position((long) y * frame.linesize(plane)).get(row);
                into.write(row);
            }
        }
    }

    private Encoded read(Path file) throws MediaException, IOException {
        NumberedUnits numbers = new NumberedUnits(order);
        long bytes = 0;
        AVPacket packet = av_packet_alloc();
        try (OpenReel made = OpenReel.open(InputFile.open(file), _ -> {});
                PartFile.Out part = new PartFile.Out(order.part())) {
            HevcSets config = HevcSets.parse(made.reel().tracks().getFirst().config());
            numbers.takeSets(config.sequence());
            numbers.takeSets(config.picture());
            made.rewind();
            while (av_read_frame(made.container(), packet) >= 0) {
                byte[] data = new byte[packet.size()];
                packet.data().position(0).get(data);
                byte[] ready = numbers.put(NalUnits.behindLengths(data, config.lengthBytes()), data);
                part.write(new PartFile.Packet((packet.flags() & AV_PKT_FLAG_KEY) != 0, ready));
                bytes += ready.length;
                av_packet_unref(packet);
            }
        } catch (IllegalArgumentException unusual) {
            throw new MediaException(
                    Code.ENCODER_FAILED, order.encoder(), String.valueOf(unusual.getMessage()), unusual);
        } finally {
            av_packet_free(packet);
        }
        return new Encoded(times.stream().mapToLong(Long::longValue).toArray(), bytes, new byte[0], numbers.sets());
    }
}

package studio.fanz.media.ffmpeg;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.fanz.core.time.Rational;
import studio.fanz.media.cut.Packets;
import studio.fanz.media.cut.Reel;
import studio.fanz.media.cut.SetIds;
import studio.fanz.media.cut.Splicer.Encoded;
import studio.fanz.media.cut.Splicer.FrameOrder;
import studio.fanz.media.cut.Splicer.JoinOrder;
import studio.fanz.media.cut.Splicer.LookOrder;
import studio.fanz.media.cut.Splicer.Run;
import studio.fanz.media.cut.Splicer.Seen;
import studio.fanz.media.cut.Splicer.SoundOrder;
import studio.fanz.media.cut.Splicer.TrackOrder;

/// How orders and answers cross the pipe to the splicing process: fields in the order of their records, lists behind
/// their length. Both ends come from one build, so there are no versions.
final class SpliceWire {

    private SpliceWire() {}

    /// Writes one thing.
    @FunctionalInterface
    interface Put<T> {
        void put(DataOutputStream out, T value) throws IOException;
    }

    /// Reads one thing.
    @FunctionalInterface
    interface Get<T> {
        T get(DataInputStream in) throws IOException;
    }

    static void path(DataOutputStream out, Path path) throws IOException {
        text(out, path.toString());
    }

    static Path path(DataInputStream in) throws IOException {
        return Path.of(text(in));
    }

    static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), java.nio.charset.StandardCharsets.UTF_8);
    }

    static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] bytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    static void rational(DataOutputStream out, Rational exact) throws IOException {
        out.writeLong(exact.num());
        out.writeLong(exact.den());
    }

    static Rational rational(DataInputStream in) throws IOException {
        return new Rational(in.readLong(), in.readLong());
    }

    static void longs(DataOutputStream out, long[] values) throws IOException {
        out.writeInt(values.length);
        for (long value : values) {
            out.writeLong(value);
        }
    }

    static long[] longs(DataInputStream in) throws IOException {
        long[] values = new long[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
        return values;
    }

    static <T> void list(DataOutputStream out, List<T> values, Put<T> one) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            one.put(out, value);
        }
    }

    static <T> List<T> list(DataInputStream in, Get<T> one) throws IOException {
        int count = in.readInt();
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(one.get(in));
        }
        return values;
    }

    static <T> void maybe(DataOutputStream out, Optional<T> value, Put<T> one) throws IOException {
        list(out, value.stream().toList(), one);
    }

    static <T> Optional<T> maybe(DataInputStream in, Get<T> one) throws IOException {
        return list(in, one).stream().findFirst();
    }

    static void frames(DataOutputStream out, FrameOrder order) throws IOException {
        path(out, order.source());
        out.writeInt(order.stream());
        out.writeLong(order.from());
        out.writeLong(order.to());
        text(out, order.encoder());
        list(out, List.copyOf(order.options().entrySet()), (o, entry) -> {
            text(o, entry.getKey());
            text(o, entry.getValue());
        });
        text(out, order.filters());
        rational(out, order.timebase());
        maybe(out, order.ids(), (o, ids) -> {
            o.writeBoolean(ids.hevc());
            o.writeInt(ids.sequence());
            o.writeInt(ids.picture());
        });
        out.writeInt(order.lengths());
        out.writeInt(order.frames());
        path(out, order.part());
        path(out, order.samples());
    }

    static FrameOrder frames(DataInputStream in) throws IOException {
        return new FrameOrder(
                path(in),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                text(in),
                options(in),
                text(in),
                rational(in),
                maybe(in, i -> new SetIds(i.readBoolean(), i.readInt(), i.readInt())),
                in.readInt(),
                in.readInt(),
                path(in),
                path(in));
    }

    private static Map<String, String> options(DataInputStream in) throws IOException {
        Map<String, String> options = new TreeMap<>();
        for (List<String> pair : list(in, i -> List.of(text(i), text(i)))) {
            options.put(pair.getFirst(), pair.getLast());
        }
        return options;
    }

    static void sound(DataOutputStream out, SoundOrder order) throws IOException {
        list(out, order.stretches(), (o, stretch) -> {
            path(o, stretch.source());
            o.writeInt(stretch.stream());
            rational(o, stretch.from());
            rational(o, stretch.to());
        });
        text(out, order.encoder());
        out.writeInt(order.bitRate());
        out.writeInt(order.rate());
        out.writeInt(order.channels());
        path(out, order.part());
    }

    static SoundOrder sound(DataInputStream in) throws IOException {
        return new SoundOrder(
                list(in, i -> new SoundOrder.Stretch(path(i), i.readInt(), rational(i), rational(i))),
                text(in),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                path(in));
    }

    static void encoded(DataOutputStream out, Encoded made) throws IOException {
        longs(out, made.times());
        out.writeLong(made.bytes());
        bytes(out, made.config());
        list(out, made.sets(), SpliceWire::bytes);
    }

    static Encoded encoded(DataInputStream in) throws IOException {
        return new Encoded(longs(in), in.readLong(), bytes(in), list(in, SpliceWire::bytes));
    }

    static void look(DataOutputStream out, LookOrder order) throws IOException {
        path(out, order.file());
        out.writeInt(order.stream());
        out.writeLong(order.from());
        out.writeLong(order.to());
        maybe(out, order.samples(), SpliceWire::path);
    }

    static LookOrder look(DataInputStream in) throws IOException {
        return new LookOrder(path(in), in.readInt(), in.readLong(), in.readLong(), maybe(in, SpliceWire::path));
    }

    static void seen(DataOutputStream out, Seen seen) throws IOException {
        longs(out, seen.times());
        out.writeInt(seen.psnr().length);
        for (double value : seen.psnr()) {
            out.writeDouble(value);
        }
        out.writeInt(seen.damaged());
    }

    static Seen seen(DataInputStream in) throws IOException {
        long[] times = longs(in);
        double[] psnr = new double[in.readInt()];
        for (int i = 0; i < psnr.length; i++) {
            psnr[i] = in.readDouble();
        }
        return new Seen(times, psnr, in.readInt());
    }

    static void join(DataOutputStream out, JoinOrder order) throws IOException {
        path(out, order.target());
        text(out, order.format());
        path(out, order.like());
        list(out, order.tracks(), SpliceWire::track);
        list(out, order.chapters(), SpliceWire::chapter);
    }

    static JoinOrder join(DataInputStream in) throws IOException {
        return new JoinOrder(
                path(in), text(in), path(in), list(in, SpliceWire::trackOrder), list(in, SpliceWire::chapter));
    }

    private static void track(DataOutputStream out, TrackOrder track) throws IOException {
        path(out, track.source());
        out.writeInt(track.stream());
        maybe(out, track.part(), SpliceWire::path);
        maybe(out, track.config(), SpliceWire::bytes);
        text(out, track.tag());
        rational(out, track.timebase());
        list(out, track.runs(), SpliceWire::run);
        longs(out, track.pts());
        longs(out, track.dts());
        longs(out, track.duration());
    }

    private static TrackOrder trackOrder(DataInputStream in) throws IOException {
        return new TrackOrder(
                path(in),
                in.readInt(),
                maybe(in, SpliceWire::path),
                maybe(in, SpliceWire::bytes),
                text(in),
                rational(in),
                list(in, SpliceWire::run),
                longs(in),
                longs(in),
                longs(in));
    }

    private static void run(DataOutputStream out, Run run) throws IOException {
        switch (run) {
            case Run.Made made -> {
                out.writeBoolean(true);
                path(out, made.part());
                out.writeInt(made.skip());
            }
            case Run.Copied copied -> {
                out.writeBoolean(false);
                out.writeInt(copied.piece());
                path(out, copied.source());
                out.writeInt(copied.stream());
                out.writeInt(copied.first());
                out.writeInt(copied.last());
                out.writeLong(copied.from());
            }
        }
    }

    private static Run run(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? new Run.Made(path(in), in.readInt())
                : new Run.Copied(in.readInt(), path(in), in.readInt(), in.readInt(), in.readInt(), in.readLong());
    }

    private static void chapter(DataOutputStream out, Reel.Chapter chapter) throws IOException {
        rational(out, chapter.start());
        rational(out, chapter.end());
        text(out, chapter.title());
    }

    private static Reel.Chapter chapter(DataInputStream in) throws IOException {
        return new Reel.Chapter(rational(in), rational(in), text(in));
    }

    static void reel(DataOutputStream out, Reel reel) throws IOException {
        path(out, reel.file());
        rational(out, reel.start());
        rational(out, reel.duration());
        list(out, reel.tracks(), SpliceWire::reelTrack);
        list(out, reel.chapters(), SpliceWire::chapter);
    }

    static Reel reel(DataInputStream in) throws IOException {
        return new Reel(
                path(in), rational(in), rational(in), list(in, SpliceWire::reelTrack), list(in, SpliceWire::chapter));
    }

    private static void reelTrack(DataOutputStream out, Reel.Track track) throws IOException {
        out.writeInt(track.index());
        text(out, track.kind().name());
        text(out, track.codec());
        out.writeInt(track.profile());
        rational(out, track.timebase());
        bytes(out, track.config());
        out.writeInt(track.width());
        out.writeInt(track.height());
        text(out, track.pixelFormat());
        text(out, track.fields());
        rational(out, track.frameRate());
        rational(out, track.pixelAspect());
        out.writeInt(track.rotation());
        text(out, track.colour());
        out.writeInt(track.rate());
        out.writeInt(track.channels());
        packets(out, track.packets());
    }

    private static Reel.Track reelTrack(DataInputStream in) throws IOException {
        return new Reel.Track(
                in.readInt(),
                Reel.Kind.valueOf(text(in)),
                text(in),
                in.readInt(),
                rational(in),
                bytes(in),
                in.readInt(),
                in.readInt(),
                text(in),
                text(in),
                rational(in),
                rational(in),
                in.readInt(),
                text(in),
                in.readInt(),
                in.readInt(),
                packets(in));
    }

    private static void packets(DataOutputStream out, Packets packets) throws IOException {
        longs(out, packets.pts());
        longs(out, packets.dts());
        longs(out, packets.duration());
        for (int size : packets.size()) {
            out.writeInt(size);
        }
        out.write(packets.flags());
    }

    private static Packets packets(DataInputStream in) throws IOException {
        long[] pts = longs(in);
        long[] dts = longs(in);
        long[] duration = longs(in);
        int[] size = new int[pts.length];
        for (int i = 0; i < size.length; i++) {
            size[i] = in.readInt();
        }
        byte[] flags = new byte[pts.length];
        in.readFully(flags);
        return new Packets(pts, dts, duration, size, flags);
    }
}

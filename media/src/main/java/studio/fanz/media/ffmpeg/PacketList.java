package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import studio.fanz.media.cut.Packets;
import studio.fanz.media.cut.Reel;

/// Gathers what the packets of one stream say, and the bytes of those that are few and small.
final class PacketList {

    private static final long KEPT_BYTES = 64 << 20;

    private final Reel.Kind kind;
    private final CopyPoints copyPoints;
    private final List<byte[]> kept = new ArrayList<>();
    private long keptBytes;
    private long[] pts = new long[1024];
    private long[] dts = new long[1024];
    private long[] duration = new long[1024];
    private int[] size = new int[1024];
    private byte[] flags = new byte[1024];
    private int count;

    private PacketList(Reel.Kind kind, CopyPoints copyPoints) {
        this.kind = kind;
        this.copyPoints = copyPoints;
    }

    static PacketList of(AVStream stream) {
        int codec = stream.codecpar().codec_id();
        return new PacketList(kind(stream), CopyPoints.of(codec, Libav.config(stream.codecpar())));
    }

    private static Reel.Kind kind(AVStream stream) {
        if ((stream.disposition() & (AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS)) != 0) {
            return Reel.Kind.ATTACHED;
        }
        return switch (stream.codecpar().codec_type()) {
            case AVMEDIA_TYPE_VIDEO -> Reel.Kind.PICTURE;
            case AVMEDIA_TYPE_AUDIO -> Reel.Kind.SOUND;
            case AVMEDIA_TYPE_SUBTITLE -> Reel.Kind.TEXT;
            case AVMEDIA_TYPE_ATTACHMENT -> Reel.Kind.ATTACHED;
            default -> Reel.Kind.DATA;
        };
    }

    void add(AVPacket packet) {
        if (count == pts.length) {
            grow();
        }
        pts[count] = time(packet.pts());
        dts[count] = time(packet.dts());
        duration[count] = packet.duration();
        size[count] = packet.size();
        flags[count] = flags(packet);
        count++;
        if (kind == Reel.Kind.TEXT || kind == Reel.Kind.ATTACHED) {
            keep(packet);
        }
    }

    private static long time(long stamp) {
        return stamp == AV_NOPTS_VALUE ? Packets.UNKNOWN : stamp;
    }

    private byte flags(AVPacket packet) {
        int all = 0;
        if ((packet.flags() & AV_PKT_FLAG_KEY) != 0) {
            all |= Packets.KEY;
            if (kind == Reel.Kind.PICTURE && copyPoints.at(packet.data(), packet.size())) {
                all |= Packets.COPY_POINT;
            }
        }
        if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
            all |= Packets.HIDDEN;
        }
        return (byte) all;
    }

    private void keep(AVPacket packet) {
        byte[] bytes = new byte[packet.size()];
        keptBytes += bytes.length;
        if (bytes.length > 0 && keptBytes <= KEPT_BYTES) {
            packet.data().position(0).get(bytes);
        }
        kept.add(keptBytes <= KEPT_BYTES ? bytes : new byte[0]);
    }

    private void grow() {
        int more = count * 2;
        pts = Arrays.copyOf(pts, more);
        dts = Arrays.copyOf(dts, more);
        duration = Arrays.copyOf(duration, more);
        size = Arrays.copyOf(size, more);
        flags = Arrays.copyOf(flags, more);
    }

    Reel.Kind kind() {
        return kind;
    }

    byte[] kept(int packet) {
        return kept.get(packet);
    }

    Packets packets() {
        return new Packets(
                Arrays.copyOf(pts, count),
                Arrays.copyOf(dts, count),
                Arrays.copyOf(duration, count),
                Arrays.copyOf(size, count),
                Arrays.copyOf(flags, count));
    }
}

package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import java.io.IOException;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;
import studio.fanz.media.cut.Packets;
import studio.fanz.media.cut.Reel;
import studio.fanz.media.cut.Splicer.Run;
import studio.fanz.media.cut.Splicer.TrackOrder;

/// A track while it is put together: hands its packets out one after another, each with its new times.
final class SpliceTrack implements AutoCloseable {

    private final TrackOrder order;
    private final AVStream stream;
    private final AVRational tick;
    private final OpenReels reels;
    private int run;
    private int next;
    private int kept;
    private PartFile.@Nullable In part;
    private PartFile.@Nullable Packet ready;

    SpliceTrack(TrackOrder order, AVStream stream, OpenReels reels) {
        this.order = order;
        this.stream = stream;
        this.tick = Libav.rational(order.timebase());
        this.reels = reels;
    }

    TrackOrder order() {
        return order;
    }

    AVRational tick() {
        return tick;
    }

    /// The copied run it is at, if that is what comes next.
    Optional<Run.Copied> copied() {
        return run < order.runs().size() && order.runs().get(run) instanceof Run.Copied copied && !fromMemory(copied)
                ? Optional.of(copied)
                : Optional.empty();
    }

    void endOfCopied() {
        run++;
    }

    /// Whether a packet is at hand that needs no reading of a recording.
    boolean atHand() throws IOException {
        while (ready == null && run < order.runs().size()) {
            Run now = order.runs().get(run);
            if (now instanceof Run.Made made) {
                fetch(made);
            } else if (now instanceof Run.Copied copied && fromMemory(copied)) {
                fetch(copied);
            } else {
                return false;
            }
        }
        return ready != null;
    }

    private void fetch(Run.Made made) throws IOException {
        PartFile.In open = part;
        if (open == null) {
            open = new PartFile.In(made.part());
            for (int i = 0; i < made.skip(); i++) {
                open.next();
            }
        }
        Optional<PartFile.Packet> packet = open.next();
        part = open;
        ready = packet.orElse(null);
        if (packet.isEmpty()) {
            open.close();
            part = null;
            run++;
        }
    }

    private void fetch(Run.Copied copied) {
        int at = copied.first() + kept;
        if (at > copied.last()) {
            kept = 0;
            run++;
            return;
        }
        OpenReel reel = reels.open(copied.source());
        boolean key = reel.packets(copied.stream()).is(at, Packets.KEY);
        ready = new PartFile.Packet(key, reel.kept(copied.stream(), at));
        kept++;
    }

    private boolean fromMemory(Run.Copied copied) {
        Reel.Kind kind =
                reels.open(copied.source()).reel().tracks().get(copied.stream()).kind();
        return kind == Reel.Kind.TEXT || kind == Reel.Kind.ATTACHED;
    }

    /// When the next packet is decoded, ticks.
    long nextDts() {
        return order.dts()[next];
    }

    /// Fills a packet with what is at hand.
    void take(AVPacket into) {
        PartFile.Packet packet = java.util.Objects.requireNonNull(ready);
        ready = null;
        av_new_packet(into, packet.bytes().length);
        if (packet.bytes().length > 0) {
            into.data().put(packet.bytes(), 0, packet.bytes().length);
        }
        into.flags(packet.key() ? AV_PKT_FLAG_KEY : 0);
        time(into);
    }

    /// Gives a packet its place in the new file.
    void time(AVPacket packet) {
        packet.pts(order.pts()[next]);
        packet.dts(order.dts()[next]);
        packet.duration(order.duration()[next]);
        packet.pos(-1);
        packet.stream_index(stream.index());
        av_packet_rescale_ts(packet, tick, stream.time_base());
        next++;
    }

    /// Whether every packet was handed out.
    boolean complete() {
        return next == order.pts().length && run >= order.runs().size();
    }

    int written() {
        return next;
    }

    @Override
    public void close() throws IOException {
        if (part != null) {
            part.close();
        }
    }
}

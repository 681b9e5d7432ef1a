package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.cut.Packets;
import studio.fanz.media.cut.Splicer.Run;

/// One pass through a recording that finds the packets of several runs again, whatever its seeking is like.
final class SpliceReading implements AutoCloseable {

    private static final double[] LEADS = {0.5, 3, 15, 60, 1e9};
    private static final int MOST_HELD = 2000;

    private final OpenReel reel;
    private final List<Place> places;
    private final ArrayDeque<AVPacket> held = new ArrayDeque<>();
    private final AVPacket packet = av_packet_alloc();

    SpliceReading(OpenReel reel, List<Run.Copied> runs) {
        this.reel = reel;
        this.places = runs.stream().map(Place::new).toList();
    }

    /// Where one run stands.
    final class Place {
        private final Run.Copied run;
        private final Packets packets;
        private final boolean hevc;
        private final int lengthBytes;
        private int at = -1;

        Place(Run.Copied run) {
            this.run = run;
            this.packets = reel.packets(run.stream());
            var codec = reel.stream(run.stream()).codecpar();
            this.hevc = codec.codec_id() == AV_CODEC_ID_HEVC;
            this.lengthBytes =
                    CopyPoints.of(codec.codec_id(), Libav.config(codec)).lengthBytes();
        }

        /// The number of a packet of this stream, counted from the one found first.
        void pass(long pts, long dts) {
            if (at >= 0 && at + 1 < packets.count() && same(at + 1, pts)) {
                at++;
                return;
            }
            for (int i = Math.max(0, at + 1); i < packets.count(); i++) {
                if (same(i, pts) && (packets.dts()[i] == dts || !twice(i))) {
                    at = i;
                    return;
                }
            }
        }

        /// Sound whose times a parser adds up differs by a tick or two when it begins elsewhere.
        private boolean same(int packet, long pts) {
            long apart = Math.abs(packets.pts()[packet] - pts);
            boolean sound = reel.reel().tracks().get(run.stream()).rate() > 0;
            boolean near = packets.pts()[packet] != Packets.UNKNOWN && apart < packets.duration()[packet] / 4;
            return apart == 0 || (sound && near);
        }

        private boolean twice(int packet) {
            return packet + 1 < packets.count() && packets.pts()[packet + 1] == packets.pts()[packet];
        }

        boolean done() {
            return at >= run.last();
        }

        double seconds() {
            long dts = packets.dts()[run.first()];
            long time = Math.min(packets.pts()[run.first()], dts == Packets.UNKNOWN ? Long.MAX_VALUE : dts);
            return time * reel.reel().tracks().get(run.stream()).timebase().toDouble();
        }
    }

    /// Goes to a place in front of all runs.
    void begin() throws MediaException {
        reel.only(places.stream().map(place -> place.run.stream()).toList());
        Place first = places.getFirst();
        double earliest = places.stream().mapToDouble(Place::seconds).min().orElse(0);
        boolean whole = places.stream().allMatch(place -> place.run.first() == 0);
        for (double lead : LEADS) {
            if (whole || lead > 1e6) {
                reel.rewind();
            } else {
                reel.seek(first.run.stream(), first.run.first(), first.seconds() - earliest + lead);
            }
            if (inFront()) {
                return;
            }
        }
        throw lost(first);
    }

    /// Reads until every stream has shown whether it begins early enough; what was read is held.
    private boolean inFront() {
        forget();
        places.forEach(place -> place.at = -1);
        List<Place> open = new ArrayList<>(places);
        while (!open.isEmpty()) {
            // A stream may begin late; what begins with its first packet cannot be missed by then.
            boolean late = held.size() > MOST_HELD && open.stream().allMatch(place -> place.run.first() == 0);
            if (late) {
                break;
            }
            if (av_read_frame(reel.container(), packet) < 0) {
                return false;
            }
            held.add(av_packet_clone(packet));
            for (Place place : List.copyOf(open)) {
                if (place.run.stream() == packet.stream_index()) {
                    place.pass(packet.pts(), packet.dts());
                    if (place.at > place.run.first()) {
                        av_packet_unref(packet);
                        return false;
                    }
                    if (place.at >= 0) {
                        open.remove(place);
                    }
                }
            }
            av_packet_unref(packet);
        }
        places.forEach(place -> place.at = -1);
        return true;
    }

    /// The next packet that belongs to a run. Belongs to the caller until the next call.
    ///
    /// @return the number of its run, -1 when all runs are complete
    int next(AVPacket into) throws MediaException {
        while (places.stream().anyMatch(place -> !place.done())) {
            av_packet_unref(into);
            if (!read(into)) {
                break;
            }
            for (int i = 0; i < places.size(); i++) {
                Place place = places.get(i);
                if (place.run.stream() == into.stream_index() && !place.done()) {
                    int before = place.at;
                    place.pass(into.pts(), into.dts());
                    if (place.at > before && belongs(place, before)) {
                        if (place.at == place.run.first() && place.hevc) {
                            CleanRandomAccess.mark(into, place.lengthBytes);
                        }
                        return i;
                    }
                }
            }
        }
        for (Place place : places) {
            if (!place.done()) {
                throw lost(place);
            }
        }
        return -1;
    }

    private boolean belongs(Place place, int before) throws MediaException {
        Run.Copied run = place.run;
        if (place.at < run.first()) {
            return false;
        }
        boolean leapt = place.at > Math.max(before + 1, run.first());
        if (leapt || place.at > run.last()) {
            throw lost(place);
        }
        return place.packets.pts()[place.at] >= run.from();
    }

    private boolean read(AVPacket into) {
        AVPacket first = held.poll();
        if (first == null) {
            return av_read_frame(reel.container(), into) >= 0;
        }
        av_packet_move_ref(into, first);
        av_packet_free(first);
        return true;
    }

    private MediaException lost(Place place) {
        return new MediaException(
                Code.CHECK_FAILED,
                reel.input().name(),
                "packet " + Math.max(place.run.first(), place.at + 1) + " of stream " + place.run.stream()
                        + " is not where it was");
    }

    private void forget() {
        while (!held.isEmpty()) {
            av_packet_free(held.poll());
        }
    }

    @Override
    public void close() {
        forget();
        av_packet_free(packet);
    }
}

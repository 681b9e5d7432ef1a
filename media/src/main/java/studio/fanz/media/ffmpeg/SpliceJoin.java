package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.cut.Reel;
import studio.fanz.media.cut.Splicer.JoinOrder;
import studio.fanz.media.cut.Splicer.Run;
import studio.fanz.media.cut.Splicer.TrackOrder;

/// Puts packets of recordings and of parts together into one file.
final class SpliceJoin implements AutoCloseable {

    private static final int NO_SPACE = -28;
    private static final int MUX_DELAY_US = 700_000;

    private final OpenReels reels;
    private final JoinOrder order;
    private final LongConsumer told;
    private final AVFormatContext container = new AVFormatContext(null);
    private final List<SpliceTrack> tracks = new ArrayList<>();
    private final AVPacket packet = av_packet_alloc();

    private SpliceJoin(OpenReels reels, JoinOrder order, LongConsumer told) {
        this.reels = reels;
        this.order = order;
        this.told = told;
    }

    /// Does it.
    ///
    /// @param told how many packets of the first track were written
    static void run(OpenReels reels, JoinOrder order, LongConsumer told) throws MediaException, IOException {
        try (SpliceJoin join = new SpliceJoin(reels, order, told)) {
            join.open();
            join.copy();
            join.finish();
        }
    }

    private void open() throws MediaException, IOException {
        String target = order.target().toString();
        check(avformat_alloc_output_context2(container, null, order.format(), target), "container");
        for (TrackOrder track : order.tracks()) {
            tracks.add(new SpliceTrack(track, stream(track), reels));
        }
        AVDictionary tags = new AVDictionary(null);
        av_dict_copy(tags, reels.open(order.like()).container().metadata(), 0);
        av_dict_set(tags, "timecode", (String) null, 0);
        container.metadata(tags);
        chapters();
        // Times before zero are what hides pictures and sound that only prepare a decoder.
        container.avoid_negative_ts(0);
        container.max_delay(MUX_DELAY_US);
        AVIOContext file = new AVIOContext(null);
        check(avio_open(file, "file:" + target, AVIO_FLAG_WRITE), "opening");
        container.pb(file);
        check(avformat_write_header(container, (AVDictionary) null), "header");
    }

    private AVStream stream(TrackOrder track) throws IOException {
        AVStream like = reels.open(track.source()).stream(track.stream());
        AVStream made = avformat_new_stream(container, null);
        AVCodecParameters codec = made.codecpar();
        avcodec_parameters_copy(codec, like.codecpar());
        codec.codec_tag(tag(track, like.codecpar()));
        if (track.part().isPresent()) {
            PartParameters.read(track.part().get()).put(codec);
            codec.codec_tag(0);
        }
        track.config().ifPresent(config -> Libav.config(codec, config));
        made.time_base(Libav.rational(track.timebase()));
        made.avg_frame_rate(like.avg_frame_rate());
        made.r_frame_rate(like.r_frame_rate());
        made.sample_aspect_ratio(
                like.sample_aspect_ratio().num() > 0 ? like.sample_aspect_ratio() : codec.sample_aspect_ratio());
        made.disposition(like.disposition());
        AVDictionary tags = new AVDictionary(null);
        av_dict_copy(tags, like.metadata(), 0);
        // A time code that no longer fits the first frame.
        av_dict_set(tags, "timecode", (String) null, 0);
        made.metadata(tags);
        return made;
    }

    /// The recording's own sample entry where the container knows it.
    private int tag(TrackOrder track, AVCodecParameters like) {
        if (track.tag().length() == 4) {
            String tag = track.tag();
            return tag.charAt(0) | (tag.charAt(1) << 8) | (tag.charAt(2) << 16) | (tag.charAt(3) << 24);
        }
        AVOutputFormat format = container.oformat();
        boolean known = format.codec_tag() != null
                && !format.codec_tag().isNull()
                && av_codec_get_id(format.codec_tag(), like.codec_tag()) == like.codec_id();
        return known ? like.codec_tag() : 0;
    }

    private void chapters() {
        if (order.chapters().isEmpty()) {
            return;
        }
        int count = order.chapters().size();
        PointerPointer<AVChapter> all =
                new PointerPointer<>(av_mallocz((long) count * new Pointer().sizeof() + 8L * count));
        for (int i = 0; i < count; i++) {
            Reel.Chapter chapter = order.chapters().get(i);
            AVChapter made = new AVChapter(av_mallocz(new AVChapter().sizeof()));
            made.id(i + 1);
            made.time_base(av_make_q(1, 1000));
            made.start(chapter.start().times(new Rational(1000, 1)).rounded());
            made.end(chapter.end().times(new Rational(1000, 1)).rounded());
            AVDictionary title = new AVDictionary(null);
            av_dict_set(title, "title", chapter.title(), 0);
            made.metadata(title);
            all.put(i, made);
        }
        container.chapters(all);
        container.nb_chapters(count);
    }

    /// Pieces in their order; what is at hand goes in between at its time.
    private void copy() throws MediaException, IOException {
        TreeMap<Integer, List<SpliceTrack>> pieces = new TreeMap<>();
        for (SpliceTrack track : tracks) {
            for (Run run : track.order().runs()) {
                if (run instanceof Run.Copied copied && read(copied)) {
                    pieces.computeIfAbsent(copied.piece(), _ -> new ArrayList<>())
                            .add(track);
                }
            }
        }
        for (var piece : pieces.entrySet()) {
            copy(piece.getKey(), piece.getValue());
        }
    }

    private boolean read(Run.Copied copied) {
        Reel.Kind kind =
                reels.open(copied.source()).reel().tracks().get(copied.stream()).kind();
        return kind == Reel.Kind.PICTURE || kind == Reel.Kind.SOUND || kind == Reel.Kind.DATA;
    }

    private void copy(int piece, List<SpliceTrack> active) throws MediaException, IOException {
        List<Run.Copied> runs = active.stream()
                .flatMap(track -> track.order().runs().stream())
                .filter(run -> run instanceof Run.Copied copied && copied.piece() == piece && read(copied))
                .map(Run.Copied.class::cast)
                .toList();
        OpenReel reel = reels.open(runs.getFirst().source());
        try (SpliceReading reading = new SpliceReading(reel, runs)) {
            reading.begin();
            for (int at = reading.next(packet); at >= 0; at = reading.next(packet)) {
                SpliceTrack track = active.get(at);
                catchUp(track, runs.get(at));
                release(track.nextDts(), track.tick());
                track.time(packet);
                write();
            }
        }
        for (int i = 0; i < active.size(); i++) {
            catchUp(active.get(i), runs.get(i));
            active.get(i).endOfCopied();
        }
    }

    /// A track's own packets stay in their order.
    private void catchUp(SpliceTrack track, Run.Copied run) throws MediaException, IOException {
        AVPacket made = av_packet_alloc();
        while (track.atHand()) {
            release(track.nextDts(), track.tick());
            if (track.atHand()) {
                track.take(made);
                write(made);
            }
        }
        av_packet_free(made);
        if (track.copied().filter(now -> now.equals(run)).isEmpty()) {
            throw new IllegalStateException("a run out of its order");
        }
    }

    /// Writes everything at hand that is decoded up to a time.
    private void release(long dts, AVRational tick) throws MediaException, IOException {
        AVPacket made = av_packet_alloc();
        for (SpliceTrack track : tracks) {
            while (track.atHand() && av_compare_ts(track.nextDts(), track.tick(), dts, tick) <= 0) {
                track.take(made);
                write(made);
            }
        }
        av_packet_free(made);
    }

    private void finish() throws MediaException, IOException {
        release(Long.MAX_VALUE / 4, av_make_q(1, 1));
        for (SpliceTrack track : tracks) {
            if (!track.complete()) {
                throw new IllegalStateException("a track that is not complete");
            }
        }
        check(av_write_trailer(container), "index");
        reels.throwIfChanged();
        AVIOContext file = container.pb();
        check(avio_closep(file), "closing");
        container.pb(null);
    }

    private void write() throws MediaException {
        write(packet);
    }

    private void write(AVPacket finished) throws MediaException {
        check(av_interleaved_write_frame(container, finished), "packets");
        told.accept(tracks.getFirst().written());
    }

    private void check(int result, String what) throws MediaException {
        if (result < 0) {
            Code code = result == NO_SPACE ? Code.DISK_FULL : Code.WRITE_FAILED;
            throw new MediaException(code, InputFile.nameOf(order.target()), what + ": " + Libav.error(result));
        }
    }

    @Override
    public void close() throws IOException {
        for (SpliceTrack track : tracks) {
            track.close();
        }
        av_packet_free(packet);
        if (container.pb() != null && !container.pb().isNull()) {
            avio_closep(container.pb());
        }
        avformat_free_context(container);
    }
}

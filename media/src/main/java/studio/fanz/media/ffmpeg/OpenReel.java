package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.cut.Packets;
import studio.fanz.media.cut.Reel;

/// A recording that is open in this process: its packets listed once, then read again from any place. One thread.
final class OpenReel implements AutoCloseable {

    private static final int TOLD_EVERY = 2048;

    private final InputFile input;
    private final AVFormatContext container = avformat_alloc_context();
    private final List<PacketList> lists = new ArrayList<>();
    private Reel reel;

    private OpenReel(InputFile input) {
        this.input = input;
        this.reel = new Reel(input.path(), Rational.ZERO, Rational.ZERO, List.of(), List.of());
    }

    /// Opens it and lists its packets.
    ///
    /// @param read told how many bytes were passed
    static OpenReel open(InputFile input, LongConsumer read) throws MediaException {
        OpenReel made = new OpenReel(input);
        try {
            made.open();
            made.list(read);
            return made;
        } catch (MediaException failed) {
            made.close();
            throw failed;
        }
    }

    private void open() throws MediaException {
        AVDictionary options = Libav.dictionary(input.options());
        AVInputFormat format =
                input.magic().demuxer().map(name -> av_find_input_format(name)).orElse(null);
        int opened = avformat_open_input(container, "file:" + input.path(), format, options);
        av_dict_free(options);
        if (opened < 0) {
            throw new MediaException(Code.NOT_MEDIA, input.name(), Libav.error(opened));
        }
        int known = avformat_find_stream_info(container, (AVDictionary) null);
        if (known < 0) {
            throw new MediaException(Code.DAMAGED, input.name(), Libav.error(known));
        }
    }

    private void list(LongConsumer told) throws MediaException {
        for (int i = 0; i < container.nb_streams(); i++) {
            lists.add(PacketList.of(container.streams(i)));
        }
        AVPacket packet = av_packet_alloc();
        int read = av_read_frame(container, packet);
        for (long n = 0; read >= 0; n++) {
            if (packet.stream_index() < lists.size()) {
                lists.get(packet.stream_index()).add(packet);
            }
            if (n % TOLD_EVERY == 0) {
                told.accept(Math.max(0, packet.pos()));
            }
            av_packet_unref(packet);
            read = av_read_frame(container, packet);
        }
        av_packet_free(packet);
        if (read != AVERROR_EOF()) {
            throw new MediaException(Code.DAMAGED, input.name(), Libav.error(read));
        }
        input.throwIfChanged();
        reel = describe();
    }

    private Reel describe() {
        long start = container.start_time() == AV_NOPTS_VALUE ? 0 : container.start_time();
        long duration = Math.max(0, container.duration());
        List<Reel.Track> tracks = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            tracks.add(track(container.streams(i), lists.get(i)));
        }
        List<Reel.Chapter> chapters = new ArrayList<>();
        for (int i = 0; i < container.nb_chapters(); i++) {
            chapters.add(chapter(container.chapters(i)));
        }
        return new Reel(
                input.path(), new Rational(start, 1_000_000), new Rational(duration, 1_000_000), tracks, chapters);
    }

    private static Reel.Chapter chapter(AVChapter chapter) {
        Rational tick = Libav.rational(chapter.time_base());
        AVDictionaryEntry title = av_dict_get(chapter.metadata(), "title", null, 0);
        return new Reel.Chapter(
                new Rational(chapter.start(), 1).times(tick),
                new Rational(chapter.end(), 1).times(tick),
                title == null ? "" : Libav.text(title.value()));
    }

    private Reel.Track track(AVStream stream, PacketList list) {
        AVCodecParameters codec = stream.codecpar();
        boolean picture = codec.codec_type() == AVMEDIA_TYPE_VIDEO;
        Rational aspect = Libav.rational(
                stream.sample_aspect_ratio().num() != 0 ? stream.sample_aspect_ratio() : codec.sample_aspect_ratio());
        return new Reel.Track(
                stream.index(),
                list.kind(),
                Libav.text(avcodec_get_name(codec.codec_id())),
                codec.profile(),
                Libav.rational(stream.time_base()),
                Libav.config(codec),
                codec.width(),
                codec.height(),
                picture ? Libav.text(av_get_pix_fmt_name(codec.format())) : "",
                fields(codec.field_order()),
                Libav.rational(av_guess_frame_rate(container, stream, null)),
                aspect.num() <= 0 ? Rational.ONE : aspect,
                rotation(codec),
                picture ? colour(codec) : "",
                codec.sample_rate(),
                codec.ch_layout().nb_channels(),
                list.packets());
    }

    /// The display matrix says degrees against the clock.
    private static int rotation(AVCodecParameters codec) {
        AVPacketSideData matrix =
                av_packet_side_data_get(codec.coded_side_data(), codec.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull()) {
            return 0;
        }
        double degrees = av_display_rotation_get(new IntPointer(matrix.data()));
        return Double.isNaN(degrees) ? 0 : (int) Math.floorMod(Math.round(-degrees / 90) * 90, 360L);
    }

    private static String fields(int order) {
        return switch (order) {
            case AV_FIELD_UNKNOWN -> "";
            case AV_FIELD_PROGRESSIVE -> "progressive";
            default -> "interlaced";
        };
    }

    private static String colour(AVCodecParameters codec) {
        return String.join(
                "/",
                Libav.text(av_color_range_name(codec.color_range())),
                Libav.text(av_color_primaries_name(codec.color_primaries())),
                Libav.text(av_color_transfer_name(codec.color_trc())),
                Libav.text(av_color_space_name(codec.color_space())));
    }

    /// What it holds.
    Reel reel() {
        return reel;
    }

    /// The open file.
    AVFormatContext container() {
        return container;
    }

    /// One of its streams.
    AVStream stream(int index) {
        return container.streams(index);
    }

    /// Packets of a stream.
    Packets packets(int stream) {
        return reel.tracks().get(stream).packets();
    }

    /// The bytes of a packet of a text stream or of something attached.
    byte[] kept(int stream, int packet) {
        return lists.get(stream).kept(packet);
    }

    /// Lets only these streams be read from now on.
    void only(List<Integer> streams) {
        for (int i = 0; i < container.nb_streams(); i++) {
            container.streams(i).discard(streams.contains(i) ? AVDISCARD_DEFAULT : AVDISCARD_ALL);
        }
    }

    /// Goes to a place from which `packet` of `stream` comes, and all packets of other streams at that time.
    ///
    /// @param lead seconds to begin earlier
    void seek(int stream, int packet, double lead) {
        Packets packets = packets(stream);
        long dts = packets.dts()[packet];
        long time = Math.min(packets.pts()[packet], dts == Packets.UNKNOWN ? Long.MAX_VALUE : dts);
        Rational tick = reel.tracks().get(stream).timebase();
        long target = time - Math.round(lead / tick.toDouble());
        if ((packet == 0 && lead > 0) || av_seek_frame(container, stream, target, AVSEEK_FLAG_BACKWARD) < 0) {
            rewind();
        }
    }

    /// Goes to the first packet of all: sought by the stream that begins first, or others begin in the middle.
    void rewind() {
        int earliest = -1;
        double begins = Double.MAX_VALUE;
        for (Reel.Track track : reel.tracks()) {
            long dts = track.packets().count() > 0 ? track.packets().dts()[0] : Packets.UNKNOWN;
            double seconds = dts * track.timebase().toDouble();
            if (dts != Packets.UNKNOWN && seconds < begins) {
                earliest = track.index();
                begins = seconds;
            }
        }
        long time = earliest < 0 ? 0 : packets(earliest).dts()[0];
        if (av_seek_frame(container, earliest, time, AVSEEK_FLAG_BACKWARD) < 0) {
            av_seek_frame(container, -1, 0, AVSEEK_FLAG_BYTE);
        }
    }

    /// The last packet in front of which decoding can begin to show a frame; 0 when there is none.
    int keyFor(int stream, long time) {
        Packets packets = packets(stream);
        int key = 0;
        for (int i = 0; i < packets.count(); i++) {
            if (packets.is(i, Packets.KEY) && packets.pts()[i] <= time) {
                key = i;
            }
        }
        return key;
    }

    InputFile input() {
        return input;
    }

    @Override
    public void close() {
        avformat_close_input(container);
        Pointer.deallocateReferences();
    }
}

package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;

/// A chain of FFmpeg's filters in this process, one stream in and one out. Times are microseconds. Belongs to one
/// thread.
final class InlineFilters implements AutoCloseable {

    private final AVFilterGraph graph = avfilter_graph_alloc();
    private final AVFilterContext source = new AVFilterContext(null);
    private final AVFilterContext sink = new AVFilterContext(null);

    private InlineFilters() {}

    /// For pictures like `first`.
    ///
    /// @throws MediaException DECODE_FAILED when the filters do not take them
    static InlineFilters pictures(AVFrame first, String chain, String thing) throws MediaException {
        String from = "video_size=%dx%d:pix_fmt=%d:time_base=1/1000000:pixel_aspect=1/1:colorspace=%d:range=%d"
                .formatted(first.width(), first.height(), first.format(), first.colorspace(), first.color_range());
        return build("buffer", from, chain, "buffersink", thing);
    }

    /// For sound like `first`.
    ///
    /// @throws MediaException DECODE_FAILED when the filters do not take it
    static InlineFilters sound(AVFrame first, String chain, String thing) throws MediaException {
        String layout = layout(first);
        String from = "time_base=1/1000000:sample_rate=%d:sample_fmt=%d:%s"
                .formatted(first.sample_rate(), first.format(), layout);
        return build("abuffer", from, chain, "abuffersink", thing);
    }

    private static String layout(AVFrame frame) {
        if (frame.ch_layout().order() == AV_CHANNEL_ORDER_UNSPEC) {
            return "channels=" + frame.ch_layout().nb_channels();
        }
        try (BytePointer text = new BytePointer(128)) {
            av_channel_layout_describe(frame.ch_layout(), text, text.capacity());
            return "channel_layout=" + text.getString();
        }
    }

    private static InlineFilters build(String in, String from, String chain, String out, String thing)
            throws MediaException {
        var made = new InlineFilters();
        if (!made.linked(in, from, chain, out)) {
            made.close();
            throw new MediaException(Code.DECODE_FAILED, thing, "it cannot be shown as it is coded");
        }
        return made;
    }

    private boolean linked(String in, String from, String chain, String out) {
        graph.nb_threads(2);
        if (avfilter_graph_create_filter(source, avfilter_get_by_name(in), "in", from, null, graph) < 0
                || avfilter_graph_create_filter(sink, avfilter_get_by_name(out), "out", null, null, graph) < 0) {
            return false;
        }
        AVFilterInOut head = end("in", source);
        AVFilterInOut tail = end("out", sink);
        int parsed = avfilter_graph_parse_ptr(graph, chain, tail, head, null);
        avfilter_inout_free(head);
        avfilter_inout_free(tail);
        return parsed >= 0 && avfilter_graph_config(graph, null) >= 0;
    }

    private static AVFilterInOut end(String name, AVFilterContext filter) {
        AVFilterInOut end = avfilter_inout_alloc();
        end.name(av_strdup(new BytePointer(name)));
        end.filter_ctx(filter);
        end.pad_idx(0);
        end.next(null);
        return end;
    }

    /// Puts a frame in; it stays the caller's.
    boolean push(AVFrame frame, long timeUs) {
        long own = frame.pts();
        frame.pts(timeUs);
        int done = av_buffersrc_add_frame_flags(source, frame, AV_BUFFERSRC_FLAG_KEEP_REF);
        frame.pts(own);
        return done >= 0;
    }

    /// Says that nothing more comes.
    void end() {
        av_buffersrc_add_frame_flags(source, null, 0);
    }

    /// Takes a frame out if there is one.
    boolean pull(AVFrame into) {
        return av_buffersink_get_frame(sink, into) >= 0;
    }

    @Override
    public void close() {
        avfilter_graph_free(graph);
    }
}

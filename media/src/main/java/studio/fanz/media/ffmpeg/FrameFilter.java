package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avfilter.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Locale;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;

/// A libavfilter chain for frames of one kind.
final class FrameFilter implements AutoCloseable {

    private final AVFilterGraph graph = avfilter_graph_alloc();
    private final AVFilterContext source = new AVFilterContext(null);
    private final AVFilterContext sink = new AVFilterContext(null);

    private FrameFilter() {}

    /// For frames like this one.
    static FrameFilter of(String chain, AVFrame like, Rational timebase, Rational rate) throws MediaException {
        FrameFilter made = new FrameFilter();
        int result = made.build(chain, like, timebase, rate);
        if (result < 0) {
            made.close();
            throw new MediaException(Code.ENCODER_FAILED, chain, Libav.error(result));
        }
        return made;
    }

    private int build(String chain, AVFrame like, Rational timebase, Rational rate) {
        String about = String.format(
                Locale.ROOT,
                "video_size=%dx%d:pix_fmt=%d:time_base=%s:pixel_aspect=%d/%d:colorspace=%d:range=%d%s",
                like.width(),
                like.height(),
                like.format(),
                timebase,
                like.sample_aspect_ratio().num(),
                Math.max(1, like.sample_aspect_ratio().den()),
                like.colorspace(),
                like.color_range(),
                rate.num() > 0 ? ":frame_rate=" + rate : "");
        int made = avfilter_graph_create_filter(source, avfilter_get_by_name("buffer"), "in", about, null, graph);
        if (made >= 0) {
            made = avfilter_graph_create_filter(sink, avfilter_get_by_name("buffersink"), "out", null, null, graph);
        }
        if (made < 0) {
            return made;
        }
        AVFilterInOut from = end("in", source);
        AVFilterInOut to = end("out", sink);
        made = avfilter_graph_parse_ptr(graph, chain, to, from, null);
        avfilter_inout_free(from);
        avfilter_inout_free(to);
        return made < 0 ? made : avfilter_graph_config(graph, null);
    }

    private static AVFilterInOut end(String name, AVFilterContext filter) {
        AVFilterInOut end = avfilter_inout_alloc();
        BytePointer text = av_strdup(new BytePointer(name));
        end.name(text).filter_ctx(filter).pad_idx(0).next(null);
        return end;
    }

    /// Hands a frame over; `null` at the end.
    void put(@org.jspecify.annotations.Nullable AVFrame frame) throws MediaException {
        int result = av_buffersrc_add_frame_flags(source, frame, AV_BUFFERSRC_FLAG_KEEP_REF);
        if (result < 0) {
            throw new MediaException(Code.ENCODER_FAILED, "filters", Libav.error(result));
        }
    }

    /// Takes the next finished frame.
    boolean take(AVFrame into) {
        return av_buffersink_get_frame(sink, into) >= 0;
    }

    /// Of the frames taken.
    AVRational timebase() {
        return av_buffersink_get_time_base(sink);
    }

    @Override
    public void close() {
        avfilter_graph_free(graph);
    }
}

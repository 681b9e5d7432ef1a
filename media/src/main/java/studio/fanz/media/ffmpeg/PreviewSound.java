package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.asset.AudioFacts;
import studio.fanz.media.MediaException;
import studio.fanz.media.play.AudioOut;

/// The sound of a recording as `AudioOut` takes it, every sample at its place in time. Belongs to one thread.
final class PreviewSound implements AutoCloseable {

    private static final long PREROLL_US = 200_000;

    private final String name;
    private final StreamDecoder decoder;
    private final AVFrame decoded = av_frame_alloc();
    private final AVFrame ready = av_frame_alloc();
    private @Nullable InlineFilters filters;
    private long fromUs;
    private double tempo = 1;
    private boolean ended;
    private byte[] block = new byte[0];

    /// Opens the stream.
    ///
    /// @throws MediaException DECODE_FAILED, DECODE_STALLED
    static PreviewSound open(InputFile input, AudioFacts audio, BooleanSupplier stopped) throws MediaException {
        return new PreviewSound(input, StreamDecoder.open(input, audio.index(), stopped));
    }

    private PreviewSound(InputFile input, StreamDecoder decoder) {
        this.name = input.name();
        this.decoder = decoder;
    }

    /// The next block begins at this moment, to the sample.
    ///
    /// @param us    microseconds from the start of the source
    /// @param speed 0.5 to 2, at its own pitch
    void seek(long us, double speed) {
        closeFilters();
        decoder.seek(Math.max(0, us - PREROLL_US));
        fromUs = us;
        tempo = speed;
        ended = false;
    }

    /// The next samples; empty at the end.
    ///
    /// @throws MediaException DECODE_STALLED, DECODE_FAILED
    byte[] next() throws MediaException {
        while (true) {
            if (filters != null && filters.pull(ready)) {
                return copy();
            }
            if (ended) {
                return new byte[0];
            }
            feed();
        }
    }

    private void feed() throws MediaException {
        if (decoder.next(decoded)) {
            long us = decoder.timeOf(decoded, AV_NOPTS_VALUE);
            if (filters == null) {
                name(decoded);
                filters = InlineFilters.sound(decoded, chain(decoded), name);
            } else {
                name(decoded);
            }
            filters.push(decoded, us);
            av_frame_unref(decoded);
        } else {
            ended = true;
            if (filters != null) {
                filters.end();
            }
        }
    }

    /// Gives channels that a file does not name their usual names.
    private static void name(AVFrame frame) {
        if (frame.ch_layout().order() == AV_CHANNEL_ORDER_UNSPEC) {
            av_channel_layout_default(frame.ch_layout(), frame.ch_layout().nb_channels());
        }
    }

    private String chain(AVFrame first) {
        String fold = switch (first.ch_layout().order()) {
            case AV_CHANNEL_ORDER_UNSPEC -> "pan=stereo|c0=c0|c1=c1,";
            case AV_CHANNEL_ORDER_AMBISONIC -> "pan=stereo|c0=c0|c1=c0,";
            default -> "";
        };
        long firstSample = Math.round(fromUs * (AudioOut.RATE / 1e6));
        return fold
                + "aformat=channel_layouts=stereo,aresample=%d:async=1:min_hard_comp=0.02:first_pts=%d"
                        .formatted(AudioOut.RATE, firstSample)
                + (tempo == 1 ? "" : String.format(Locale.ROOT, ",atempo=%.4f", tempo))
                + ",aformat=sample_fmts=s16:channel_layouts=stereo:sample_rates=" + AudioOut.RATE;
    }

    private byte[] copy() {
        int bytes = ready.nb_samples() * AudioOut.FRAME_BYTES;
        if (block.length != bytes) {
            block = new byte[bytes];
        }
        ready.data(0).get(block, 0, bytes);
        av_frame_unref(ready);
        return block;
    }

    private void closeFilters() {
        if (filters != null) {
            filters.close();
            filters = null;
        }
    }

    @Override
    public void close() {
        closeFilters();
        av_frame_free(decoded);
        av_frame_free(ready);
        decoder.close();
    }
}

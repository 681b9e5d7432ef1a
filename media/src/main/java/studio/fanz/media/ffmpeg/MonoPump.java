package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.SoundReader;

/// Carries float samples from a child to a sink, folded to mono, a tenth of a second at a time.
final class MonoPump {

    private MonoPump() {}

    /// Reads until the stream ends or the sink has enough.
    ///
    /// @return samples handed out
    static long run(InputStream in, Downmix downmix, int sampleRate, SoundReader.Sink sink, JobContext job)
            throws IOException, MediaException {
        int frames = Math.max(1, sampleRate / 10);
        byte[] bytes = new byte[frames * downmix.channels() * Float.BYTES];
        float[] channels = new float[frames * downmix.channels()];
        float[] mono = new float[frames];
        long total = 0;
        boolean more = true;
        while (more) {
            job.checkpoint();
            int read = in.readNBytes(bytes, 0, bytes.length);
            int got = read / (downmix.channels() * Float.BYTES);
            if (got == 0) {
                break;
            }
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(channels, 0, got * downmix.channels());
            downmix.mix(channels, got, mono);
            total += got;
            more = sink.accept(mono, got);
        }
        return total;
    }
}

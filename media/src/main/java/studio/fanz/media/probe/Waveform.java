package studio.fanz.media.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.SoundReader;

/// The sound of a file as it is drawn: the highest absolute sample of every hundredth of a second, in 256
/// steps. The file is eight bytes `FANZWAV1`, the number of peaks a second as a big-endian int, then a byte for
/// each peak: 360 kB an hour.
///
/// @param perSecond peaks a second
/// @param peaks     0..255 each as unsigned bytes, in order of time; not copied, not to be written to
public record Waveform(int perSecond, byte[] peaks) {

    private static final long MAGIC = 0x46414E5A57415631L;
    private static final int HEADER = Long.BYTES + Integer.BYTES;
    private static final int PER_SECOND = 100;

    /// A peak as 0..1.
    public float at(int index) {
        return (peaks[index] & 0xFF) / 255f;
    }

    /// Writes the whole file or nothing.
    ///
    /// @throws StoreException when the folder cannot be written to
    public void write(Path file) throws StoreException {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + peaks.length);
        bytes.putLong(MAGIC).putInt(perSecond).put(peaks);
        DraftFile.write(file, bytes.array());
    }

    /// Reads a file that [#write] made.
    ///
    /// @throws MediaException DAMAGED when it is none, FILE_UNREADABLE
    public static Waveform read(Path file) throws MediaException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            if (bytes.remaining() < HEADER || bytes.getLong() != MAGIC) {
                throw new MediaException(MediaException.Code.DAMAGED, file.toString(), "it is no waveform");
            }
            int perSecond = bytes.getInt();
            byte[] peaks = new byte[bytes.remaining()];
            bytes.get(peaks);
            return new Waveform(perSecond, peaks);
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Code.FILE_UNREADABLE, file.toString(), String.valueOf(e.getMessage()), e);
        }
    }

    /// Collects peaks of the samples that come by. Not thread-safe; one per file.
    public static final class Collector implements SoundReader.Sink {

        private final int window;
        private final ByteArrayOutputStream peaks = new ByteArrayOutputStream();
        private float highest;
        private int inWindow;

        /// @param sampleRate of the samples that will come, hertz, a multiple of 100
        public Collector(int sampleRate) {
            this.window = Math.max(1, sampleRate / PER_SECOND);
        }

        @Override
        public boolean accept(float[] samples, int length) {
            for (int i = 0; i < length; i++) {
                highest = Math.max(highest, Math.abs(samples[i]));
                if (++inWindow == window) {
                    endWindow();
                }
            }
            return true;
        }

        /// What came so far.
        public Waveform finish() {
            if (inWindow > 0) {
                endWindow();
            }
            return new Waveform(PER_SECOND, peaks.toByteArray());
        }

        private void endWindow() {
            peaks.write(Math.round(Math.min(1, highest) * 255));
            highest = 0;
            inWindow = 0;
        }
    }
}

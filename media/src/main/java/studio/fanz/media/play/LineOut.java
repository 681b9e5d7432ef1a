package studio.fanz.media.play;

import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// The sound device of this computer.
public final class LineOut implements AudioOut {

    private static final int BUFFER_BYTES = RATE / 5 * FRAME_BYTES;

    private final SourceDataLine line;
    private long base;

    private LineOut(SourceDataLine line) {
        this.line = line;
    }

    /// Opens the device that the system prefers; empty when there is none that takes this sound.
    public static Optional<AudioOut> open() {
        AudioFormat format = new AudioFormat(RATE, 16, 2, true, false);
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(format);
            line.open(format, BUFFER_BYTES);
            return Optional.of(new LineOut(line));
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException none) {
            return Optional.empty();
        }
    }

    @Override
    public int write(byte[] pcm, int from, int length) {
        // Writing no more than is free returns at once.
        int fitting = Math.min(length, line.available()) / FRAME_BYTES * FRAME_BYTES;
        return fitting <= 0 ? 0 : line.write(pcm, from, fitting);
    }

    @Override
    public long heard() {
        return Math.max(0, line.getLongFramePosition() - base);
    }

    @Override
    public void start() {
        line.start();
    }

    @Override
    public void stop() {
        line.stop();
    }

    @Override
    public void flush() {
        line.flush();
        base = line.getLongFramePosition();
    }

    @Override
    public boolean audible() {
        return true;
    }

    @Override
    public void close() {
        line.stop();
        line.flush();
        line.close();
    }
}

package studio.fanz.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import studio.fanz.media.MediaException;

/// The process that touches packets: packets are copied with libav in a process of their own, so that a hostile file
/// takes nothing else down. Takes orders on standard input, answers on standard output, ends with its input.
public final class SpliceProgram {

    static final int READ = 1;
    static final int FRAMES = 2;
    static final int SOUND = 3;
    static final int JOIN = 4;
    static final int LOOK = 5;

    static final int PROGRESS = 1;
    static final int ANSWER = 2;
    static final int PROBLEM = 3;

    private static final long EVERY_NANOS = 100_000_000;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final OpenReels reels = new OpenReels();
    private long lastTold = System.nanoTime();

    private SpliceProgram(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /// Runs until standard input ends.
    public static void main(String[] arguments) throws IOException {
        av_log_set_level(AV_LOG_ERROR);
        var orders = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        var answers = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        new SpliceProgram(orders, answers).serve();
    }

    private void serve() throws IOException {
        try (reels) {
            while (true) {
                int order = in.readByte();
                try {
                    obey(order);
                } catch (MediaException problem) {
                    out.writeByte(PROBLEM);
                    SpliceWire.text(out, problem.code().id());
                    SpliceWire.text(out, problem.arguments().getFirst());
                    SpliceWire.text(out, problem.arguments().getLast());
                }
                out.flush();
            }
        } catch (EOFException enough) {
            // Whoever gave orders has ended.
        }
    }

    private void obey(int order) throws IOException, MediaException {
        switch (order) {
            case READ -> {
                OpenReel read = reels.read(SpliceWire.path(in), this::tell);
                out.writeByte(ANSWER);
                SpliceWire.reel(out, read.reel());
            }
            case FRAMES -> {
                var frames = SpliceWire.frames(in);
                OpenReel source = reels.open(frames.source());
                var made = frames.options().containsKey("program")
                        ? OutsideEncode.run(source, frames, this::tell)
                        : FrameEncode.run(source, frames, this::tell);
                out.writeByte(ANSWER);
                SpliceWire.encoded(out, made);
            }
            case SOUND -> {
                var made = SoundEncode.run(reels, SpliceWire.sound(in), this::tell);
                out.writeByte(ANSWER);
                SpliceWire.encoded(out, made);
            }
            case JOIN -> {
                SpliceJoin.run(reels, SpliceWire.join(in), this::tell);
                out.writeByte(ANSWER);
            }
            case LOOK -> {
                var look = SpliceWire.look(in);
                var seen = FrameLook.run(reels.open(look.file()), look, this::tell);
                out.writeByte(ANSWER);
                SpliceWire.seen(out, seen);
            }
            default -> throw new IOException("no such order: " + order);
        }
    }

    /// Told for every packet; passed on ten times a second.
    private void tell(long done) {
        long now = System.nanoTime();
        if (now - lastTold > EVERY_NANOS) {
            lastTold = now;
            try {
                out.writeByte(PROGRESS);
                out.writeLong(done);
                out.flush();
            } catch (IOException gone) {
                throw new java.io.UncheckedIOException(gone);
            }
        }
    }
}

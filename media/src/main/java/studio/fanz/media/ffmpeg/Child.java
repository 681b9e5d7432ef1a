package studio.fanz.media.ffmpeg;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// One run of an FFmpeg executable: standard output is read by the caller, the end of standard error is kept for the
/// sentence about what went wrong, cancelling the job kills it. Never through a shell.
///
/// A child that lets its reader wait longer than `patience` is killed and counts as stalled. Time the reader spends
/// on what it has read does not count, so a slow model never looks like a hanging decoder.
final class Child implements AutoCloseable {

    /// Long enough for a slow disk to wake up and for a decoder to skip a minute of video.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int TAIL_LINES = 48;
    private static final long NOT_WAITING = Long.MAX_VALUE;

    private final Process process;
    private final JobContext job;
    private final long patienceNanos;
    private final ArrayDeque<String> tail = new ArrayDeque<>();
    private final InputStream output;
    private final Thread errors;
    private final JobContext.Registration registration;

    private volatile long waitingSince = NOT_WAITING;
    private volatile boolean stalled;

    private Child(Process process, JobContext job, Duration patience) {
        this.process = process;
        this.job = job;
        this.patienceNanos = patience.toNanos();
        this.output = new Watched(process.getInputStream());
        this.errors = Thread.ofVirtual().name("ffmpeg-stderr").start(this::readErrors);
        this.registration = job.onCancel(process::destroyForcibly);
        Thread.ofVirtual().name("ffmpeg-watch").start(this::watch);
    }

    /// Starts it with the usual patience. Standard input is closed.
    ///
    /// @throws MediaException FFMPEG_MISSING when the executable cannot be started
    static Child start(List<String> command, JobContext job) throws MediaException {
        return start(command, job, PATIENCE);
    }

    /// Starts it. Standard input is closed.
    ///
    /// @param patience how long it may print nothing while somebody waits for it
    /// @throws MediaException FFMPEG_MISSING when the executable cannot be started
    static Child start(List<String> command, JobContext job, Duration patience) throws MediaException {
        Child child = talking(command, job, patience);
        try {
            child.input().close();
            return child;
        } catch (IOException gone) {
            // What it says on its way out is read like anything else.
            return child;
        }
    }

    /// Starts it with standard input open, for a conversation.
    ///
    /// @param patience how long it may print nothing while somebody waits for it
    /// @throws MediaException FFMPEG_MISSING when the executable cannot be started
    static Child talking(List<String> command, JobContext job, Duration patience) throws MediaException {
        job.checkpoint();
        try {
            return new Child(new ProcessBuilder(command).start(), job, patience);
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Code.FFMPEG_MISSING, command.getFirst(), String.valueOf(e.getMessage()), e);
        }
    }

    /// What it prints.
    InputStream output() {
        return output;
    }

    /// What it is told; only of one that was started for a conversation.
    OutputStream input() {
        return process.getOutputStream();
    }

    /// Waits for the end.
    ///
    /// @return the exit status
    /// @throws CancellationException when the job was cancelled meanwhile
    int await() {
        waitingSince = System.nanoTime();
        try {
            int status = process.waitFor();
            errors.join();
            job.checkpoint();
            return status;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            waitingSince = NOT_WAITING;
        }
    }

    /// Fails when it was killed because it printed nothing for too long.
    ///
    /// @throws MediaException DECODE_STALLED
    void throwIfStalled(Path file) throws MediaException {
        if (stalled) {
            throw new MediaException(
                    MediaException.Code.DECODE_STALLED,
                    InputFile.nameOf(file),
                    "nothing came for " + TimeUnit.NANOSECONDS.toSeconds(patienceNanos) + " s");
        }
    }

    /// The last lines of standard error.
    String errorTail() {
        synchronized (tail) {
            return String.join("\n", tail);
        }
    }

    /// Kills it when it still runs.
    @Override
    public void close() {
        registration.close();
        process.destroyForcibly();
    }

    private void readErrors() {
        try (var reader = process.errorReader(StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            while (line != null) {
                synchronized (tail) {
                    tail.addLast(line);
                    if (tail.size() > TAIL_LINES) {
                        tail.removeFirst();
                    }
                }
                line = reader.readLine();
            }
        } catch (IOException closed) {
            // The process is gone; what was read so far is all there is.
        }
    }

    private void watch() {
        try {
            while (!process.waitFor(patienceNanos / 8, TimeUnit.NANOSECONDS)) {
                long since = waitingSince;
                if (since != NOT_WAITING && System.nanoTime() - since > patienceNanos) {
                    stalled = true;
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Notes when somebody starts and stops waiting for the child.
    private final class Watched extends FilterInputStream {

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            waitingSince = System.nanoTime();
            try {
                return in.read();
            } finally {
                waitingSince = NOT_WAITING;
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            waitingSince = System.nanoTime();
            try {
                return in.read(bytes, offset, length);
            } finally {
                waitingSince = NOT_WAITING;
            }
        }
    }
}

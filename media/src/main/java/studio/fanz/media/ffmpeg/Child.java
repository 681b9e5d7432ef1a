package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CancellationException;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;

/// One run of an FFmpeg executable: standard output is read by the caller, the end of standard error is kept for the
/// sentence about what went wrong, cancelling the job kills it. Never through a shell.
final class Child implements AutoCloseable {

    private static final int TAIL_LINES = 12;

    private final Process process;
    private final ArrayDeque<String> tail = new ArrayDeque<>();
    private final Thread errors;
    private final JobContext.Registration registration;
    private final JobContext job;

    private Child(Process process, JobContext job) {
        this.process = process;
        this.job = job;
        this.errors = Thread.ofVirtual().name("ffmpeg-stderr").start(this::readErrors);
        this.registration = job.onCancel(process::destroyForcibly);
    }

    /// Starts it. Standard input is closed.
    ///
    /// @throws MediaException FFMPEG_MISSING when the executable cannot be started
    static Child start(List<String> command, JobContext job) throws MediaException {
        job.checkpoint();
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            return new Child(process, job);
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Code.FFMPEG_MISSING, command.getFirst(), String.valueOf(e.getMessage()), e);
        }
    }

    /// What it prints.
    InputStream output() {
        return process.getInputStream();
    }

    /// Waits for the end.
    ///
    /// @return the exit status
    /// @throws CancellationException when the job was cancelled meanwhile
    int await() {
        try {
            int status = process.waitFor();
            errors.join();
            job.checkpoint();
            return status;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
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
}

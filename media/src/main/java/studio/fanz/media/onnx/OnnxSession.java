package studio.fanz.media.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelFolder;

/// One ONNX model: loaded when first run, run by one thread at a time (others wait their turn), released when told so
/// and loaded again at need. Cancelling the job terminates a run within milliseconds. Any thread.
final class OnnxSession implements AutoCloseable {

    private static final String CLASSPATH = "classpath:";

    private final ModelFolder folder;
    private final String name;
    private final int threads;
    private final ReentrantLock owner = new ReentrantLock();
    private @Nullable OrtSession session;

    /// @param name    catalogue name of the weights
    /// @param threads for one run, 1 or more
    OnnxSession(ModelFolder folder, String name, int threads) {
        this.folder = folder;
        this.name = name;
        this.threads = threads;
    }

    /// The process-wide runtime. Tensors are made with it.
    static OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment();
    }

    /// Runs the model and gives all its outputs. The caller closes the result.
    ///
    /// @throws MediaException        MODEL_MISSING, MODEL_CORRUPT, MODEL_FAILED
    /// @throws CancellationException when the job was cancelled before or during the run
    OrtSession.Result run(Map<String, OnnxTensor> inputs, JobContext job) throws MediaException {
        return run(inputs, Set.of(), Map.of(), job);
    }

    /// Runs the model for some of its outputs, others written straight into tensors of the caller.
    ///
    /// @param wanted outputs that the result shall own (no name at all: those not in `into`)
    /// @param into   outputs by name and the tensor each is written to; shapes must fit exactly
    OrtSession.Result run(
            Map<String, OnnxTensor> inputs, Set<String> wanted, Map<String, ? extends OnnxValue> into, JobContext job)
            throws MediaException {
        owner.lock();
        try (OrtSession.RunOptions options = new OrtSession.RunOptions();
                var _ = new Terminator(options, job)) {
            job.checkpoint();
            OrtSession loaded = load();
            if (wanted.isEmpty() && into.isEmpty()) {
                return loaded.run(inputs, loaded.getOutputNames(), options);
            }
            return loaded.run(inputs, wanted, into, options);
        } catch (OrtException e) {
            job.checkpoint();
            throw new MediaException(MediaException.Code.MODEL_FAILED, name, String.valueOf(e.getMessage()), e);
        } finally {
            owner.unlock();
        }
    }

    /// Gives the memory back; the next run loads again.
    void release() {
        owner.lock();
        try {
            if (session != null) {
                session.close();
                session = null;
            }
        } catch (OrtException e) {
            throw new IllegalStateException("a session that cannot be closed", e);
        } finally {
            owner.unlock();
        }
    }

    @Override
    public void close() {
        release();
    }

    private OrtSession load() throws MediaException, OrtException {
        OrtSession loaded = session;
        if (loaded == null) {
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(threads);
                options.setInterOpNumThreads(1);
                // Its warnings go to standard error, where they are none of a creator's business.
                options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
                // Busy waiting doubles the CPU time on a machine that does other things too.
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                loaded = name.startsWith(CLASSPATH)
                        ? environment().createSession(fromClassPath(), options)
                        : environment().createSession(folder.file(name).toString(), options);
            }
            session = loaded;
        }
        return loaded;
    }

    /// Weights that come inside a jar, checked like those in the folder.
    private byte[] fromClassPath() throws MediaException {
        try (InputStream in = OnnxSession.class.getResourceAsStream("/" + name.substring(CLASSPATH.length()))) {
            if (in == null) {
                throw new MediaException(MediaException.Code.MODEL_MISSING, name, "class path");
            }
            byte[] weights = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(weights);
            if (!HexFormat.of().formatHex(digest).equals(folder.entry(name).sha256())) {
                throw new MediaException(MediaException.Code.MODEL_CORRUPT, name, "SHA-256");
            }
            return weights;
        } catch (IOException e) {
            throw new MediaException(MediaException.Code.MODEL_CORRUPT, name, String.valueOf(e.getMessage()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Terminates a run when its job is cancelled, and never touches the options after they are closed.
    private static final class Terminator implements AutoCloseable {

        private final JobContext.Registration registration;
        private OrtSession.@Nullable RunOptions options;

        Terminator(OrtSession.RunOptions options, JobContext job) {
            this.options = options;
            this.registration = job.onCancel(this::terminate);
        }

        private synchronized void terminate() {
            try {
                if (options != null) {
                    options.setTerminate(true);
                }
            } catch (OrtException e) {
                throw new IllegalStateException("a run that cannot be terminated", e);
            }
        }

        @Override
        public void close() {
            registration.close();
            synchronized (this) {
                options = null;
            }
        }
    }
}

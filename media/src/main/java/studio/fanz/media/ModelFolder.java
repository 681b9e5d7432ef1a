package studio.fanz.media;

import java.nio.file.Path;

/// Where model weights come from. Checks a file's SHA-256 against the catalogue once per run.
@FunctionalInterface
public interface ModelFolder {

    /// The weights file of that catalogue name (`vad_silero_v6.onnx`, `whisper-base/encoder.onnx`).
    ///
    /// @throws MediaException MODEL_MISSING, or MODEL_CORRUPT when its hash is not the catalogue's
    Path file(String name) throws MediaException;
}

package studio.fanz.media;

import java.nio.file.Path;

/// Where model weights come from. Checks a file's SHA-256 against the catalogue once per run.
public interface ModelFolder {

    /// The weights file of that catalogue name (`vad_silero_v6.onnx`, `whisper-base/encoder.onnx`).
    ///
    /// @throws MediaException MODEL_MISSING, or MODEL_CORRUPT when its hash is not the catalogue's
    Path file(String name) throws MediaException;

    /// What the catalogue says about a file, so that results can name the model that made them.
    ///
    /// @throws MediaException MODEL_MISSING when the catalogue does not know it
    ModelCatalogue.Entry entry(String name) throws MediaException;
}

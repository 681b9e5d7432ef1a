package studio.fanz.media.onnx;

/// The library that runs all models.
public final class OnnxRuntime {

    private OnnxRuntime() {}

    /// What the loaded library calls itself (`1.28.0`). Loads it; any thread.
    public static String version() {
        return OnnxSession.environment().getVersion();
    }
}

package studio.fanz.media.onnx;

import studio.fanz.media.ModelFolder;
import studio.fanz.media.frame.SoundReader;
import studio.fanz.media.speech.SpeechFinder;
import studio.fanz.media.speech.Transcriber;

/// Everything speech needs, out of one folder of models. Weights are loaded at first use; closing gives their memory
/// back, and a later use loads them again. Share one: its calls take turns.
public final class SpeechEngine implements AutoCloseable {

    private final SileroVad voice;
    private final OnnxWhisper whisper;

    /// @param threads for one network call
    public SpeechEngine(ModelFolder folder, int threads) {
        this.voice = new SileroVad(folder);
        this.whisper = new OnnxWhisper(folder, threads);
    }

    /// A transcriber that reads its sound there.
    public Transcriber transcriber(SoundReader sound) {
        return new Transcriber(voice, whisper, sound);
    }

    /// Finds where somebody speaks.
    public SpeechFinder finder(SoundReader sound) {
        return new SpeechFinder(voice, sound);
    }

    @Override
    public void close() {
        voice.close();
        whisper.close();
    }
}

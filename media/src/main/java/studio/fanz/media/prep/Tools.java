package studio.fanz.media.prep;

import java.util.Map;
import java.util.function.Supplier;
import studio.fanz.core.caption.CaptionProfiles;
import studio.fanz.core.platform.Limits;
import studio.fanz.core.post.TextEmbedder;
import studio.fanz.core.store.StepStore;
import studio.fanz.media.export.Exporter;
import studio.fanz.media.frame.FramePass;
import studio.fanz.media.frame.SoundPass;
import studio.fanz.media.language.LanguageCheck;
import studio.fanz.media.probe.Prober;
import studio.fanz.media.render.CaptionPainter;
import studio.fanz.media.speech.SpeechFinder;
import studio.fanz.media.speech.Transcriber;
import studio.fanz.media.vision.AdultImageModel;
import studio.fanz.media.vision.CoverPicker;
import studio.fanz.media.vision.FaceFinder;
import studio.fanz.media.vision.PersonFinder;
import studio.fanz.media.vision.TextFinder;

/// What preparation works with. Everything is shared and may be used by several preparations at once.
///
/// @param steps       where results are remembered
/// @param prober      says what a file is
/// @param transcriber says what is said
/// @param speech      finds where somebody speaks
/// @param frames      looks at every frame
/// @param sound       measures the sound
/// @param eyes        recognise what a picture shows
/// @param covers      chooses covers
/// @param language    looks for words that offend
/// @param embedder    compares English sentences
/// @param exporter    makes files
/// @param painter     draws captions
/// @param profiles    rules of captions
/// @param limits      what targets take
/// @param versions    of the libraries that run, by name, as they say themselves
/// @param release     gives the memory of all models back; the next use loads them again
public record Tools(
        StepStore steps,
        Prober prober,
        Transcriber transcriber,
        SpeechFinder speech,
        FramePass frames,
        SoundPass sound,
        Eyes eyes,
        CoverPicker covers,
        LanguageCheck language,
        TextEmbedder embedder,
        Exporter exporter,
        CaptionPainter painter,
        CaptionProfiles profiles,
        Limits limits,
        Supplier<Map<String, String>> versions,
        Runnable release) {

    /// Models that look at pictures.
    public record Eyes(FaceFinder faces, PersonFinder people, AdultImageModel adult, TextFinder text) {}
}

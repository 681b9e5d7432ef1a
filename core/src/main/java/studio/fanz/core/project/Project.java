package studio.fanz.core.project;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.time.Span;

/// What a creator makes of one recording. Immutable; changed only by edits (`core.edit`), which the journal
/// keeps.
///
/// @param id       UUIDv7, made here
/// @param asset    the recording
/// @param title    what it is called, empty until somebody or the draft post says so
/// @param language of the captions, empty when nothing was said
/// @param profile  caption profile, empty before there are captions
/// @param cues     captions in order of time
/// @param coverMs  the chosen cover's time in the source, if chosen
/// @param keeps    what stays of the source, in order; empty = all of it
/// @param moment   the stretch to export where a target wants less, if chosen; a label as typed
public record Project(
        Id id,
        Asset.Id asset,
        String title,
        String language,
        String profile,
        List<ProjectCue> cues,
        Optional<Long> coverMs,
        List<Keep> keeps,
        Optional<Span> moment) {

    public Project {
        cues = List.copyOf(cues);
        keeps = List.copyOf(keeps);
    }

    /// The project's id, a UUIDv7 (RFC 9562).
    public record Id(UUID value) {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /// One in which nothing was done yet.
    public static Project fresh(Id id, Asset.Id asset) {
        return new Project(id, asset, "", "", "", List.of(), Optional.empty(), List.of(), Optional.empty());
    }

    /// The captions as shown, in source time.
    ///
    /// @param transcript of the project's recording
    public Captions captions(Transcript transcript) {
        List<Word> words = transcript.words();
        return new Captions(
                language, profile, cues.stream().map(cue -> cue.shown(words)).toList());
    }

    public Project withTitle(String now) {
        return new Project(id, asset, now, language, profile, cues, coverMs, keeps, moment);
    }

    public Project withCues(String nowLanguage, String nowProfile, List<ProjectCue> now) {
        return new Project(id, asset, title, nowLanguage, nowProfile, now, coverMs, keeps, moment);
    }

    public Project withCover(Optional<Long> now) {
        return new Project(id, asset, title, language, profile, cues, now, keeps, moment);
    }

    public Project withKeeps(List<Keep> now) {
        return new Project(id, asset, title, language, profile, cues, coverMs, now, moment);
    }

    public Project withMoment(Optional<Span> now) {
        return new Project(id, asset, title, language, profile, cues, coverMs, keeps, now);
    }
}

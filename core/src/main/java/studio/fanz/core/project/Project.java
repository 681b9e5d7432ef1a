package studio.fanz.core.project;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.time.Span;
import studio.fanz.core.timeline.Timeline;

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
/// @param timeline what is shown and heard when; empty = the recording as it is
/// @param framings how it is laid out per aspect (`9:16`), where that is not the usual
/// @param moment   the stretch to export where a target wants less, if chosen; a label as typed
public record Project(
        Id id,
        Asset.Id asset,
        String title,
        String language,
        String profile,
        List<ProjectCue> cues,
        Optional<Long> coverMs,
        Optional<Timeline> timeline,
        Map<String, Framing> framings,
        Optional<Span> moment) {

    public Project {
        cues = List.copyOf(cues);
        // In the order of their names, so that the same project is written as the same bytes.
        framings = Collections.unmodifiableMap(new TreeMap<>(framings));
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
        return new Project(
                id, asset, "", "", "", List.of(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
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
        return new Project(id, asset, now, language, profile, cues, coverMs, timeline, framings, moment);
    }

    public Project withCues(String nowLanguage, String nowProfile, List<ProjectCue> now) {
        return new Project(id, asset, title, nowLanguage, nowProfile, now, coverMs, timeline, framings, moment);
    }

    public Project withCover(Optional<Long> now) {
        return new Project(id, asset, title, language, profile, cues, now, timeline, framings, moment);
    }

    public Project withTimeline(Optional<Timeline> now) {
        return new Project(id, asset, title, language, profile, cues, coverMs, now, framings, moment);
    }

    public Project withFraming(String aspect, Optional<Framing> framing) {
        var now = new TreeMap<>(framings);
        framing.ifPresentOrElse(f -> now.put(aspect, f), () -> now.remove(aspect));
        return new Project(id, asset, title, language, profile, cues, coverMs, timeline, now, moment);
    }

    public Project withMoment(Optional<Span> now) {
        return new Project(id, asset, title, language, profile, cues, coverMs, timeline, framings, now);
    }
}

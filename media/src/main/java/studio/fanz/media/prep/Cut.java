package studio.fanz.media.prep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.project.CutCaptions;
import studio.fanz.core.project.HeardWord;
import studio.fanz.core.project.Project;
import studio.fanz.core.project.ProjectCue;
import studio.fanz.core.timeline.Clip;
import studio.fanz.core.timeline.Content;
import studio.fanz.core.timeline.FirstTimeline;
import studio.fanz.core.timeline.SourceMap;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.media.render.Montage;

/// A project as cut: what is made into files instead of its recording as it is. Times are the timeline's.
///
/// @param project what was made of the recording; its timeline is present
/// @param assets  the recordings its timeline shows, in the order of the montage's reels
/// @param montage what it shows
public record Cut(Project project, List<Asset> assets, Montage montage) {

    public Cut {
        assets = List.copyOf(assets);
    }

    /// The recordings a project's timeline uses, its own first.
    public static List<Asset.Id> uses(Project project) {
        var used = new ArrayList<Asset.Id>();
        used.add(project.asset());
        project.timeline().stream()
                .flatMap(Timeline::clips)
                .map(Clip::content)
                .filter(Content.Media.class::isInstance)
                .map(content -> ((Content.Media) content).asset())
                .distinct()
                .filter(id -> !id.equals(project.asset()))
                .forEach(used::add);
        return used;
    }

    /// A project as cut; empty when all of its recording is shown as it is.
    ///
    /// @param assets those of [#uses(Project)], in that order
    /// @param luts   folder of the LUTs that colours name, as `HASH.cube`
    public static Optional<Cut> of(Project project, List<Asset> assets, Path luts) {
        if (project.timeline().isEmpty() || whole(project.timeline().get(), assets.getFirst())) {
            return Optional.empty();
        }
        List<Asset.Id> ids = assets.stream().map(Asset::id).toList();
        List<Montage.Reel> reels = assets.stream()
                .map(asset -> Montage.Reel.of(asset.path(), asset.facts()))
                .toList();
        return Optional.of(
                new Cut(project, assets, Montage.of(project.timeline().get(), reels, ids::indexOf, luts)));
    }

    private static boolean whole(Timeline line, Asset asset) {
        return line.withMarkers(List.of()).equals(FirstTimeline.of(asset));
    }

    /// Its length in milliseconds.
    public long durationMs() {
        return line().toMs(montage.frames());
    }

    /// What a probe of the recording would find were it as long as the cut, at the timeline's rate; limits are held
    /// against these.
    public MediaFacts facts() {
        MediaFacts own = assets.getFirst().facts();
        return new MediaFacts(
                own.kind(),
                own.container(),
                own.sizeBytes(),
                durationMs(),
                own.video().map(this::asLong),
                montage.hasSound() ? own.audio() : List.of(),
                own.subtitles(),
                own.indexFirst(),
                own.editList(),
                own.chapters(),
                own.tags());
    }

    private VideoFacts asLong(VideoFacts v) {
        return new VideoFacts(
                v.index(),
                v.codec(),
                v.profile(),
                v.width(),
                v.height(),
                v.pixelAspect(),
                v.rotation(),
                montage.rate(),
                false,
                v.pixelFormat(),
                v.bitDepth(),
                v.range(),
                v.primaries(),
                v.transfer(),
                v.matrix(),
                v.dynamicRange(),
                v.timebase(),
                v.startPts(),
                durationMs(),
                montage.frames(),
                v.bitRate(),
                v.fieldOrder());
    }

    /// With captions of the recording.
    Cut with(Captions made, Transcript transcript) {
        List<Word> words = transcript.words();
        List<ProjectCue> cues =
                made.cues().stream().map(cue -> ProjectCue.of(cue, words)).toList();
        return new Cut(project.withCues(made.language(), made.profile(), cues), assets, montage);
    }

    /// Its captions.
    public Captions captions(Transcript transcript) {
        return CutCaptions.of(project, transcript);
    }

    /// What is still said, when it is heard.
    public Transcript words(Transcript transcript) {
        List<Word> words = transcript.words();
        var segments = new ArrayList<Segment>();
        var said = new ArrayList<Word>();
        int open = -1;
        for (HeardWord heard : HeardWord.all(words, map())) {
            int segment = segmentOf(transcript, heard.id());
            if (segment != open && !said.isEmpty()) {
                segments.add(segment(said));
                said.clear();
            }
            open = segment;
            Word word = words.get(heard.id());
            said.add(new Word(word.text(), heard.startMs(), heard.endMs(), word.confidence()));
        }
        if (!said.isEmpty()) {
            segments.add(segment(said));
        }
        return new Transcript(
                transcript.language(),
                transcript.languageConfidence(),
                transcript.model(),
                segments,
                transcript.notes());
    }

    private static int segmentOf(Transcript transcript, int word) {
        int first = 0;
        for (int i = 0; i < transcript.segments().size(); i++) {
            first += transcript.segments().get(i).words().size();
            if (word < first) {
                return i;
            }
        }
        return -1;
    }

    private static Segment segment(List<Word> said) {
        String text = String.join(" ", said.stream().map(Word::text).toList());
        return new Segment(text, said.getFirst().startMs(), said.getLast().endMs(), List.copyOf(said));
    }

    /// Where moments of the project's own recording are.
    SourceMap map() {
        return SourceMap.of(line(), project.asset());
    }

    Timeline line() {
        return project.timeline().orElseThrow();
    }
}

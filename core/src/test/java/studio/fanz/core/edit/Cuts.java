package studio.fanz.core.edit;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.project.Project;
import studio.fanz.core.time.Rational;
import studio.fanz.core.timeline.Clip;
import studio.fanz.core.timeline.Content;
import studio.fanz.core.timeline.Cutting;
import studio.fanz.core.timeline.Look;
import studio.fanz.core.timeline.Marker;
import studio.fanz.core.timeline.Sound;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.core.timeline.Track;
import studio.fanz.core.timeline.Transition;
import studio.fanz.core.timeline.Trimming;

/// A cut recording and changes of its timeline as a creator might make them, from a seed. Some do not fit.
public final class Cuts {

    public static final Asset.Id TALK = new Asset.Id(new UUID(3, 4));
    private static final Asset.Id OTHER = new Asset.Id(new UUID(5, 6));
    public static final Rational RATE = new Rational(30_000, 1001);

    private Cuts() {}

    /// A recording of some frames, uncut, with a second picture, a title and music.
    public static Timeline talk(long frames) {
        Rational end = new Rational(frames, 1).times(RATE.inverse());
        var talk = Content.Media.of(TALK, Rational.ZERO, end);
        var other = Content.Media.of(OTHER, new Rational(1, 90_000), new Rational(100, 1));
        return new Timeline(
                RATE,
                List.of(
                        Track.empty(Track.Kind.VIDEO, "").with(Stream.of(Clip.of(1, 9, talk, 0, frames))),
                        Track.empty(Track.Kind.OVERLAY, "b-roll").with(Stream.of(Clip.of(3, 0, other, 30, 40))),
                        Track.empty(Track.Kind.TITLE, "")
                                .with(Stream.of(Clip.of(4, 0, new Content.Title("Hi", ""), 5, 50))),
                        Track.empty(Track.Kind.AUDIO, "").with(Stream.of(Clip.of(2, 9, talk, 0, frames))),
                        Track.empty(Track.Kind.AUDIO, "music").with(Stream.of(Clip.of(5, 0, other, 0, 90)))),
                List.of(new Marker(20, "here")));
    }

    public static Project project(long frames) {
        return Edits.fresh().withTimeline(Optional.of(talk(frames)));
    }

    /// Any change; it may not fit the timeline.
    public static Edit next(Random random, Timeline line) {
        List<Clip> clips = line.clips().toList();
        if (clips.isEmpty()) {
            return new Edit.SetTimeline(Optional.of(talk(300)));
        }
        Clip clip = clips.get(random.nextInt(clips.size()));
        long at = random.nextLong(line.length() + 1);
        long by = random.nextLong(-20, 21);
        return switch (random.nextInt(20)) {
            case 0 -> new TimelineEdit.Insert(at, List.of(copied(random, line, clip)));
            case 1 -> new TimelineEdit.Overwrite(at, List.of(copied(random, line, clip)));
            case 2 -> new TimelineEdit.Delete(Set.of(clip.id()));
            case 3, 4 -> new TimelineEdit.RippleDelete(at, at + 1 + random.nextInt(15));
            case 5 -> new TimelineEdit.Trim(clip.id(), edge(random), by, false);
            case 6 -> new TimelineEdit.Trim(clip.id(), edge(random), by, true);
            case 7 -> new TimelineEdit.Roll(clip.id(), by);
            case 8 -> new TimelineEdit.Slip(clip.id(), by);
            case 9 -> new TimelineEdit.Slide(clip.id(), by);
            case 10, 11 -> new TimelineEdit.Split(at, Optional.empty());
            case 12 ->
                new TimelineEdit.Split(clip.start() + random.nextLong(clip.length() + 1), Optional.of(clip.id()));
            case 13 -> new TimelineEdit.Join(clip.id());
            case 14 -> new TimelineEdit.Move(Set.of(clip.id()), by, random.nextInt(-1, 2));
            case 15 -> set(random, clip);
            case 16 -> new TimelineEdit.SetSpeed(clip.id(), new Rational(random.nextInt(500, 2500), 1000));
            case 17 -> new TimelineEdit.SetLinks(Set.of(clip.id()), random.nextBoolean());
            case 18 -> new TimelineEdit.SetMarkers(List.of(new Marker(at, "m"), new Marker(at + 3, "")));
            default -> tracks(random, line);
        };
    }

    private static Edit tracks(Random random, Timeline line) {
        int index = random.nextInt(line.tracks().size());
        return switch (random.nextInt(6)) {
            case 0 -> new TimelineEdit.AddTrack(index, Track.empty(Track.Kind.AUDIO, "more"));
            case 1 -> new TimelineEdit.RemoveTrack(index);
            case 2 -> new TimelineEdit.SetTrack(index, "voice", false, true);
            case 3 -> new TimelineEdit.SetTrack(index, "voice", true, false);
            default -> new TimelineEdit.SetTrack(index, "voice", false, false);
        };
    }

    private static Edit set(Random random, Clip clip) {
        var keys = List.of(Look.Keyframe.fitted(0), new Look.Keyframe(10, 0.2, 0.5, 1.5, 3, 0.5));
        var look = new Look(
                random.nextBoolean() ? keys : List.of(),
                new Look.Crop(0.1, 0, 0, 0.2),
                new Look.Colour(0.5, 1.1, 0.9, 200, Optional.empty()));
        var sound = new Sound(-3.5, 2, 3, random.nextBoolean());
        return new TimelineEdit.SetClip(
                clip.id(), look, sound, Optional.of(new Transition(Transition.Kind.CROSS_FADE, 12)));
    }

    private static Cutting.Placed copied(Random random, Timeline line, Clip clip) {
        int track = random.nextInt(4) == 0 ? random.nextInt(line.tracks().size()) : line.trackOf(clip.id());
        return new Cutting.Placed(track, Clip.of(1, 0, clip.content(), random.nextInt(3), Math.min(clip.length(), 25)));
    }

    private static Trimming.Edge edge(Random random) {
        return random.nextBoolean() ? Trimming.Edge.HEAD : Trimming.Edge.TAIL;
    }
}

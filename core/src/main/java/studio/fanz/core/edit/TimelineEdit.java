package studio.fanz.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import studio.fanz.core.project.Project;
import studio.fanz.core.time.Rational;
import studio.fanz.core.timeline.Clip;
import studio.fanz.core.timeline.Content;
import studio.fanz.core.timeline.Cutting;
import studio.fanz.core.timeline.Links;
import studio.fanz.core.timeline.Look;
import studio.fanz.core.timeline.Marker;
import studio.fanz.core.timeline.Sound;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.core.timeline.TimelinePatch;
import studio.fanz.core.timeline.Track;
import studio.fanz.core.timeline.Transition;
import studio.fanz.core.timeline.Trimming;

/// A change of what is shown and heard when. Frames are the timeline's. What an edit means is told by the function
/// of
/// [Cutting] or [Trimming] it names; one that would break a rule of the timeline throws [IllegalArgumentException].
public sealed interface TimelineEdit extends Edit {

    /// The timeline after it.
    ///
    /// @throws IllegalArgumentException when it does not fit
    Timeline apply(Timeline line);

    @Override
    default Project apply(Project project) {
        return project.withTimeline(Optional.of(apply(line(project))));
    }

    @Override
    default Edit inverse(Project before) {
        Timeline line = line(before);
        return new Patch(TimelinePatch.between(apply(line), line));
    }

    private static Timeline line(Project project) {
        return project.timeline().orElseThrow(() -> new IllegalArgumentException("nothing was cut yet"));
    }

    /// Puts clips in and moves what comes later ([Cutting#insert]).
    record Insert(long at, List<Cutting.Placed> clips) implements TimelineEdit {
        public Insert {
            clips = List.copyOf(clips);
        }

        @Override
        public Timeline apply(Timeline line) {
            return Cutting.insert(line, at, clips);
        }
    }

    /// Puts clips over what is there ([Cutting#overwrite]).
    record Overwrite(long at, List<Cutting.Placed> clips) implements TimelineEdit {
        public Overwrite {
            clips = List.copyOf(clips);
        }

        @Override
        public Timeline apply(Timeline line) {
            return Cutting.overwrite(line, at, clips);
        }
    }

    /// Takes clips out and leaves a gap ([Cutting#lift]).
    record Delete(Set<Long> clips) implements TimelineEdit {
        public Delete {
            clips = ordered(clips);
        }

        @Override
        public Timeline apply(Timeline line) {
            return Cutting.lift(line, clips);
        }
    }

    /// Takes a stretch out and closes the gap ([Cutting#ripple]).
    record RippleDelete(long from, long to) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            return Cutting.ripple(line, from, to);
        }
    }

    /// Moves one end of a clip ([Trimming#trim]); with `ripple`, what comes later too ([Trimming#ripple], where
    /// `by` is
    /// how much longer the clip gets).
    record Trim(long clip, Trimming.Edge edge, long by, boolean ripple) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            return ripple ? Trimming.ripple(line, clip, edge, by) : Trimming.trim(line, clip, edge, by);
        }
    }

    /// Moves the cut before a clip ([Trimming#roll]).
    record Roll(long clip, long by) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            return Trimming.roll(line, clip, by);
        }
    }

    /// Shows another stretch of the source ([Trimming#slip]).
    record Slip(long clip, long by) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            return Trimming.slip(line, clip, by);
        }
    }

    /// Moves a clip between its neighbours ([Trimming#slide]).
    record Slide(long clip, long by) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            return Trimming.slide(line, clip, by);
        }
    }

    /// Cuts in two: one clip, or all that show at the frame ([Cutting#split]).
    record Split(long at, Optional<Long> clip) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            return clip.isPresent() ? Cutting.split(line, at, clip.get()) : Cutting.split(line, at);
        }
    }

    /// Makes one clip of two ([Cutting#join]).
    record Join(long clip) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            return Cutting.join(line, clip);
        }
    }

    /// Moves clips in time and between tracks ([Cutting#move]).
    record Move(Set<Long> clips, long by, int tracks) implements TimelineEdit {
        public Move {
            clips = ordered(clips);
        }

        @Override
        public Timeline apply(Timeline line) {
            return Cutting.move(line, clips, by, tracks);
        }
    }

    /// Links clips, or takes their links away ([Links#set]).
    record SetLinks(Set<Long> clips, boolean linked) implements TimelineEdit {
        public SetLinks {
            clips = ordered(clips);
        }

        @Override
        public Timeline apply(Timeline line) {
            return Links.set(line, clips, linked);
        }
    }

    /// Sets how a clip is shown and heard and how it is gone over into.
    record SetClip(long clip, Look look, Sound sound, Optional<Transition> into) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            return replaced(line, line.clip(clip), line.clip(clip).with(look, sound, into));
        }
    }

    /// Plays a clip faster or slower ([Trimming#speed]).
    record SetSpeed(long clip, Rational speed) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            return Trimming.speed(line, clip, speed);
        }
    }

    /// Sets the words of a title.
    record SetTitleText(long clip, String text, String style) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            Clip old = line.clip(clip);
            var now = new Clip(
                    old.id(),
                    old.link(),
                    new Content.Title(text, style),
                    old.start(),
                    old.length(),
                    old.look(),
                    old.sound(),
                    old.into());
            return replaced(line, old, now);
        }
    }

    /// Sets all markers.
    record SetMarkers(List<Marker> markers) implements TimelineEdit {
        public SetMarkers {
            markers = List.copyOf(markers);
        }

        @Override
        public Timeline apply(Timeline line) {
            return line.withMarkers(markers);
        }
    }

    /// Replaces runs of clips: what takes the other edits back.
    record Patch(TimelinePatch patch) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            return patch.apply(line);
        }
    }

    /// Puts a track in.
    ///
    /// @param index where, from 0
    record AddTrack(int index, Track track) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            present(index >= 0 && index <= line.tracks().size(), index);
            var tracks = new ArrayList<>(line.tracks());
            tracks.add(index, track);
            return line.withTracks(tracks);
        }

        @Override
        public Edit inverse(Project before) {
            return new RemoveTrack(index);
        }
    }

    /// Takes a track out with all that is on it.
    record RemoveTrack(int index) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            present(index >= 0 && index < line.tracks().size(), index);
            var tracks = new ArrayList<>(line.tracks());
            tracks.remove(index);
            return line.withTracks(tracks);
        }

        @Override
        public Edit inverse(Project before) {
            return new AddTrack(index, line(before).tracks().get(index));
        }
    }

    /// Names, mutes or locks a track.
    record SetTrack(int index, String name, boolean muted, boolean locked) implements TimelineEdit {
        @Override
        public Timeline apply(Timeline line) {
            present(index >= 0 && index < line.tracks().size(), index);
            Track old = line.tracks().get(index);
            return line.withTrack(index, new Track(old.kind(), name, muted, locked, old.clips()));
        }

        @Override
        public Edit inverse(Project before) {
            Track old = line(before).tracks().get(index);
            return new SetTrack(index, old.name(), old.muted(), old.locked());
        }
    }

    private static void present(boolean there, int index) {
        if (!there) {
            throw new IllegalArgumentException("no track " + index);
        }
    }

    private static Timeline replaced(Timeline line, Clip old, Clip now) {
        int index = line.trackOf(old.id());
        Track track = line.tracks().get(index);
        return line.withTrack(index, track.with(track.clips().stream().map(c -> c.equals(old) ? now : c)));
    }

    private static Set<Long> ordered(Set<Long> ids) {
        return java.util.Collections.unmodifiableSet(new TreeSet<>(ids));
    }
}

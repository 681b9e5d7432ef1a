package studio.fanz.core.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.project.Framing;
import studio.fanz.core.project.Project;
import studio.fanz.core.project.ProjectCue;
import studio.fanz.core.time.Span;
import studio.fanz.core.timeline.Timeline;

/// One change of a project: pure, and with an exact inverse. Names of the kinds are written to the journal and
/// never change their meaning; a new shape gets a new version (`EditJson`).
public sealed interface Edit
        permits Edit.SetCues,
                Edit.ChangeCue,
                Edit.ChooseCover,
                Edit.SetTitle,
                Edit.SetTimeline,
                Edit.SetFraming,
                Edit.SetMoment,
                Edit.Compound,
                Edit.Restore,
                TimelineEdit {

    /// The project after it.
    ///
    /// @throws IllegalArgumentException when it does not fit this project (a cue number it does not have)
    Project apply(Project project);

    /// The edit that takes it back: `inverse(p).apply(apply(p))` equals `p`.
    ///
    /// @param before the project this edit is applied to
    Edit inverse(Project before);

    /// Replaces all captions: a new transcript, language or profile; also splitting and joining.
    ///
    /// @param language ISO 639-1, may be empty
    /// @param profile  name in `caption-profiles.csv`, may be empty
    record SetCues(String language, String profile, List<ProjectCue> cues) implements Edit {
        public SetCues {
            cues = List.copyOf(cues);
        }

        @Override
        public Project apply(Project project) {
            return project.withCues(language, profile, cues);
        }

        @Override
        public Edit inverse(Project before) {
            return new SetCues(before.language(), before.profile(), before.cues());
        }
    }

    /// Changes one caption's text or times.
    ///
    /// @param index which one, from 0
    /// @param cue   what it is now
    record ChangeCue(int index, ProjectCue cue) implements Edit {
        @Override
        public Project apply(Project project) {
            present(project);
            var cues = new ArrayList<>(project.cues());
            cues.set(index, cue);
            return project.withCues(project.language(), project.profile(), cues);
        }

        @Override
        public Edit inverse(Project before) {
            present(before);
            return new ChangeCue(index, before.cues().get(index));
        }

        private void present(Project project) {
            if (index < 0 || index >= project.cues().size()) {
                throw new IllegalArgumentException("no caption " + index);
            }
        }
    }

    /// Chooses the cover, or none.
    ///
    /// @param timeMs its frame's time in the source
    record ChooseCover(Optional<Long> timeMs) implements Edit {
        @Override
        public Project apply(Project project) {
            return project.withCover(timeMs);
        }

        @Override
        public Edit inverse(Project before) {
            return new ChooseCover(before.coverMs());
        }
    }

    /// Calls it something else.
    record SetTitle(String title) implements Edit {
        @Override
        public Project apply(Project project) {
            return project.withTitle(title);
        }

        @Override
        public Edit inverse(Project before) {
            return new SetTitle(before.title());
        }
    }

    /// Sets the whole timeline: the first one, or one that was read from a file.
    record SetTimeline(Optional<Timeline> timeline) implements Edit {
        @Override
        public Project apply(Project project) {
            return project.withTimeline(timeline);
        }

        @Override
        public Edit inverse(Project before) {
            return new SetTimeline(before.timeline());
        }
    }

    /// Sets how the project is laid out in one aspect, or leaves it to the usual.
    ///
    /// @param aspect `16:9`, `9:16`, `1:1`, `4:5`
    record SetFraming(String aspect, Optional<Framing> framing) implements Edit {
        @Override
        public Project apply(Project project) {
            return project.withFraming(aspect, framing);
        }

        @Override
        public Edit inverse(Project before) {
            return new SetFraming(aspect, Optional.ofNullable(before.framings().get(aspect)));
        }
    }

    /// Several changes that are one to the person who made them.
    ///
    /// @param label what it is called in the list of changes: a key of the texts (`cut-words`, `remove-fillers`)
    /// @param edits in order, each fitting the state the one before it leaves
    record Compound(String label, List<Edit> edits) implements Edit {
        public Compound {
            edits = List.copyOf(edits);
        }

        @Override
        public Project apply(Project project) {
            Project now = project;
            for (Edit edit : edits) {
                now = edit.apply(now);
            }
            return now;
        }

        @Override
        public Edit inverse(Project before) {
            var backwards = new ArrayDeque<Edit>();
            Project now = before;
            for (Edit edit : edits) {
                backwards.addFirst(edit.inverse(now));
                now = edit.apply(now);
            }
            return new Compound(label, List.copyOf(backwards));
        }
    }

    /// Takes a whole earlier state back.
    record Restore(Project state) implements Edit {
        @Override
        public Project apply(Project project) {
            if (!state.id().equals(project.id())) {
                throw new IllegalArgumentException("a state of another project");
            }
            return state;
        }

        @Override
        public Edit inverse(Project before) {
            return new Restore(before);
        }
    }

    /// Chooses the stretch for targets that want less than the whole, or none.
    record SetMoment(Optional<Span> moment) implements Edit {
        @Override
        public Project apply(Project project) {
            return project.withMoment(moment);
        }

        @Override
        public Edit inverse(Project before) {
            return new SetMoment(before.moment());
        }
    }
}

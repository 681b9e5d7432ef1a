package studio.fanz.core.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.project.Keep;
import studio.fanz.core.project.Project;
import studio.fanz.core.project.ProjectCue;
import studio.fanz.core.time.Span;

/// One change of a project: pure, and with an exact inverse. Names of the kinds are written to the journal and
/// never change their meaning; a new shape gets a new version (`EditJson`).
public sealed interface Edit {

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

    /// Says what stays of the source.
    ///
    /// @param keeps in order; empty = all of it
    record SetKeeps(List<Keep> keeps) implements Edit {
        public SetKeeps {
            keeps = List.copyOf(keeps);
        }

        @Override
        public Project apply(Project project) {
            return project.withKeeps(keeps);
        }

        @Override
        public Edit inverse(Project before) {
            return new SetKeeps(before.keeps());
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

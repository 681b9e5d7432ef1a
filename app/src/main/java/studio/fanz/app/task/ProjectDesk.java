package studio.fanz.app.task;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.JournalLine;
import studio.fanz.core.store.Library;
import studio.fanz.core.store.OpenedProject;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;
import studio.fanz.core.store.pack.ProjectExport;
import studio.fanz.core.store.pack.ProjectImport;
import studio.fanz.core.time.IdSource;

/// Projects as things of their own: their states, and the files they travel in. Blocks; any thread.
///
/// @param library where they are kept
/// @param show    finds recordings by what a person types
/// @param ids     of what is new
/// @param clock   tells when
public record ProjectDesk(Library library, ShowAsset show, IdSource ids, InstantSource clock) {

    /// A project's states.
    ///
    /// @param project which one
    /// @param title   what it is called now
    /// @param notice  code of what has to be said about its journal, if anything
    /// @param lines   what was done, oldest first; the state after each can be looked at
    public record States(Project.Id project, String title, Optional<String> notice, List<JournalLine> lines) {
        public States {
            lines = List.copyOf(lines);
        }
    }

    /// One state.
    ///
    /// @param seq   number of the line that led to it, 0 for the first
    /// @param made  when that line was written (UTC)
    /// @param state the project as it was
    public record State(long seq, Optional<Instant> made, Project state) {}

    /// The project meant by its id, or by the id, the beginning of it, or the file of its recording.
    ///
    /// @throws StoreException NOT_IN_LIBRARY, also when several recordings could be meant
    public Project.Id meant(String typed) throws StoreException {
        List<Asset.Id> recordings = show.meant(typed);
        if (recordings.size() == 1) {
            Optional<Project.Id> project = library.projects().existing(recordings.getFirst());
            return project.orElseThrow(() -> new StoreException(Code.NOT_IN_LIBRARY, typed, ""));
        }
        try {
            var id = new Project.Id(UUID.fromString(typed));
            library.projects().latest(id);
            return id;
        } catch (IllegalArgumentException noId) {
            throw new StoreException(Code.NOT_IN_LIBRARY, typed, "", noId);
        }
    }

    /// All states, and what is wrong with the journal.
    public States states(Project.Id id) throws StoreException {
        OpenedProject opened = library.projects().open(id);
        return new States(
                id,
                opened.history().project().title(),
                opened.notice().map(notice -> notice.code().id()),
                library.projects().lines(id));
    }

    /// One of them.
    ///
    /// @throws StoreException NO_SUCH_STATE
    public State state(Project.Id id, long seq) throws StoreException {
        Project state = library.projects().at(id, seq);
        Optional<Instant> made = library.projects().lines(id).stream()
                .filter(line -> line.seq() == seq)
                .map(JournalLine::made)
                .findFirst();
        return new State(seq, made, state);
    }

    /// Takes an earlier state back as one more line, which can be undone itself.
    ///
    /// @return the state that is now the latest
    /// @throws StoreException NO_SUCH_STATE, PROJECT_NEWER, CHANGED_ELSEWHERE
    public State restore(Project.Id id, long seq) throws StoreException {
        Project earlier = library.projects().at(id, seq);
        OpenedProject opened = library.projects().open(id);
        if (!opened.writable()) {
            throw opened.notice().orElseGet(() -> new StoreException(Code.PROJECT_NEWER, id.toString(), ""));
        }
        History history = opened.history();
        JournalEntry line = history.edit(new Edit.Restore(earlier), clock.instant());
        History after = history.after(line);
        library.projects().append(line, after);
        return new State(after.seq(), Optional.of(line.made()), after.project());
    }

    /// Writes it as one file.
    public ProjectExport.Exported export(Project.Id id, Path target, boolean pack, JobContext job)
            throws StoreException {
        return new ProjectExport(library, clock).write(id, target, pack, job);
    }

    /// Takes one in.
    ///
    /// @param media  a folder to look for its recordings in
    /// @param unpack folder for recordings that are packed in it
    public ProjectImport.Arrived read(Path file, Optional<Path> media, Path unpack, JobContext job)
            throws StoreException {
        return new ProjectImport(library, ids).read(file, media, unpack, job);
    }
}

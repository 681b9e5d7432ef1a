package studio.fanz.core.store.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.EditJson;
import studio.fanz.core.json.Json;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.Arrival;
import studio.fanz.core.store.Hashing;
import studio.fanz.core.store.Library;
import studio.fanz.core.store.Placement;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;
import studio.fanz.core.store.pack.ProjectHead.Recording;
import studio.fanz.core.time.IdSource;

/// Takes a project file into the library. Its recordings are found by their content: in the library, packed in the
/// file, in a folder named, or beside the file; one that is not found can be linked later. Nothing in the library
/// is written over: the same project goes on where it stands, one that went another way becomes a second one.
/// Blocks; any thread.
///
/// @param library where it goes
/// @param ids     of what is new
public record ProjectImport(Library library, IdSource ids) {

    private static final int DEPTH = 4;
    private static final int MOST_FILES = 20_000;

    /// What came of it.
    ///
    /// @param status     what happened to the project
    /// @param project    which one it is here
    /// @param lines      how many lines its journal has
    /// @param recordings what it is made of
    public record Arrived(Status status, Project.Id project, long lines, List<Found> recordings) {
        public Arrived {
            recordings = List.copyOf(recordings);
        }
    }

    /// What happened to the project.
    public enum Status {
        /// It is new here.
        ADDED,
        /// It was here already and has gone on since.
        CONTINUED,
        /// Everything in it was here already.
        KNOWN,
        /// It was here already, but went another way: both are kept.
        COPIED
    }

    /// A recording of the project.
    ///
    /// @param id    in this library
    /// @param name  what it is called
    /// @param where where its file was found
    public record Found(Asset.Id id, String name, Where where) {}

    /// Where a recording's file was found.
    public enum Where {
        /// In the library.
        LIBRARY,
        /// Packed in the project file.
        UNPACKED,
        /// In the folder named, or beside the project file.
        FOLDER,
        /// Nowhere: it has to be linked.
        MISSING
    }

    /// @param media  a folder to look for recordings in
    /// @param unpack folder for packed recordings
    /// @throws StoreException PROJECT_FILE_UNUSABLE, PROJECT_NEWER; then nothing was written
    public Arrived read(Path file, Optional<Path> media, Path unpack, JobContext job) throws StoreException {
        try (PackedFile packed = PackedFile.open(file)) {
            ProjectHead head = packed.head();
            Map<String, String> exchange = new HashMap<>();
            for (Recording recording : head.recordings()) {
                library.assets()
                        .withHash(recording.hash())
                        .filter(known -> !known.id().equals(recording.id()))
                        .ifPresent(known -> exchange.put(
                                recording.id().toString(), known.id().toString()));
            }
            // The whole journal is read and replayed before anything is written.
            Draft draft = draft(packed, head, exchange, file, job);
            var words = new ArrayList<Optional<Transcript>>();
            for (Recording recording : head.recordings()) {
                words.add(packed.words(recording));
            }
            var found = new ArrayList<Found>();
            for (int i = 0; i < head.recordings().size(); i++) {
                Recording recording = head.recordings().get(i);
                Found one = recording(packed, recording, folders(media, file), unpack, job);
                found.add(one);
                if (words.get(i).isPresent()
                        && library.assets().transcript(one.id()).isEmpty()) {
                    library.assets().transcribed(one.id(), words.get(i).get());
                }
            }
            return put(packed, head, exchange, draft, found, job);
        }
    }

    private record Draft(Project first, List<JournalEntry> lines) {}

    private static Draft draft(
            PackedFile packed, ProjectHead head, Map<String, String> exchange, Path file, JobContext job)
            throws StoreException {
        List<JournalEntry> lines = packed.lines(head.lines(), exchange, job);
        try {
            Project first =
                    EditJson.readProject(Json.parse(PackedLines.exchanged(Json.compact(head.first()), exchange)));
            History.replay(first, lines);
            boolean ours = head.recordings().stream()
                    .map(recording -> exchange.getOrDefault(
                            recording.id().toString(), recording.id().toString()))
                    .anyMatch(first.asset().toString()::equals);
            if (!ours || !first.id().equals(head.id())) {
                throw new IllegalArgumentException("it speaks of another project or recording");
            }
            return new Draft(first, lines);
        } catch (IllegalArgumentException e) {
            throw new StoreException(
                    Code.PROJECT_FILE_UNUSABLE, String.valueOf(file.getFileName()), String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Path> folders(Optional<Path> media, Path file) {
        var folders = new ArrayList<Path>();
        media.ifPresent(folders::add);
        Path beside = file.toAbsolutePath().getParent();
        if (beside != null) {
            folders.add(beside);
        }
        return folders;
    }

    private Found recording(PackedFile packed, Recording recording, List<Path> folders, Path unpack, JobContext job)
            throws StoreException {
        Optional<Asset> known = library.assets().withHash(recording.hash());
        if (known.isPresent() && Files.isRegularFile(known.get().path())) {
            return new Found(known.get().id(), known.get().name(), Where.LIBRARY);
        }
        Where where = Where.MISSING;
        Path place = unpack.resolve(safe(recording));
        if (recording.media().isPresent()) {
            packed.unpack(recording, recording.media().get(), place, job);
            where = Where.UNPACKED;
        } else {
            Optional<Path> there = look(recording, folders, job);
            if (there.isPresent()) {
                place = there.get();
                where = Where.FOLDER;
            }
        }
        Asset.Id id = known.map(Asset::id).orElse(recording.id());
        if (known.isEmpty()) {
            library.assets().add(List.of(new Arrival(asset(recording, place), modifiedMs(place), Set.of())));
        }
        if (where == Where.MISSING) {
            library.assets().missing(id);
        } else {
            library.assets()
                    .place(new Placement(
                            id, place.toAbsolutePath(), recording.facts().sizeBytes(), modifiedMs(place)));
        }
        return new Found(id, recording.name(), where);
    }

    private static Asset asset(Recording recording, Path place) {
        return new Asset(
                recording.id(),
                recording.hash(),
                place.toAbsolutePath(),
                recording.name(),
                recording.facts(),
                recording.importedAt());
    }

    /// A name of ours: what the file says may hold anything.
    private static String safe(Recording recording) {
        String name =
                recording.fileName().replaceAll("[^\\p{L}\\p{N} ._-]", "_").strip();
        name = name.length() > 100 ? name.substring(name.length() - 100) : name;
        return recording.hash().hex().substring(0, 12) + "-" + name;
    }

    /// A file of the same size and content; those of the same name are tried first.
    private static Optional<Path> look(Recording recording, List<Path> folders, JobContext job) {
        for (Path folder : folders) {
            try (Stream<Path> files = Files.find(
                    folder,
                    DEPTH,
                    (_, about) -> about.isRegularFile()
                            && about.size() == recording.facts().sizeBytes())) {
                Optional<Path> same = files.limit(MOST_FILES)
                        .sorted((a, b) -> Boolean.compare(named(b, recording), named(a, recording)))
                        .filter(path -> is(path, recording, job))
                        .findFirst();
                if (same.isPresent()) {
                    return same;
                }
            } catch (IOException | java.io.UncheckedIOException notReadable) {
                // A folder that cannot be looked through does not hold it.
            }
        }
        return Optional.empty();
    }

    private static boolean named(Path path, Recording recording) {
        return String.valueOf(path.getFileName()).equals(recording.fileName());
    }

    private static boolean is(Path path, Recording recording, JobContext job) {
        try {
            return Hashing.of(path, _ -> job.checkpoint()).equals(recording.hash());
        } catch (IOException notReadable) {
            return false;
        }
    }

    private static long modifiedMs(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            return 0;
        }
    }

    private Arrived put(
            PackedFile packed,
            ProjectHead head,
            Map<String, String> exchange,
            Draft draft,
            List<Found> found,
            JobContext job)
            throws StoreException {
        Optional<List<JournalEntry>> here = here(head.id());
        if (here.isEmpty()) {
            library.projects().adopt(draft.first(), draft.lines());
            return new Arrived(Status.ADDED, head.id(), draft.lines().size(), found);
        }
        List<JournalEntry> known = here.get();
        int common = Math.min(known.size(), draft.lines().size());
        boolean sameWay = known.subList(0, common).equals(draft.lines().subList(0, common))
                && library.projects().at(head.id(), 0).equals(draft.first());
        if (sameWay) {
            History history = library.projects().open(head.id()).history();
            for (JournalEntry line : draft.lines().subList(common, draft.lines().size())) {
                history = history.after(line);
                library.projects().append(line, history);
            }
            Status status = draft.lines().size() > known.size() ? Status.CONTINUED : Status.KNOWN;
            return new Arrived(
                    status, head.id(), Math.max(known.size(), draft.lines().size()), found);
        }
        var fresh = new Project.Id(ids.next());
        exchange.put(head.id().toString(), fresh.toString());
        ObjectNode first = head.first();
        Project other = EditJson.readProject(Json.parse(PackedLines.exchanged(Json.compact(first), exchange)));
        library.projects().adopt(other, packed.lines(head.lines(), exchange, job));
        return new Arrived(Status.COPIED, fresh, draft.lines().size(), found);
    }

    /// The lines of a project this library has.
    private Optional<List<JournalEntry>> here(Project.Id id) throws StoreException {
        try {
            library.projects().latest(id);
            return Optional.of(library.projects().journal(id));
        } catch (StoreException e) {
            if (e.code() == Code.NOT_IN_LIBRARY) {
                return Optional.empty();
            }
            throw e;
        }
    }
}

package studio.fanz.app.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.fanz.app.task.Imported.Item;
import studio.fanz.app.task.Imported.Status;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.Arrival;
import studio.fanz.core.store.AssetStore;
import studio.fanz.core.store.Hashing;
import studio.fanz.core.store.Placement;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.time.IdSource;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.probe.Prober;

/// Brings recordings into the library: looked at in a child process, known by their content, shown by poster,
/// filmstrip and waveform. One file is open at a time; the files are only read. Cancelled, what came in so far
/// stays. Blocks; one thread.
public final class ImportFiles {

    private final AssetStore library;
    private final Prober prober;
    private final Previews previews;
    private final IdSource ids;
    private final InstantSource clock;

    public ImportFiles(AssetStore library, Prober prober, Previews previews, IdSource ids, InstantSource clock) {
        this.library = library;
        this.prober = prober;
        this.previews = previews;
        this.ids = ids;
        this.clock = clock;
    }

    /// A file as it was when it was met.
    private record Seen(Path path, long size, long modifiedMs) {}

    /// Imports files and whole folders. A file that cannot be used does not stop the others.
    ///
    /// @throws StudioException when the library or the cache cannot be written, which would befall every file
    public Imported run(List<Path> named, JobContext job) throws StudioException {
        return new Imported(previewed(known(named, job), job));
    }

    /// As [#run], without previews: for somebody who opens the recording at once and sees them come there.
    public Imported runWithoutPreviews(List<Path> named, JobContext job) throws StudioException {
        return new Imported(known(named, job));
    }

    private List<Item> known(List<Path> named, JobContext job) throws StudioException {
        List<Path> files = FoundFiles.below(named, job);
        var items = new ArrayList<Item>();
        for (int i = 0; i < files.size(); i++) {
            job.report(new Progress("import", i, files.size(), Progress.Unit.FILES));
            job.checkpoint();
            items.add(one(files.get(i), job));
        }
        job.report(new Progress("import", files.size(), files.size(), Progress.Unit.FILES));
        return items;
    }

    private Item one(Path file, JobContext job) throws StoreException {
        try {
            Seen seen = look(file);
            Optional<Asset> unchanged = unchanged(seen);
            return unchanged.isPresent()
                    ? new Item(file, Status.KNOWN, unchanged, Optional.empty())
                    : identify(seen, job);
        } catch (MediaException e) {
            return new Item(file, Status.REFUSED, Optional.empty(), Optional.of(e));
        }
    }

    /// A file of the same place, size and time of change need not be read again.
    private Optional<Asset> unchanged(Seen seen) throws StoreException {
        Optional<Placement> placement = library.at(seen.path)
                .filter(known -> known.size() == seen.size && known.modifiedMs() == seen.modifiedMs);
        return placement.isEmpty()
                ? Optional.empty()
                : library.find(placement.get().asset());
    }

    private Item identify(Seen seen, JobContext job) throws MediaException, StoreException {
        MediaFacts facts = prober.probe(seen.path, job);
        ContentHash hash = hash(seen, job);
        Optional<Asset> known = library.withHash(hash);
        if (known.isPresent()) {
            return met(known.get(), seen);
        }
        Optional<Placement> other = library.at(seen.path);
        if (other.isPresent()) {
            // Something else lies where that recording was.
            library.missing(other.get().asset());
        }
        var asset = new Asset(
                new Asset.Id(ids.next()),
                hash,
                seen.path,
                seen.path.getFileName().toString(),
                facts,
                clock.instant());
        library.add(List.of(new Arrival(asset, seen.modifiedMs, Set.of())));
        return new Item(seen.path, Status.ADDED, library.withHash(hash), Optional.empty());
    }

    private Item met(Asset known, Seen seen) throws StoreException {
        boolean samePlace = known.path().equals(seen.path);
        if (!samePlace && Files.exists(known.path())) {
            return new Item(seen.path, Status.KNOWN, Optional.of(known), Optional.empty());
        }
        library.place(new Placement(known.id(), seen.path, seen.size, seen.modifiedMs));
        return new Item(seen.path, samePlace ? Status.KNOWN : Status.MOVED, library.find(known.id()), Optional.empty());
    }

    private static ContentHash hash(Seen seen, JobContext job) throws MediaException {
        try {
            ContentHash hash = Hashing.of(seen.path, _ -> job.checkpoint());
            if (!look(seen.path).equals(seen)) {
                throw problem(Code.FILE_CHANGED, seen.path, "", Optional.empty());
            }
            return hash;
        } catch (IOException e) {
            throw problem(Code.FILE_UNREADABLE, seen.path, String.valueOf(e.getMessage()), Optional.of(e));
        }
    }

    private static Seen look(Path file) throws MediaException {
        try {
            return new Seen(
                    file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
        } catch (NoSuchFileException e) {
            throw problem(Code.FILE_MISSING, file, "", Optional.of(e));
        } catch (IOException e) {
            throw problem(Code.FILE_UNREADABLE, file, String.valueOf(e.getMessage()), Optional.of(e));
        }
    }

    private static MediaException problem(Code code, Path file, String detail, Optional<IOException> cause) {
        return new MediaException(code, file.getFileName().toString(), detail, cause.orElse(null));
    }

    /// Previews come after all are in: a folder shows in the library at once, and fills with pictures.
    private List<Item> previewed(List<Item> items, JobContext job) throws StudioException {
        Map<Asset.Id, MediaException> failed = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            job.report(new Progress("preview", i, items.size(), Progress.Unit.FILES));
            job.checkpoint();
            Optional<Asset> asset = items.get(i).asset();
            if (asset.isPresent()) {
                try {
                    previews.make(asset.get(), job);
                } catch (MediaException e) {
                    // It is in the library all the same: part of it may be damaged, and other verbs say where.
                    failed.put(asset.get().id(), e);
                }
            }
        }
        job.report(new Progress("preview", items.size(), items.size(), Progress.Unit.FILES));
        return items.stream().map(item -> withProblem(item, failed)).toList();
    }

    private static Item withProblem(Item item, Map<Asset.Id, MediaException> failed) {
        Optional<StudioException> problem = item.asset().map(Asset::id).map(failed::get);
        return problem.isEmpty() ? item : new Item(item.file(), item.status(), item.asset(), problem);
    }
}

package studio.fanz.app.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.AssetStore;
import studio.fanz.core.store.Hashing;
import studio.fanz.core.store.Placement;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;
import studio.fanz.media.probe.Prober;

/// Tells the library where a recording's file lies now: by its content, by its name in a folder, or by hand. Blocks;
/// one thread.
///
/// @param assets where recordings are known
/// @param prober looks at a file that takes another's place
public record RelinkAsset(AssetStore assets, Prober prober) {

    /// What came of it.
    ///
    /// @param id      of the recording
    /// @param name    what it is called
    /// @param file    where it lies now
    /// @param status  how it was found
    /// @param changes what is different about a file that takes the old one's place
    public record Relinked(Asset.Id id, String name, Path file, Status status, List<String> changes) {
        public Relinked {
            changes = List.copyOf(changes);
        }
    }

    /// How a file was found.
    public enum Status {
        /// It is the same recording.
        SAME,
        /// It is another one, and takes its place.
        REPLACED
    }

    /// @param where   a file, or a folder to look through
    /// @param replace whether another file may take the recording's place
    /// @throws StudioException OTHER_BYTES, NOT_FOUND_THERE, ALREADY_IN_LIBRARY; or the file cannot be read
    public Relinked run(Asset.Id id, Path where, boolean replace, JobContext job) throws StudioException {
        Asset asset = assets.find(id).orElseThrow(() -> new StoreException(Code.NOT_IN_LIBRARY, id.toString(), ""));
        Path whole = where.toAbsolutePath().normalize();
        List<Path> files = FoundFiles.below(List.of(whole), job);
        for (Path file : byLikelihood(files, asset)) {
            if (size(file) == asset.facts().sizeBytes() && hash(file, job).equals(asset.hash())) {
                assets.place(new Placement(id, file, size(file), modifiedMs(file)));
                return new Relinked(id, asset.name(), file, Status.SAME, List.of());
            }
        }
        Path other = other(files, asset, whole);
        if (!replace) {
            throw new StoreException(Code.OTHER_BYTES, other.toString(), asset.name());
        }
        return replaced(asset, other, job);
    }

    /// Files called like it first: reading a folder of recordings takes long.
    private static List<Path> byLikelihood(List<Path> files, Asset asset) {
        var sorted = new ArrayList<>(files);
        sorted.sort((a, b) -> Boolean.compare(named(b, asset), named(a, asset)));
        return sorted;
    }

    private static boolean named(Path file, Asset asset) {
        return String.valueOf(file.getFileName())
                .equalsIgnoreCase(String.valueOf(asset.path().getFileName()));
    }

    private static Path other(List<Path> files, Asset asset, Path where) throws StoreException {
        if (!Files.isDirectory(where)) {
            return where;
        }
        List<Path> same = files.stream().filter(file -> named(file, asset)).toList();
        if (same.size() != 1) {
            throw new StoreException(Code.NOT_FOUND_THERE, where.toString(), asset.name());
        }
        return same.getFirst();
    }

    private Relinked replaced(Asset asset, Path file, JobContext job) throws StudioException {
        MediaFacts facts = prober.probe(file, job);
        ContentHash hash = hash(file, job);
        Optional<Asset> taken =
                assets.withHash(hash).filter(known -> !known.id().equals(asset.id()));
        if (taken.isPresent()) {
            throw new StoreException(
                    Code.ALREADY_IN_LIBRARY, file.toString(), taken.get().name());
        }
        var now = new Asset(asset.id(), hash, file, asset.name(), facts, asset.importedAt());
        assets.replace(now, modifiedMs(file));
        return new Relinked(asset.id(), asset.name(), file, Status.REPLACED, changes(asset.facts(), facts));
    }

    private static List<String> changes(MediaFacts before, MediaFacts now) {
        var changes = new ArrayList<String>();
        changes.add("content");
        note(changes, "length", seconds(before), seconds(now));
        note(changes, "picture", picture(before), picture(now));
        note(changes, "sound tracks", before.audio().size(), now.audio().size());
        note(changes, "container", before.container(), now.container());
        return changes;
    }

    private static void note(List<String> changes, String what, Object before, Object now) {
        if (!before.equals(now)) {
            changes.add(what + " " + before + " -> " + now);
        }
    }

    private static String seconds(MediaFacts facts) {
        return String.format(Locale.ROOT, "%.3f s", facts.durationMs() / 1000.0);
    }

    private static String picture(MediaFacts facts) {
        Optional<VideoFacts> video = facts.video();
        return video.map(v -> v.codec() + " " + v.displayWidth() + "x" + v.displayHeight())
                .orElse("none");
    }

    private static ContentHash hash(Path file, JobContext job) throws StoreException {
        try {
            return Hashing.of(file, _ -> job.checkpoint());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static long size(Path file) throws StoreException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static long modifiedMs(Path file) throws StoreException {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static StoreException unreadable(Path file, IOException e) {
        String why = e instanceof NoSuchFileException ? "no such file" : String.valueOf(e.getMessage());
        return new StoreException(Code.READ_FAILED, file.toString(), why, e);
    }
}

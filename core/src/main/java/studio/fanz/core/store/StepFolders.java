package studio.fanz.core.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Steps as folders: `ab/abcd…/result.json` with the step's files beside it, made under `drafts/` and renamed.
/// A folder's time of change is when it was last used.
public final class StepFolders implements StepStore {

    private final Path root;
    private final Path drafts;
    private final Set<Path> handedOut = ConcurrentHashMap.newKeySet();

    /// @param root `HOME/cache/steps`; made when needed
    public StepFolders(Path root) {
        this.root = root.toAbsolutePath();
        this.drafts = this.root.resolve("drafts");
    }

    @Override
    public Optional<Entry> find(StepKey key) {
        Path folder = place(key);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try {
            StepRecord found = StepRecord.read(folder);
            if (!found.holds(key, folder)) {
                return Optional.empty();
            }
            use(folder);
            return Optional.of(new Entry(folder, found.result()));
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public Draft begin(StepKey key) throws StoreException {
        Path folder = drafts.resolve(Owner.freshName());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw StoreException.writing(folder, e);
        }
        return new FolderDraft(key, folder);
    }

    @Override
    public long sweep(long maxBytes) {
        DraftFile.sweep(drafts);
        var entries = new ArrayList<>(entries());
        entries.sort(Comparator.comparing(StepFolders::lastUsed));
        long held = entries.stream().mapToLong(Disk::size).sum();
        long freed = 0;
        for (Path entry : entries) {
            if (held - freed > maxBytes && !handedOut.contains(entry)) {
                long size = Disk.size(entry);
                if (remove(entry)) {
                    freed += size;
                }
            }
        }
        return freed;
    }

    @Override
    public Path place(StepKey key) {
        return shelf(key).resolve(key.hash().hex());
    }

    /// No folder with tens of thousands of names.
    private Path shelf(StepKey key) {
        return root.resolve(key.hash().hex().substring(0, 2));
    }

    private void use(Path folder) throws IOException {
        if (handedOut.add(folder)) {
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
        }
    }

    /// Renamed away first, so that no entry ever stands there half deleted.
    private boolean remove(Path entry) {
        try {
            Path away = Files.createDirectories(drafts).resolve(Owner.freshName());
            Files.move(entry, away);
            Disk.delete(away);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private List<Path> entries() {
        try (Stream<Path> found = Files.find(root, 2, (path, attributes) -> attributes.isDirectory())) {
            return found.filter(p -> p.getFileName().toString().length() == 64).toList();
        } catch (IOException notThere) {
            return List.of();
        }
    }

    private static FileTime lastUsed(Path entry) {
        try {
            return Files.getLastModifiedTime(entry);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private final class FolderDraft implements Draft {

        private final StepKey key;
        private final Path folder;

        FolderDraft(StepKey key, Path folder) {
            this.key = key;
            this.folder = folder;
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public Entry publish(ObjectNode result) throws StoreException {
            Path place = place(key);
            try {
                StepRecord record = StepRecord.seal(key, folder, result);
                Files.writeString(folder.resolve(StepRecord.FILE), record.text());
                syncAll();
                Files.createDirectories(shelf(key));
                return putInPlace(place, result);
            } catch (IOException e) {
                throw StoreException.writing(place, e);
            }
        }

        private Entry putInPlace(Path place, ObjectNode result) throws IOException {
            Optional<Entry> quicker = find(key);
            if (quicker.isPresent()) {
                return quicker.get();
            }
            remove(place);
            try {
                Files.move(folder, place);
            } catch (IOException e) {
                // Another process may have put its own there between the two.
                return find(key).orElseThrow(() -> e);
            }
            DraftFile.syncFolder(shelf(key));
            handedOut.add(place);
            return new Entry(place, result);
        }

        private void syncAll() throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    DraftFile.sync(file);
                }
            }
            DraftFile.syncFolder(folder);
        }

        @Override
        public void close() {
            Disk.delete(folder);
        }
    }
}

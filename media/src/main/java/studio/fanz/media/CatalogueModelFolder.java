package studio.fanz.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/// Model weights in a folder with a catalogue. A file is hashed when it is first asked for (SHA-256 runs at more than
/// a gigabyte a second) and trusted for the rest of the run. Safe for use by any thread.
public final class CatalogueModelFolder implements ModelFolder {

    private static final int BLOCK = 1 << 16;

    private final Path folder;
    private final ModelCatalogue catalogue;
    private final Set<String> checked = new HashSet<>();

    private CatalogueModelFolder(Path folder, ModelCatalogue catalogue) {
        this.folder = folder;
        this.catalogue = catalogue;
    }

    /// Reads the catalogue; weights are looked at when asked for.
    ///
    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT when the catalogue cannot be read
    public static CatalogueModelFolder open(Path folder) throws MediaException {
        return new CatalogueModelFolder(folder, ModelCatalogue.read(folder));
    }

    /// What the folder should hold.
    public ModelCatalogue catalogue() {
        return catalogue;
    }

    @Override
    public ModelCatalogue.Entry entry(String name) throws MediaException {
        return catalogue
                .find(name)
                .orElseThrow(() -> new MediaException(MediaException.Code.MODEL_MISSING, name, "not in the catalogue"));
    }

    @Override
    public synchronized Path file(String name) throws MediaException {
        ModelCatalogue.Entry entry = entry(name);
        Path file = folder.resolve(name);
        if (checked.contains(name)) {
            return file;
        }
        if (!Files.isRegularFile(file)) {
            throw new MediaException(MediaException.Code.MODEL_MISSING, name, folder.toString());
        }
        check(entry, file);
        checked.add(name);
        return file;
    }

    private static void check(ModelCatalogue.Entry entry, Path file) throws MediaException {
        try {
            if (Files.size(file) != entry.bytes() || !sha256(file).equals(entry.sha256())) {
                throw new MediaException(MediaException.Code.MODEL_CORRUPT, entry.file(), "SHA-256");
            }
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Code.MODEL_CORRUPT, entry.file(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

package studio.fanz.media.prep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Cover;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.format.CaptionFormat;
import studio.fanz.core.json.Documents;
import studio.fanz.core.json.Json;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.StoreException;

/// What `prep` leaves for a creator: `OUT/<name>/`, a projection of the remembered steps. Every file appears
/// whole or not at all.
///
/// @param path  the folder of this recording, absolute
/// @param owner SHA-256 of the recording it belongs to, empty when nobody else can write there
public record OutputFolder(Path path, String owner) {

    /// Says whose folder it is, from the first file on.
    private static final String OWNER = ".recording";

    /// Below this a file is copied, so that a picture edited in place never changes what is remembered; above
    /// it a second copy of a video would cost the disk more than that risk.
    private static final long LINK_FROM_BYTES = 32L << 20;

    /// A folder that only one recording ever uses.
    public OutputFolder(Path path) {
        this(path, "");
    }

    /// The folder for a source below `out`. A folder of that name that belongs to another recording is left
    /// alone: this one gets a number.
    public static OutputFolder of(Path out, Source source) {
        Path base = out.toAbsolutePath().normalize();
        for (int n = 1; ; n++) {
            String name = n == 1 ? source.name() : source.name() + " (" + n + ")";
            Path folder = base.resolve(name);
            if (ownerOf(folder).map(source.hash().hex()::equals).orElse(true)) {
                return new OutputFolder(folder, source.hash().hex());
            }
        }
    }

    private static Optional<String> ownerOf(Path folder) {
        try {
            return Optional.of(Files.readString(folder.resolve(OWNER)).strip());
        } catch (IOException unowned) {
            return Optional.empty();
        }
    }

    private void claim() throws StoreException {
        if (!owner.isEmpty() && ownerOf(path).isEmpty()) {
            DraftFile.write(path.resolve(OWNER), owner + "\n");
        }
    }

    /// Writes a document under its name (`review` becomes `review.json`) unless it stands there already.
    ///
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED
    ///
    /// @return its name
    public String document(String name, ObjectNode document) throws StoreException {
        return text(name + ".json", Json.pretty(document));
    }

    /// Writes a page of text under its name (`paper.md`) unless it stands there already.
    ///
    /// @return where it lies
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED
    public Path page(String name, String page) throws StoreException {
        return path.resolve(text(name, page));
    }

    /// A document that was written here, empty when it is not there or damaged.
    public Optional<JsonNode> read(String name) {
        try {
            return Optional.of(Json.parse(Files.readString(path.resolve(name + ".json"))));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /// Writes the report of a rendition beside it (`renditions/youtube-shorts.json`).
    ///
    /// @return its name
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED
    public String report(Rendition made) throws StoreException {
        String name = made.file().substring(0, made.file().lastIndexOf('.'));
        return document(name, Documents.of("rendition", 1, made));
    }

    /// Writes captions in the formats asked: `srt`, `vtt`, `ass`, `ttml`, `json`.
    ///
    /// @return their names
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED
    public List<String> captions(Captions captions, List<String> formats) throws StoreException {
        var files = new ArrayList<String>();
        for (String format : formats) {
            String text = format.equals("json")
                    ? Json.pretty(Documents.of("captions", 1, captions))
                    : CaptionFormat.named(format).orElseThrow().write(captions);
            files.add(text("captions." + format, text));
        }
        return files;
    }

    /// Puts the chosen covers in place, with `thumbnails.json`; removes numbered ones of an earlier choice.
    ///
    /// @param made where the step left its pictures
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED
    public void covers(Cover.Choice choice, Path made) throws StoreException {
        for (Cover cover : choice.chosen()) {
            copy(made.resolve(Path.of(cover.file()).getFileName()), cover.file());
        }
        for (int n = choice.chosen().size() + 1; n <= 3; n++) {
            delete(path.resolve("thumbnails").resolve(n + ".jpg"));
        }
        document("thumbnails", Documents.of("thumbnails", 1, choice));
    }

    /// Puts a made file in place: a hard link where the disk allows it, else a copy. Never replaces the same file
    /// again.
    ///
    /// @param name below this folder
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED
    public Path copy(Path made, String name) throws StoreException {
        claim();
        Path target = path.resolve(name);
        if (same(made, target)) {
            return target;
        }
        try (DraftFile draft = DraftFile.beside(target)) {
            try {
                link(made, draft.file());
            } catch (IOException e) {
                throw StoreException.writing(target, e);
            }
            draft.publish();
        }
        return target;
    }

    private String text(String name, String text) throws StoreException {
        claim();
        Path target = path.resolve(name);
        if (!holds(target, text)) {
            DraftFile.write(target, text);
        }
        return name;
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file).equals(text);
        } catch (IOException notThere) {
            return false;
        }
    }

    private static boolean same(Path made, Path target) {
        try {
            return Files.isSameFile(made, target) || Files.mismatch(made, target) < 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static void link(Path made, Path draft) throws IOException {
        if (Files.size(made) >= LINK_FROM_BYTES) {
            try {
                Files.createLink(draft, made);
                return;
            } catch (UnsupportedOperationException | FileSystemException otherDisk) {
                // Copied below.
            }
        }
        Files.copy(made, draft);
    }

    private static void delete(Path file) throws StoreException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StoreException.writing(file, e);
        }
    }
}

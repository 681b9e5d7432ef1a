package studio.fanz.core.store.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.json.EditJson;
import studio.fanz.core.json.Json;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.Hashing;
import studio.fanz.core.store.Library;
import studio.fanz.core.store.OpenedProject;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;
import studio.fanz.core.store.pack.ProjectHead.Recording;

/// Writes a project as one zip file: whole or not at all, one line and one block of media in memory at a time
/// besides the journal. Blocks; any thread.
///
/// @param library where it is kept
/// @param clock   tells when
public record ProjectExport(Library library, InstantSource clock) {

    private static final int BLOCK = 256 * 1024;

    /// What was written.
    ///
    /// @param file    where
    /// @param project which one
    /// @param lines   how many lines of its journal
    /// @param whole   whether the whole journal could be read; otherwise the latest state went out, without it
    /// @param packed  names of the recordings whose bytes are inside
    /// @param outside names of the recordings that are only referred to
    public record Exported(
            Path file, Project.Id project, long lines, boolean whole, List<String> packed, List<String> outside) {
        public Exported {
            packed = List.copyOf(packed);
            outside = List.copyOf(outside);
        }
    }

    /// @param target what to write; replaced when it is there
    /// @param pack   whether the recordings' bytes go in
    /// @throws StoreException NOT_IN_LIBRARY, PROJECT_NEWER; OTHER_BYTES or READ_FAILED when a recording to pack
    ///                        changed or is gone; DISK_FULL, READ_ONLY, WRITE_FAILED
    public Exported write(Project.Id id, Path target, boolean pack, JobContext job) throws StoreException {
        OpenedProject opened = library.projects().open(id);
        if (!opened.writable()) {
            throw opened.notice().orElseGet(() -> new StoreException(Code.PROJECT_NEWER, id.toString(), ""));
        }
        boolean whole = true;
        Project first;
        List<JournalEntry> lines;
        try {
            lines = library.projects().journal(id);
            first = library.projects().at(id, 0);
        } catch (StoreException e) {
            if (e.code() != Code.JOURNAL_DAMAGED && e.code() != Code.NO_SUCH_STATE) {
                throw e;
            }
            whole = false;
            lines = List.of();
            first = opened.history().project();
        }
        List<Asset> assets = recordings(first, lines);
        List<Recording> recordings = new ArrayList<>();
        for (Asset asset : assets) {
            recordings.add(recording(asset, pack));
        }
        var head = new ProjectHead(
                id,
                opened.history().project().title(),
                clock.instant(),
                lines.size(),
                EditJson.write(first),
                recordings);
        writeZip(target, head, lines, assets, job);
        List<String> names = assets.stream().map(Asset::name).toList();
        return new Exported(target, id, lines.size(), whole, pack ? names : List.of(), pack ? List.of() : names);
    }

    /// The project's own recording first, then all whose id stands anywhere in what was done.
    private List<Asset> recordings(Project first, List<JournalEntry> lines) throws StoreException {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(first.asset().toString());
        collect(Json.compact(EditJson.write(first)), ids);
        for (JournalEntry line : lines) {
            collect(PackedLines.write(line), ids);
        }
        var found = new ArrayList<Asset>();
        for (String id : ids) {
            library.assets().find(new Asset.Id(UUID.fromString(id))).ifPresent(found::add);
        }
        return found;
    }

    private static void collect(String json, Set<String> ids) {
        PackedLines.ID.matcher(json).results().forEach(match -> ids.add(match.group(1)));
    }

    private Recording recording(Asset asset, boolean pack) throws StoreException {
        return new Recording(
                asset.id(),
                asset.hash(),
                asset.name(),
                String.valueOf(asset.path().getFileName()),
                asset.facts(),
                asset.importedAt(),
                library.assets().transcript(asset.id()).isPresent(),
                pack ? Optional.of("media/" + asset.hash()) : Optional.empty());
    }

    private void writeZip(Path target, ProjectHead head, List<JournalEntry> lines, List<Asset> assets, JobContext job)
            throws StoreException {
        try (DraftFile draft = DraftFile.beside(target)) {
            try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft.file()), BLOCK))) {
                text(zip, "project.json", Json.pretty(Documents.of(ProjectHead.NAME, ProjectHead.VERSION, head)));
                zip.putNextEntry(new ZipEntry("journal.jsonl"));
                for (JournalEntry line : lines) {
                    job.checkpoint();
                    zip.write((PackedLines.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
                for (Asset asset : assets) {
                    words(zip, asset);
                }
                zip.setLevel(Deflater.NO_COMPRESSION);
                for (int i = 0; i < assets.size(); i++) {
                    Optional<String> entry = head.recordings().get(i).media();
                    if (entry.isPresent()) {
                        media(zip, entry.get(), assets.get(i), job);
                    }
                }
            } catch (IOException e) {
                throw StoreException.writing(target, e);
            }
            draft.publish();
        }
    }

    private void words(ZipOutputStream zip, Asset asset) throws StoreException, IOException {
        Optional<Transcript> words = library.assets().transcript(asset.id());
        if (words.isPresent()) {
            text(zip, Recording.transcriptEntry(asset.id()), Json.pretty(Documents.of("transcript", 1, words.get())));
        }
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /// Read once to know it is what it should be, once to copy it.
    private static void media(ZipOutputStream zip, String entry, Asset asset, JobContext job)
            throws StoreException, IOException {
        try (InputStream in = open(asset, job)) {
            zip.putNextEntry(new ZipEntry(entry));
            copy(in, zip, job);
            zip.closeEntry();
        }
    }

    private static InputStream open(Asset asset, JobContext job) throws StoreException {
        try {
            if (!Hashing.of(asset.path(), _ -> job.checkpoint()).equals(asset.hash())) {
                throw new StoreException(Code.OTHER_BYTES, asset.path().toString(), asset.name());
            }
            return Files.newInputStream(asset.path());
        } catch (IOException e) {
            throw new StoreException(Code.READ_FAILED, asset.path().toString(), String.valueOf(e.getMessage()), e);
        }
    }

    private static void copy(InputStream in, OutputStream out, JobContext job) throws IOException {
        byte[] block = new byte[BLOCK];
        for (int n = in.read(block); n >= 0; n = in.read(block)) {
            job.checkpoint();
            out.write(block, 0, n);
        }
    }
}

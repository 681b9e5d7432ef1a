package studio.fanz.core.store.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.json.Json;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.Hashing;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;
import studio.fanz.core.store.pack.ProjectHead.Recording;

/// A project file that somebody gave us, read with suspicion: only entries asked for by name are looked at, none of
/// their names becomes a path, and every size is counted while reading. One thread; close it.
final class PackedFile implements AutoCloseable {

    /// A transcript of 20,000 words is about 3 MB as JSON.
    private static final int TEXT_LIMIT = 64 << 20;

    private static final int JOURNAL_LIMIT = 512 << 20;
    private static final int MOST_RECORDINGS = 1_000;
    private static final int BLOCK = 256 * 1024;

    private final Path file;
    private final ZipFile zip;

    private PackedFile(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    /// @throws StoreException READ_FAILED, PROJECT_FILE_UNUSABLE
    static PackedFile open(Path file) throws StoreException {
        try {
            return new PackedFile(file, new ZipFile(file.toFile(), StandardCharsets.UTF_8));
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new StoreException(Code.READ_FAILED, file.toString(), String.valueOf(e.getMessage()), e);
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(file, e);
        }
    }

    private static StoreException unusable(Path file, Exception why) {
        return new StoreException(
                Code.PROJECT_FILE_UNUSABLE, String.valueOf(file.getFileName()), String.valueOf(why.getMessage()), why);
    }

    /// What does not have the right shape is either a newer program's or no good.
    private StoreException refused(IllegalArgumentException e) {
        return String.valueOf(e.getMessage()).startsWith("made by a newer version")
                ? new StoreException(Code.PROJECT_NEWER, String.valueOf(file.getFileName()), "", e)
                : unusable(file, e);
    }

    /// @throws StoreException PROJECT_FILE_UNUSABLE, PROJECT_NEWER
    ProjectHead head() throws StoreException {
        try {
            JsonNode json = Json.parse(text("project.json"));
            ProjectHead head = Documents.read(json, ProjectHead.NAME, ProjectHead.VERSION, ProjectHead.class);
            if (head.recordings().isEmpty() || head.recordings().size() > MOST_RECORDINGS) {
                throw new IllegalArgumentException(head.recordings().size() + " recordings");
            }
            return head;
        } catch (NullPointerException e) {
            throw unusable(file, new IllegalArgumentException("project.json lacks a field", e));
        } catch (IllegalArgumentException e) {
            throw refused(e);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /// The journal, its ids exchanged.
    ///
    /// @throws StoreException PROJECT_FILE_UNUSABLE, PROJECT_NEWER
    List<JournalEntry> lines(long wanted, Map<String, String> ids, JobContext job) throws StoreException {
        var lines = new ArrayList<JournalEntry>();
        try (var in = new BufferedReader(
                new InputStreamReader(limited("journal.jsonl", JOURNAL_LIMIT), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                job.checkpoint();
                lines.add(PackedLines.read(PackedLines.exchanged(line, ids)));
            }
            if (lines.size() != wanted) {
                throw new IllegalArgumentException("the journal has %d of %d lines".formatted(lines.size(), wanted));
            }
            return lines;
        } catch (IllegalArgumentException e) {
            throw refused(e);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /// The words of a recording, if they are inside.
    ///
    /// @throws StoreException PROJECT_FILE_UNUSABLE, PROJECT_NEWER
    Optional<Transcript> words(Recording recording) throws StoreException {
        if (!recording.transcript()) {
            return Optional.empty();
        }
        try {
            JsonNode json = Json.parse(text(Recording.transcriptEntry(recording.id())));
            return Optional.of(Documents.read(json, "transcript", 1, Transcript.class));
        } catch (IllegalArgumentException e) {
            throw refused(e);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /// Writes a recording's bytes to `target`, whole and only if they are what they should be.
    ///
    /// @throws StoreException PROJECT_FILE_UNUSABLE; DISK_FULL, READ_ONLY, WRITE_FAILED
    void unpack(Recording recording, String entry, Path target, JobContext job) throws StoreException {
        long size = recording.facts().sizeBytes();
        try (DraftFile draft = DraftFile.beside(target)) {
            try (InputStream in = limited(entry, size)) {
                write(in, draft.file(), job);
                if (!Hashing.of(draft.file(), _ -> job.checkpoint()).equals(recording.hash())) {
                    throw new IOException("the packed bytes of " + recording.name() + " are not what they should be");
                }
            } catch (IOException e) {
                throw unusable(file, e);
            }
            draft.publish();
        }
    }

    private static void write(InputStream in, Path draft, JobContext job) throws IOException, StoreException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(draft)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                job.checkpoint();
                put(out, block, n, draft);
            }
        }
    }

    /// A disk that is full is not the file's fault.
    private static void put(OutputStream out, byte[] block, int n, Path draft) throws StoreException {
        try {
            out.write(block, 0, n);
        } catch (IOException e) {
            throw StoreException.writing(draft, e);
        }
    }

    private String text(String entry) throws IOException {
        try (InputStream in = limited(entry, TEXT_LIMIT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private InputStream limited(String name, long limit) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            throw new IOException("no " + name + " in it");
        }
        return new LimitedStream(zip.getInputStream(entry), name, limit);
    }

    @Override
    public void close() throws StoreException {
        try {
            zip.close();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }
}

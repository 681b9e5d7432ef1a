package studio.fanz.core.store.pack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.project.Project;

/// `project.json` of a project file, `fanz/project@1`: everything but the journal's lines, the words and the media.
///
/// @param id         of the project
/// @param title      what it was called when it was written
/// @param exportedAt when that was (UTC)
/// @param lines      how many lines `journal.jsonl` has
/// @param first      the state before the first of them
/// @param recordings what it is made of; the first is the one it belongs to
public record ProjectHead(
        Project.Id id, String title, Instant exportedAt, long lines, ObjectNode first, List<Recording> recordings) {

    static final String NAME = "project";
    static final int VERSION = 1;

    public ProjectHead {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(first, "first");
        recordings = List.copyOf(recordings);
    }

    /// A recording as the file knows it. Where it lay is left out: that is nobody else's business.
    ///
    /// @param id         in the library it comes from
    /// @param hash       of its bytes: what it is found by
    /// @param name       what people call it
    /// @param fileName   what its file was called
    /// @param facts      what the probe found
    /// @param importedAt when it came into that library (UTC)
    /// @param transcript whether `transcripts/ID.json` holds its words
    /// @param media      the entry that holds its bytes, if they were packed
    public record Recording(
            Asset.Id id,
            ContentHash hash,
            String name,
            String fileName,
            MediaFacts facts,
            Instant importedAt,
            boolean transcript,
            Optional<String> media) {

        public Recording {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(hash, "hash");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(fileName, "fileName");
            Objects.requireNonNull(facts.kind(), "kind");
            Objects.requireNonNull(facts.container(), "container");
            Objects.requireNonNull(importedAt, "importedAt");
            if (facts.sizeBytes() < 0) {
                throw new IllegalArgumentException("a recording of " + facts.sizeBytes() + " bytes");
            }
        }

        static String transcriptEntry(Asset.Id id) {
            return "transcripts/" + id + ".json";
        }
    }
}

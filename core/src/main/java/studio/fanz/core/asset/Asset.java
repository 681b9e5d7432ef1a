package studio.fanz.core.asset;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/// A recording the library knows. The file itself is never written to.
///
/// @param id         UUIDv7, made here
/// @param hash       what the file is
/// @param path       where it was last seen
/// @param name       what people call it; the file's name until changed
/// @param facts      what the probe found
/// @param importedAt when it came in (UTC)
public record Asset(Id id, ContentHash hash, Path path, String name, MediaFacts facts, Instant importedAt) {

    /// The asset's id, a UUIDv7 (RFC 9562).
    public record Id(UUID value) {
        @Override
        public String toString() {
            return value.toString();
        }
    }
}

package studio.fanz.app.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.problem.StudioException;

/// What an import did, file by file in the order they were met.
///
/// @param files one for each file looked at
public record Imported(List<Item> files) {

    public Imported {
        files = List.copyOf(files);
    }

    /// What became of one file.
    public enum Status {
        /// New in the library.
        ADDED,
        /// The same bytes were there already.
        KNOWN,
        /// The same bytes were there already, but lay elsewhere; the library knows the new place now.
        MOVED,
        /// It could not be used.
        REFUSED
    }

    /// One file.
    ///
    /// @param file    as it was met
    /// @param status  what became of it
    /// @param asset   the recording, unless it was refused
    /// @param problem why it was refused, or why its preview pictures could not be made
    public record Item(Path file, Status status, Optional<Asset> asset, Optional<StudioException> problem) {}

    /// How many have that status.
    public long count(Status status) {
        return files.stream().filter(item -> item.status() == status).count();
    }
}

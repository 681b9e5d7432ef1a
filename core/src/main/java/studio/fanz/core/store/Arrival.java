package studio.fanz.core.store;

import java.util.Set;
import studio.fanz.core.asset.Asset;

/// A recording on its way into the library.
///
/// @param asset      what the probe found
/// @param modifiedMs the file's time of change, milliseconds since 1970: with path and size it tells an
///                   unchanged file
/// @param tags       what it is tagged with from the start
public record Arrival(Asset asset, long modifiedMs, Set<String> tags) {

    public Arrival {
        tags = Set.copyOf(tags);
    }
}

package studio.fanz.core.store;

import java.nio.file.Path;
import studio.fanz.core.asset.Asset;

/// Where a recording was last seen, and what the file looked like then.
///
/// @param asset      which one
/// @param path       absolute
/// @param size       bytes
/// @param modifiedMs time of change, milliseconds since 1970
public record Placement(Asset.Id asset, Path path, long size, long modifiedMs) {}

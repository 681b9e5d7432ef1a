package studio.fanz.core.store;

import java.time.Instant;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.ContentHash;

/// A recording as a list or grid shows it; small, because there may be 100,000.
///
/// @param id         the asset
/// @param hash       what its poster and filmstrip are found by in the step store
/// @param name       what people call it
/// @param kind       what it mainly is
/// @param durationMs length in milliseconds, 0 for a picture
/// @param sizeBytes  bytes on disk
/// @param width      pixels as displayed, 0 for sound
/// @param height     pixels as displayed, 0 for sound
/// @param importedAt when it came in (UTC)
/// @param missing    whether the file was not where it was, when last looked for
/// @param captioned  whether it has captions
/// @param checked    whether it was reviewed
/// @param blocks     findings that a target refuses
/// @param warnings   findings to look at
public record Card(
        Asset.Id id,
        ContentHash hash,
        String name,
        AssetKind kind,
        long durationMs,
        long sizeBytes,
        int width,
        int height,
        Instant importedAt,
        boolean missing,
        boolean captioned,
        boolean checked,
        int blocks,
        int warnings) {}

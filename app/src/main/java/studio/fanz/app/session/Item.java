package studio.fanz.app.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;

/// A recording as a list or grid shows it; small, because there may be 100,000.
///
/// @param id         the asset
/// @param name       what people call it
/// @param kind       what it is
/// @param durationMs length, 0 for a picture
/// @param aspect     width divided by height as displayed; 1 for sound
/// @param importedAt when it came in
/// @param badges     what has been done with it
/// @param poster     its picture, once there is one
/// @param strip      its filmstrip, once there is one
public record Item(
        Asset.Id id,
        String name,
        AssetKind kind,
        long durationMs,
        double aspect,
        Instant importedAt,
        Set<Badge> badges,
        Optional<Path> poster,
        Optional<Strip> strip) {

    public Item {
        badges = Set.copyOf(badges);
    }

    /// Something a grid marks.
    public enum Badge {
        CAPTIONED,
        CHECKED,
        NEEDS_LOOK
    }
}

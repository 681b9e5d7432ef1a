package studio.fanz.app.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.json.Documents;
import studio.fanz.core.json.Json;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Review;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.StoreException;

/// The last review of each recording (`HOME/cache/reviews/HASH.json`), so that lists can say what is wrong and not only
/// how much. The library keeps the counts. Blocks; any thread.
///
/// @param folder made when needed
public record KeptReviews(Path folder) {

    /// Places whose findings ask for a look although nobody chose them.
    public static final Set<String> USUAL = Set.of("youtube/long", "youtube/shorts", "instagram/reel");

    /// Those of a home.
    public static KeptReviews of(Home home) {
        return new KeptReviews(home.cache().resolve("reviews"));
    }

    /// Keeps it, in the place of an earlier one.
    ///
    /// @throws StoreException READ_ONLY, DISK_FULL or WRITE_FAILED
    public void keep(ContentHash recording, Review review) throws StoreException {
        DraftFile.write(file(recording), Json.pretty(Documents.of("review", 1, review)));
    }

    /// The first of the gravest findings that ask for a look by themselves; empty when none is kept.
    public Optional<Finding> worst(ContentHash recording) {
        return read(recording).stream()
                .flatMap(review -> review.findings().stream())
                .filter(finding -> finding.severity() != Finding.Severity.NOTE)
                .filter(KeptReviews::usual)
                .max(Comparator.comparing(Finding::severity));
    }

    /// Whether a finding concerns the recording itself or one of the usual places.
    public static boolean usual(Finding finding) {
        return finding.targets().isEmpty() || finding.targets().stream().anyMatch(USUAL::contains);
    }

    private Optional<Review> read(ContentHash recording) {
        try {
            return Optional.of(
                    Documents.read(Json.parse(Files.readString(file(recording))), "review", 1, Review.class));
        } catch (IOException | IllegalArgumentException notThere) {
            return Optional.empty();
        }
    }

    private Path file(ContentHash recording) {
        return folder.resolve(recording.hex() + ".json");
    }
}

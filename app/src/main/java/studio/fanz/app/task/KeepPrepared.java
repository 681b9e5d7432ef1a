package studio.fanz.app.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.Cover;
import studio.fanz.core.caption.Word;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.project.ProjectCue;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Review;
import studio.fanz.core.store.Arrival;
import studio.fanz.core.store.AssetStore;
import studio.fanz.core.store.Library;
import studio.fanz.core.store.ProjectStore;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.time.IdSource;
import studio.fanz.media.prep.Prep;
import studio.fanz.media.prep.Source;

/// Keeps what `prep` made in the library: the recording, its words, its badges, and a project whose first edits are the
/// captions and the best cover. A project that somebody has worked on is left alone. Blocks; any thread.
///
/// @param library where it is kept
/// @param reviews where what was found is kept
/// @param ids     of recordings that are new
/// @param clock   tells when
public record KeepPrepared(Library library, KeptReviews reviews, IdSource ids, InstantSource clock) {

    /// Keeps it.
    public void keep(Prep.Result made) throws StoreException {
        Asset asset = asset(made.source());
        AssetStore assets = library.assets();
        assets.transcribed(asset.id(), made.transcript());
        assets.captioned(asset.id(), !made.captions().cues().isEmpty());
        assets.reviewed(
                asset.id(),
                count(made.review(), Finding.Severity.BLOCKS),
                count(made.review(), Finding.Severity.WARNING));
        reviews.keep(asset.hash(), made.review());
        project(asset, made);
    }

    private Asset asset(Source source) throws StoreException {
        AssetStore assets = library.assets();
        Optional<Asset> known = assets.withHash(source.hash());
        if (known.isPresent()) {
            return known.get();
        }
        String name = String.valueOf(source.file().getFileName());
        var asset = new Asset(
                new Asset.Id(ids.next()), source.hash(), source.file(), name, source.facts(), clock.instant());
        assets.add(List.of(new Arrival(asset, modifiedMs(source.file()), Set.of())));
        return assets.withHash(source.hash()).orElse(asset);
    }

    private void project(Asset asset, Prep.Result made) throws StoreException {
        ProjectStore projects = library.projects();
        History history = projects.open(projects.of(asset.id())).history();
        if (history.seq() > 0) {
            return;
        }
        List<Word> words = made.transcript().words();
        if (!made.captions().cues().isEmpty()) {
            List<ProjectCue> cues = made.captions().cues().stream()
                    .map(cue -> ProjectCue.of(cue, words))
                    .toList();
            history = append(
                    history,
                    new Edit.SetCues(made.captions().language(), made.captions().profile(), cues));
        }
        Optional<Cover> best = made.covers().chosen().stream().findFirst();
        if (best.isPresent()) {
            append(history, new Edit.ChooseCover(Optional.of(best.get().timeMs())));
        }
    }

    private History append(History history, Edit edit) throws StoreException {
        JournalEntry line = history.edit(edit, clock.instant());
        History after = history.after(line);
        library.projects().append(line, after);
        return after;
    }

    private static int count(Review review, Finding.Severity severity) {
        return (int) review.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static long modifiedMs(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException gone) {
            return 0;
        }
    }
}

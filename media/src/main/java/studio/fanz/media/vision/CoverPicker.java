package studio.fanz.media.vision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import studio.fanz.core.asset.Cover;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.PictureReader;
import studio.fanz.media.frame.TimedPicture;

/// Proposes covers: frames scored by named parts ([CoverScore] has formulas and weights), the best of them that differ
/// from one another, and why others lost. Blocks; any thread.
public final class CoverPicker {

    /// Largest file; the strictest platform takes 2 MB.
    private static final int MAX_BYTES = 2_000_000;

    private static final int LONG_SIDE = 1280;
    private static final int SHORT_SIDE = 720;

    /// So many of the best are read, tagged and compared.
    private static final int FINALISTS = 6;

    /// So many that lost are told of.
    private static final int TOLD = 12;

    private final PictureReader reader;
    private final CoverModels models;

    /// @param models closed by whoever made them
    public CoverPicker(PictureReader reader, CoverModels models) {
        this.reader = reader;
        this.models = models;
    }

    /// Chooses and writes `1.jpg`, `2.jpg` … (whole files, in the source's shape, at most 1280x720 or 720x1280 and
    /// 2 MB) into the folder.
    ///
    /// A recording without pictures gets no covers and the note `no-video`; one that is dark or of one colour
    /// throughout none and `nothing-to-show`. Fewer than wanted: `too-little-change`. Only blurred pictures, closed
    /// eyes or frames at cuts: `only-poor-pictures`.
    ///
    /// @param shots  of the file; empty when unknown (a note says so)
    /// @param count  how many are wanted, 1 or more
    /// @param folder made when missing
    /// @throws MediaException DECODE_FAILED, FILE_MISSING, MODEL_MISSING, MODEL_CORRUPT, MODEL_FAILED
    /// @throws StoreException READ_ONLY, DISK_FULL, WRITE_FAILED
    public Cover.Choice pick(Path file, MediaFacts facts, List<Shot> shots, int count, Path folder, JobContext job)
            throws MediaException, StoreException {
        if (facts.video().isEmpty()) {
            return new Cover.Choice(List.of(), List.of(), List.of(), List.of("no-video"));
        }
        job.report(new Progress("covers", 0, 3, Progress.Unit.STEPS));
        List<CoverLook> looks = new CoverScout(reader, models.faces(), file, facts, shots, job).looks();
        job.report(new Progress("covers", 1, 3, Progress.Unit.STEPS));
        List<CoverVariety.Entry> ranked = finalists(looks, job);
        List<CoverVariety.Entry> picked = CoverVariety.picked(ranked, count, facts.durationMs());
        job.report(new Progress("covers", 2, 3, Progress.Unit.STEPS));
        List<Cover> chosen = written(file, facts, picked, folder, job);
        List<Cover> rejected = rejected(looks, ranked, picked, facts.durationMs());
        return new Cover.Choice(chosen, rejected, models.uses(), notes(shots, picked, count));
    }

    private List<CoverVariety.Entry> finalists(List<CoverLook> looks, JobContext job) throws MediaException {
        List<CoverLook> usable =
                looks.stream().filter(look -> look.refused().isEmpty()).toList();
        List<CoverLook> good =
                usable.stream().filter(look -> look.poor().isEmpty()).toList();
        List<CoverVariety.Entry> entries = new ArrayList<>();
        for (CoverLook look : CoverVariety.spread(good.isEmpty() ? usable : good, 2, FINALISTS)) {
            job.checkpoint();
            CoverLook read = look.reading(models.text().find(look.picture()));
            double score = CoverScore.total(CoverScore.parts(read));
            entries.add(new CoverVariety.Entry(read, score, models.tagger().look(look.picture())));
        }
        entries.sort(Comparator.comparingDouble(entry -> -entry.score()));
        return entries;
    }

    private List<Cover> written(
            Path file, MediaFacts facts, List<CoverVariety.Entry> picked, Path folder, JobContext job)
            throws MediaException, StoreException {
        if (picked.isEmpty()) {
            return List.of();
        }
        VideoFacts video = facts.video().orElseThrow();
        boolean tall = video.displayHeight() > video.displayWidth();
        List<Long> times = picked.stream().map(e -> e.look().timeMs()).sorted().toList();
        List<TimedPicture> large =
                reader.at(file, facts, times, tall ? SHORT_SIDE : LONG_SIDE, tall ? LONG_SIDE : SHORT_SIDE, job);
        List<Cover> chosen = new ArrayList<>();
        for (int place = 1; place <= picked.size(); place++) {
            job.checkpoint();
            CoverVariety.Entry entry = picked.get(place - 1);
            TimedPicture picture = large.get(times.indexOf(entry.look().timeMs()));
            JpegFile.write(folder.resolve(place + ".jpg"), picture.picture(), MAX_BYTES);
            String name = folder.getFileName() + "/" + place + ".jpg";
            chosen.add(cover(entry.look(), name, "chosen"));
        }
        return chosen;
    }

    private static List<Cover> rejected(
            List<CoverLook> looks, List<CoverVariety.Entry> ranked, List<CoverVariety.Entry> picked, long durationMs) {
        Stream<Cover> close = ranked.stream().filter(e -> !picked.contains(e)).map(e -> {
            String reason = CoverVariety.rival(e, picked, durationMs)
                    .map(place -> "too-like:" + place)
                    .orElse("lower-score");
            return cover(e.look(), "", reason);
        });
        Stream<Cover> others = looks.stream()
                .filter(look -> ranked.stream().noneMatch(e -> e.look().timeMs() == look.timeMs()))
                .map(look -> cover(
                        look,
                        "",
                        Stream.of(look.refused(), look.poor(), "lower-score")
                                .filter(reason -> !reason.isEmpty())
                                .findFirst()
                                .orElseThrow()));
        return Stream.concat(close, others).limit(TOLD).toList();
    }

    private static Cover cover(CoverLook look, String file, String reason) {
        var parts = CoverScore.parts(look);
        return new Cover(look.timeMs(), CoverScore.total(parts), parts, file, reason);
    }

    private static List<String> notes(List<Shot> shots, List<CoverVariety.Entry> picked, int count) {
        List<String> notes = new ArrayList<>();
        if (shots.isEmpty()) {
            notes.add("shots-unknown");
        }
        if (picked.isEmpty()) {
            notes.add("nothing-to-show");
        } else if (picked.size() < count) {
            notes.add("too-little-change");
        }
        if (picked.stream().anyMatch(e -> !e.look().poor().isEmpty())) {
            notes.add("only-poor-pictures");
        }
        return notes;
    }
}

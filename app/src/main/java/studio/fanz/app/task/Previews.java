package studio.fanz.app.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Json;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.StepKey;
import studio.fanz.core.store.StepStore;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.PictureReader;
import studio.fanz.media.frame.SoundReader;
import studio.fanz.media.frame.TimedPicture;
import studio.fanz.media.probe.Waveform;
import studio.fanz.media.vision.Filmstrip;
import studio.fanz.media.vision.JpegFile;

/// Poster, filmstrip and waveform of recordings, kept as steps: made once per content, wherever the file lies.
/// Blocks; any thread.
public final class Previews {

    private static final String POSTER = "poster.jpg";
    private static final String STRIP = "strip.jpg";
    private static final String WAVE = "wave.peaks";
    private static final int POSTER_BOX = 640;
    private static final int CELL_BOX = 160;
    private static final int CELLS = 20;
    private static final int MAX_BYTES = 2 << 20;
    private static final int SAMPLE_RATE = 8_000;

    /// A black first frame is no poster; a little way in most recordings show what they are about.
    private static final double POSTER_AT = 0.1;

    private static final long POSTER_LATEST_MS = 3_000;

    private final StepStore steps;
    private final PictureReader pictures;
    private final SoundReader sound;

    public Previews(StepStore steps, PictureReader pictures, SoundReader sound) {
        this.steps = steps;
        this.pictures = pictures;
        this.sound = sound;
    }

    /// A filmstrip's picture file: `count` cells side by side, cell `n` shows `n * everyMs`.
    public record Strip(Path picture, int count, long everyMs) {}

    /// The poster (JPEG, fits 640 x 640), if it was made.
    public Optional<Path> poster(ContentHash hash) {
        return steps.find(key(hash, "poster")).map(entry -> entry.file(POSTER));
    }

    /// The filmstrip, if it was made.
    public Optional<Strip> strip(ContentHash hash) {
        return steps.find(key(hash, "strip"))
                .map(entry -> new Strip(
                        entry.file(STRIP),
                        entry.result().path("count").asInt(),
                        entry.result().path("everyMs").asLong()));
    }

    /// Where the poster lies once it is made; the disk is not looked at, for lists of 100,000.
    public Path posterPlace(ContentHash hash) {
        return steps.place(key(hash, "poster")).resolve(POSTER);
    }

    /// Where the filmstrip of a recording of that length lies once it is made; the disk is not looked at.
    public Strip stripPlace(ContentHash hash, long durationMs) {
        int count = cells(durationMs);
        return new Strip(steps.place(key(hash, "strip")).resolve(STRIP), count, every(durationMs));
    }

    private static int cells(long durationMs) {
        return Math.clamp(durationMs / 1_000, 1, CELLS);
    }

    /// As [Filmstrip] lays them out.
    private static long every(long durationMs) {
        return Math.ceilDiv(durationMs, cells(durationMs));
    }

    /// The waveform, if it was made: a file that [Waveform#read] reads.
    public Optional<Path> wave(ContentHash hash) {
        return steps.find(key(hash, "wave")).map(entry -> entry.file(WAVE));
    }

    /// Makes what is missing of all three; the poster first, because it is seen first.
    public void make(Asset asset, JobContext job) throws StudioException {
        MediaFacts facts = asset.facts();
        first(asset, job);
        if (facts.video().isPresent()) {
            if (facts.durationMs() > 0 && strip(asset.hash()).isEmpty()) {
                makeStrip(asset, job);
            }
        }
        if (facts.hasAudio() && wave(asset.hash()).isEmpty()) {
            makeWave(asset, job);
        }
    }

    /// Makes the poster alone when it is missing: what somebody who waits wants to see first.
    public void first(Asset asset, JobContext job) throws StudioException {
        if (asset.facts().video().isPresent() && poster(asset.hash()).isEmpty()) {
            makePoster(asset, job);
        }
    }

    private void makePoster(Asset asset, JobContext job) throws StudioException {
        long at = Math.min(POSTER_LATEST_MS, (long) (asset.facts().durationMs() * POSTER_AT));
        List<TimedPicture> shown = pictures.at(asset.path(), asset.facts(), List.of(at), POSTER_BOX, POSTER_BOX, job);
        try (StepStore.Draft draft = steps.begin(key(asset.hash(), "poster"))) {
            JpegFile.write(draft.folder().resolve(POSTER), shown.getFirst().picture(), MAX_BYTES);
            draft.publish(Json.object().put("timeMs", shown.getFirst().timeMs()));
        }
    }

    private void makeStrip(Asset asset, JobContext job) throws StudioException {
        long length = asset.facts().durationMs();
        int count = cells(length);
        long every = every(length);
        List<Long> times = LongStream.range(0, count).mapToObj(n -> n * every).toList();
        List<TimedPicture> shown = pictures.at(asset.path(), asset.facts(), times, CELL_BOX, CELL_BOX, job);
        Picture first = shown.getFirst().picture();
        var strip = new Filmstrip(length, count, first.width(), first.height());
        shown.forEach(strip);
        try (StepStore.Draft draft = steps.begin(key(asset.hash(), "strip"))) {
            strip.write(draft.folder().resolve(STRIP));
            draft.publish(Json.object().put("count", strip.count()).put("everyMs", strip.everyMs()));
        }
    }

    private void makeWave(Asset asset, JobContext job) throws StudioException {
        var peaks = new Waveform.Collector(SAMPLE_RATE);
        sound.read(asset.path(), asset.facts(), SAMPLE_RATE, peaks, job);
        try (StepStore.Draft draft = steps.begin(key(asset.hash(), "wave"))) {
            Waveform wave = peaks.finish();
            wave.write(draft.folder().resolve(WAVE));
            draft.publish(Json.object().put("perSecond", wave.perSecond()));
        }
    }

    private static StepKey key(ContentHash hash, String step) {
        return new StepKey(hash, step, 2, "");
    }
}

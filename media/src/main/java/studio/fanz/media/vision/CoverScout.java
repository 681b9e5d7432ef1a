package studio.fanz.media.vision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.PictureReader;
import studio.fanz.media.frame.TimedPicture;

/// Finds frames worth considering at a small part of the cost of decoding: key frames over the whole length, then a
/// few frames right after the best of them, where decoding has to start anyway.
final class CoverScout {

    /// Longer side of the pictures looked at.
    static final int LOOK_SIDE = 640;

    /// So many key frames are looked at, whatever the length.
    private static final int KEY_FRAMES = 28;

    /// Faces are searched in so many of them.
    private static final int WITH_FACES = 12;

    /// Offsets after a key frame that are looked at, and what decoding up to the last costs, in milliseconds of video.
    private static final long[] CLOSER_MS = {250, 500, 800};

    /// Closer looks may decode this part of the recording, but always this much of a short one.
    private static final double BUDGET = 0.03;

    private static final long BUDGET_LEAST_MS = 2400;
    private static final int CLOSER_MOST = 4;

    private final PictureReader reader;
    private final FaceFinder faces;
    private final Path file;
    private final MediaFacts facts;
    private final List<Shot> shots;
    private final JobContext job;

    CoverScout(PictureReader reader, FaceFinder faces, Path file, MediaFacts facts, List<Shot> shots, JobContext job) {
        this.reader = reader;
        this.faces = faces;
        this.file = file;
        this.facts = facts;
        this.shots = shots;
        this.job = job;
    }

    /// All frames looked at, best first by what is known so far.
    List<CoverLook> looks() throws MediaException {
        List<CoverLook> keys = withFaces(keyFrames());
        List<CoverLook> all = new ArrayList<>(keys);
        List<CoverLook> closer = new ArrayList<>();
        List<Long> times = closerTimes(keys);
        if (!times.isEmpty()) {
            for (TimedPicture picture : reader.at(file, facts, times, LOOK_SIDE, LOOK_SIDE, job)) {
                closer.add(look(picture));
            }
        }
        all.addAll(withFaces(closer));
        all.sort(Comparator.comparingDouble(look -> -worth(look)));
        return distinct(all);
    }

    private List<CoverLook> keyFrames() throws MediaException {
        List<CoverLook> found = new ArrayList<>();
        long every = Math.max(500, facts.durationMs() / KEY_FRAMES);
        reader.keyFrames(file, facts, every, LOOK_SIDE, LOOK_SIDE, picture -> found.add(look(picture)), job);
        return found;
    }

    /// Frames after the best key frames, within the budget; without enough key frames, frames over the start of the
    /// recording as far as the budget reaches.
    private List<Long> closerTimes(List<CoverLook> keys) {
        long length = CLOSER_MS[CLOSER_MS.length - 1];
        long budget = Math.max(BUDGET_LEAST_MS, (long) (BUDGET * facts.durationMs()));
        long places = Math.min(CLOSER_MOST, budget / length);
        TreeSet<Long> times = new TreeSet<>();
        List<CoverLook> best = keys.stream()
                .filter(key -> key.refused().isEmpty())
                .sorted(Comparator.comparingDouble(look -> -worth(look)))
                .toList();
        for (CoverLook key : CoverVariety.spread(best, 1, (int) places)) {
            for (long after : CLOSER_MS) {
                times.add(key.timeMs() + after);
            }
        }
        if (keys.size() <= 2) {
            for (long t = 0; t < budget; t += budget / 8) {
                times.add(t);
            }
        }
        times.removeIf(t -> t >= facts.durationMs());
        return List.copyOf(times);
    }

    private List<CoverLook> withFaces(List<CoverLook> looks) throws MediaException {
        List<CoverLook> out = new ArrayList<>(looks);
        out.sort(Comparator.comparingDouble(look -> -worth(look)));
        for (int i = 0; i < Math.min(WITH_FACES, out.size()); i++) {
            job.checkpoint();
            CoverLook look = out.get(i);
            if (look.refused().isEmpty()) {
                List<Face> found = new ArrayList<>(faces.find(look.picture()));
                found.sort(Comparator.comparingDouble(face -> -face.box().area()));
                out.set(i, look.with(List.copyOf(found)));
            }
        }
        return out;
    }

    private CoverLook look(TimedPicture still) {
        return new CoverLook(
                still.timeMs(),
                still.picture(),
                PictureMeasures.of(still.picture()),
                Glance.at(still.picture()),
                List.of(),
                cutMs(still.timeMs()),
                Optional.empty());
    }

    private Optional<Long> cutMs(long timeMs) {
        if (shots.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(shots.stream()
                .filter(shot -> shot.kind() != Shot.Kind.START)
                .mapToLong(shot -> Math.abs(shot.startMs() - timeMs))
                .min()
                .orElse(Long.MAX_VALUE));
    }

    /// The score, with poor pictures behind all good ones and refused ones last.
    static double worth(CoverLook look) {
        double score = CoverScore.total(CoverScore.parts(look));
        if (!look.refused().isEmpty()) {
            return score - 2;
        }
        return look.poor().isEmpty() ? score : score - 1;
    }

    private static List<CoverLook> distinct(List<CoverLook> looks) {
        TreeSet<Long> seen = new TreeSet<>();
        return looks.stream().filter(look -> seen.add(look.timeMs())).toList();
    }
}

package studio.fanz.media.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.review.Finding;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.TimedPicture;

/// Looks for explicit pictures in stills that somebody else decodes: about one a second, and sooner when the picture
/// changes. What it finds is a hint to look oneself: the model's recall is not known, so that nothing found is no
/// approval, and a finding never blocks. One thread.
public final class AdultImageCheck implements Consumer<TimedPicture> {

    /// Code of its findings.
    public static final String CODE = "adult-image";

    /// From here on a frame counts; on harmless pictures the model stays under 0.02.
    static final double THRESHOLD = 0.6;

    private static final long EVERY_MS = 1000;

    /// One frame can be an accident of motion or of a fade.
    private static final int MUST_AGREE = 2;

    private final AdultImageModel model;
    private final JobContext job;
    private final List<Sample> samples = new ArrayList<>();
    private @Nullable Glance last;
    private @Nullable MediaException failure;

    /// @param model closed by whoever made it
    public AdultImageCheck(AdultImageModel model, JobContext job) {
        this.model = model;
        this.job = job;
    }

    private record Sample(long timeMs, double score) {}

    /// What was found and how much was looked at.
    ///
    /// @param findings in order of time, warnings only
    /// @param looked   number of frames scored
    /// @param model    whose opinion it is
    public record Result(List<Finding> findings, int looked, ModelUse model) {
        public Result {
            findings = List.copyOf(findings);
        }
    }

    /// Scores a still when it is due; stills come in order of time. After a failed model nothing is looked at.
    @Override
    public void accept(TimedPicture still) {
        if (failure != null) {
            return;
        }
        job.checkpoint();
        try {
            Glance now = Glance.at(still.picture());
            boolean due =
                    samples.isEmpty() || still.timeMs() - samples.getLast().timeMs() >= EVERY_MS;
            if (due || (last != null && now.differs(last))) {
                samples.add(new Sample(still.timeMs(), model.score(still.picture())));
                last = now;
            }
        } catch (MediaException e) {
            failure = e;
        }
    }

    /// The shots in which two frames agree (a single picture stands for itself).
    ///
    /// @param shots of the file; empty when unknown, then it counts as one shot
    /// @throws MediaException the model's problem, when one came up while looking
    public Result result(List<Shot> shots) throws MediaException {
        if (failure != null) {
            throw failure;
        }
        ModelUse use = model.use();
        List<Finding> findings = new ArrayList<>();
        for (Span shot : spans(shots)) {
            List<Sample> inside =
                    samples.stream().filter(s -> shot.contains(s.timeMs())).toList();
            List<Sample> hits =
                    inside.stream().filter(s -> s.score() >= THRESHOLD).toList();
            if (!hits.isEmpty() && hits.size() >= Math.min(MUST_AGREE, samples.size())) {
                findings.add(finding(inside, hits, use));
            }
        }
        return new Result(findings, samples.size(), use);
    }

    /// Looks at stills that are all there already: of a short recording, or one picture.
    ///
    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT, MODEL_FAILED
    public static Result check(AdultImageModel model, List<TimedPicture> stills, List<Shot> shots, JobContext job)
            throws MediaException {
        AdultImageCheck check = new AdultImageCheck(model, job);
        stills.forEach(check);
        return check.result(shots);
    }

    private List<Span> spans(List<Shot> shots) {
        if (shots.isEmpty()) {
            return List.of(new Span(0, samples.isEmpty() ? 0 : samples.getLast().timeMs() + 1));
        }
        return shots.stream().map(s -> new Span(s.startMs(), s.endMs())).toList();
    }

    private static Finding finding(List<Sample> inside, List<Sample> hits, ModelUse use) {
        double highest = hits.stream().mapToDouble(Sample::score).max().orElseThrow();
        double mean = inside.stream().mapToDouble(Sample::score).average().orElseThrow();
        String measured = String.format(
                Locale.ROOT, "highest %.2f, mean %.2f, %d of %d frames", highest, mean, hits.size(), inside.size());
        return new Finding(
                CODE,
                Finding.Severity.WARNING,
                Optional.of(new Span(hits.getFirst().timeMs(), hits.getLast().timeMs() + 1)),
                "picture",
                List.of(),
                measured,
                String.format(Locale.ROOT, "%.2f", THRESHOLD),
                use.name() + " " + use.version(),
                Math.round(highest * 100) / 100.0,
                Optional.empty());
    }
}

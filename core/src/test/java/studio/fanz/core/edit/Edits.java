package studio.fanz.core.edit;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.project.Framing;
import studio.fanz.core.project.Project;
import studio.fanz.core.project.ProjectCue;
import studio.fanz.core.time.Span;

/// Edits as a creator might make them, from a seed.
public final class Edits {

    private Edits() {}

    public static Project fresh() {
        return Project.fresh(new Project.Id(new UUID(1, 2)), new Asset.Id(new UUID(3, 4)));
    }

    /// An edit that fits the project.
    public static Edit next(long seed, Project project) {
        var random = new Random(seed);
        return switch (random.nextInt(project.cues().isEmpty() ? 5 : 8)) {
            case 0 -> new Edit.SetTitle("Title \"" + seed + "\" 🚀 'ñ'");
            case 1 -> new Edit.ChooseCover(random.nextBoolean() ? Optional.of(seed) : Optional.empty());
            case 2 ->
                new Edit.SetFraming(
                        random.nextBoolean() ? "9:16" : "1:1",
                        random.nextBoolean()
                                ? Optional.of(new Framing(Optional.of(0.25), Optional.empty(), Optional.of(5.5)))
                                : Optional.empty());
            case 3 ->
                new Edit.SetMoment(random.nextBoolean() ? Optional.of(new Span(seed, seed + 500)) : Optional.empty());
            case 4 -> new Edit.SetCues("en", "netflix-adult", cues(random));
            default -> new Edit.ChangeCue(random.nextInt(project.cues().size()), cue(seed));
        };
    }

    public static ProjectCue cue(long seed) {
        var random = new Random(seed);
        int first = random.nextInt(100);
        boolean own = random.nextBoolean();
        return new ProjectCue(
                first,
                first + random.nextInt(8),
                List.of(first + 1),
                own ? Optional.of(List.of("line " + seed, "zwei")) : Optional.empty(),
                own ? Optional.of(seed) : Optional.empty(),
                own ? Optional.of(seed + 900) : Optional.empty(),
                own ? List.of(new Cue.Flag("max_cps", 21.5, 20, "speech-too-fast")) : List.of());
    }

    private static List<ProjectCue> cues(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(_ -> cue(random.nextInt(1000)))
                .toList();
    }
}

package studio.fanz.media.prep;

import java.nio.charset.StandardCharsets;
import java.util.List;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.core.json.Json;
import studio.fanz.core.platform.Target;
import studio.fanz.core.post.Draft;
import studio.fanz.core.post.PostDrafter;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.Hashing;
import studio.fanz.core.store.StepKey;

/// The step that drafts a post.
final class Drafting {

    private static final int DRAFT = 1;

    private final Memory memory;
    private final Tools tools;

    Drafting(Memory memory, Tools tools) {
        this.memory = memory;
        this.tools = tools;
    }

    Draft draft(Source source, Transcript transcript, List<Target> targets, JobContext job) throws StudioException {
        var asked = new Asked(targets, digest(transcript), digest(tools.limits()));
        StepKey key = Memory.key(source, "post", DRAFT, asked);
        return memory.of(key, Draft.class, _ -> {
            job.report(new Progress("draft", 0, 0, Progress.Unit.STEPS));
            return PostDrafter.draft(transcript, targets, tools.limits(), tools.embedder());
        });
    }

    private record Asked(List<Target> targets, String transcript, String limits) {}

    private static String digest(Object value) {
        return Hashing.of(Json.compact(Json.node(value)).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}

package studio.fanz.media.prep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Cover;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.StepKey;

/// The step that chooses covers.
final class Covering {

    private static final int COVERS = 1;
    private static final int WANTED = 3;

    private final Memory memory;
    private final Tools tools;

    Covering(Memory memory, Tools tools) {
        this.memory = memory;
        this.tools = tools;
    }

    /// Chooses and puts the pictures into the output folder.
    ///
    /// @param looks what is known about shots, empty when nobody looked at every frame
    Cover.Choice covers(Source source, Optional<Looks> looks, OutputFolder folder, JobContext job)
            throws StudioException {
        if (!source.hasVideo()) {
            Cover.Choice none = new Cover.Choice(List.of(), List.of(), List.of(), List.of("no-video"));
            folder.covers(none, folder.path());
            return none;
        }
        List<Shot> shots = looks.map(Looks::shots).orElse(List.of());
        StepKey key = Memory.key(source, "thumbnails", COVERS, shots);
        Cover.Choice choice = memory.of(key, Cover.Choice.class, made -> pick(source, shots, made, job));
        folder.covers(choice, memory.folder(key).orElseThrow());
        return choice;
    }

    private Cover.Choice pick(Source source, List<Shot> shots, Path made, JobContext job) throws StudioException {
        Cover.Choice choice = tools.covers().pick(source.file(), source.facts(), shots, WANTED, made, job);
        return new Cover.Choice(
                choice.chosen().stream().map(Covering::inPlace).toList(),
                choice.rejected(),
                choice.models(),
                choice.notes());
    }

    /// The picker names files where it made them; documents name them where a creator finds them.
    private static Cover inPlace(Cover cover) {
        String file = "thumbnails/" + Path.of(cover.file()).getFileName();
        return new Cover(cover.timeMs(), cover.score(), cover.parts(), file, cover.reason());
    }
}

package studio.fanz.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.StoreException;

/// `studio lookbook`: a picture of every screen in its states.
@Command(name = "lookbook", description = "A picture of every screen, dark and light.", mixinStandardHelpOptions = true)
final class LookbookVerb extends Verb {

    @Parameters(paramLabel = "DIR")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        try {
            List<String> pictures = studio.run().book().render(folder).stream()
                    .map(picture -> picture.toAbsolutePath().toString())
                    .toList();
            return new Answer(Documents.of("lookbook", 1, new Pictures(pictures)), pictures);
        } catch (IOException e) {
            throw StoreException.writing(folder, e);
        }
    }

    /// `fanz/lookbook@1`.
    record Pictures(List<String> pictures) {}
}

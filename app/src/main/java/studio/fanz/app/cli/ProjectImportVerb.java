package studio.fanz.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.pack.ProjectImport;

/// `studio project import`: a project file into the library.
@Command(name = "import", description = "Bring a project file in.", mixinStandardHelpOptions = true)
final class ProjectImportVerb extends Verb {

    @Parameters(paramLabel = "FILE", description = "a .fanzproject file")
    private Path file = Path.of("");

    @Option(
            names = "--media",
            paramLabel = "DIR",
            description = "where its recordings lie; packed ones are unpacked there (default: the library's folder)")
    private Optional<Path> media = Optional.empty();

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        if (!Files.isRegularFile(file)) {
            throw new CliException(CliException.Code.NO_SUCH_THING, String.valueOf(file.getFileName()), "");
        }
        Path unpack = media.map(Path::toAbsolutePath).orElse(bench.home().media());
        ProjectImport.Arrived arrived = bench.library().projects().read(file.toAbsolutePath(), media, unpack, job);
        return new Answer(Documents.of("project-import", 1, arrived), lines(arrived));
    }

    private List<String> lines(ProjectImport.Arrived arrived) {
        var lines = new ArrayList<String>();
        lines.add(
                String.format(Locale.ROOT, "%-9s %s  %d", word(arrived.status()), arrived.project(), arrived.lines()));
        for (ProjectImport.Found found : arrived.recordings()) {
            lines.add(String.format(Locale.ROOT, "%-9s %s  %s", word(found.where()), found.id(), found.name()));
            if (found.where() == ProjectImport.Where.MISSING) {
                lines.add("          " + studio.run().texts().get("project.missing", found.id()));
            }
        }
        return lines;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

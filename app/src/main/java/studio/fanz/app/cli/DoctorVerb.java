package studio.fanz.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import studio.fanz.app.task.Diagnosis;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Documents;
import studio.fanz.core.problem.StudioException;

/// `studio doctor`: what this computer can do, and what is in the way.
@Command(
        name = "doctor",
        description = "What this computer can do, and what is in the way.",
        mixinStandardHelpOptions = true)
final class DoctorVerb extends Verb {

    @Override
    Answer work(Workbench bench, JobContext job) throws StudioException {
        Diagnosis diagnosis = Diagnosis.of(bench, job);
        var lines = new ArrayList<String>();
        for (Diagnosis.Item item : diagnosis.items()) {
            String state = item.fine() ? "ok" : "look";
            lines.add(String.format(Locale.ROOT, "%-5s %-10s %s", state, item.name(), item.found()));
        }
        return new Answer(Documents.of("doctor", 1, diagnosis), List.copyOf(lines));
    }
}

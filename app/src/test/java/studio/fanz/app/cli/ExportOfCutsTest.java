package studio.fanz.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.edit.TimelineEdit;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.ProjectStore;
import studio.fanz.core.timeline.FirstTimeline;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.ffmpeg.ChildPictureReader;
import studio.fanz.media.ffmpeg.Ffmpeg;
import studio.fanz.media.ffmpeg.FfprobeProber;
import studio.fanz.media.frame.TimedPicture;

/// `studio export` of what a project makes of its recording.
class ExportOfCutsTest {

    @TempDir
    Path folder;

    @Test
    void anIdExportsItsProjectAsCutAndAFileStaysWholeUnlessAsked() throws Exception {
        Shell shell = Shell.in(folder);
        Path clip = TestMedia.clip("export-cut").frames(90).make();
        shell.run("import", clip, "--json");
        String id = shell.run("library", "export-cut", "--json")
                .json()
                .path("items")
                .path(0)
                .path("asset")
                .path("id")
                .asText();
        cutOut(shell, id, 20, 50);

        Shell.Said ofId = shell.run("export", id, "--for", "youtube/long", "--json");
        assertThat(ofId.code()).as(ofId.err()).isEqualTo(ExitCode.DONE);
        assertThat(numbers(made(ofId, shell)))
                .isEqualTo(IntStream.concat(IntStream.range(0, 20), IntStream.range(50, 90))
                        .boxed()
                        .toList());

        Shell.Said ofFile = shell.run("export", clip, "--for", "youtube/long", "--json");
        assertThat(numbers(made(ofFile, shell))).hasSize(90);
        Shell.Said asked = shell.run("export", clip, "--cut", "--for", "youtube/long", "--json");
        assertThat(numbers(made(asked, shell))).hasSize(60);
    }

    @Test
    void aCutListGoesOutAndComesBackInEveryFormat() throws Exception {
        Shell shell = Shell.in(folder);
        Path clip = TestMedia.clip("export-cut").frames(90).make();
        shell.run("import", clip, "--json");
        String id = shell.run("library", "export-cut", "--json")
                .json()
                .path("items")
                .path(0)
                .path("asset")
                .path("id")
                .asText();
        cutOut(shell, id, 20, 50);
        Shell.Said first = shell.run("cutlist", id, "--format", "csv", "--json");
        assertThat(first.json().path("events").asInt()).isEqualTo(2);
        for (String format : List.of("edl", "otio", "csv")) {
            Path list = folder.resolve("list." + format);
            Files.writeString(
                    list,
                    shell.run("cutlist", id, "--format", format, "--json")
                            .json()
                            .path("text")
                            .asText());
            cutOut(shell, id, 0, 5);
            Shell.Said back = shell.run("cutlist", "import", list, "--for", id, "--json");
            assertThat(back.code()).as(back.err()).isEqualTo(ExitCode.DONE);
            Shell.Said again = shell.run("cutlist", id, "--format", "csv", "--json");
            assertThat(again.json().path("text"))
                    .as(format)
                    .isEqualTo(first.json().path("text"));
        }
    }

    @ParameterizedTest
    @CsvSource({"still", "gif", "webp", "aac", "mp3", "flac", "opus"})
    void aSingleFileOfAnyKindIsMade(String kind) throws Exception {
        Shell shell = Shell.in(folder);
        Path clip = TestMedia.clip("export-as").frames(60).make();
        Shell.Said said = shell.run("export", clip, "--as", kind, "--moment", "0.5-1.5", "--json");
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DONE);
        Path made = Path.of(said.json().path("file").asText());
        assertThat(made).isNotEmptyFile();
        if (kind.equals("still")) {
            var facts = new FfprobeProber(Ffmpeg.load()).probe(made, JobContext.silent());
            var picture =
                    new ChildPictureReader(Ffmpeg.load()).at(made, facts, List.of(0L), 320, 320, JobContext.silent());
            assertThat(TestMedia.numberOn(picture.getFirst().picture())).isEqualTo(15);
        } else if (!kind.equals("webp")) {
            assertThat(said.json().path("durationMs").asLong()).isBetween(850L, 1150L);
        }
    }

    @Test
    void whatIsNotInTheLibraryIsSaid() {
        Shell shell = Shell.in(folder);
        Path clip = TestMedia.clip("export-cut").frames(90).make();
        Shell.Said said = shell.run("export", clip, "--cut", "--for", "youtube/long", "--json");
        assertThat(said.code()).isNotZero();
        assertThat(said.json().path("error").path("code").asText()).isEqualTo("STORE-1006");
    }

    private static void cutOut(Shell shell, String typed, long from, long to) throws Exception {
        try (var bench = Workbench.open(shell.assets(), Home.find(Optional.of(shell.home())), 1)) {
            var library = bench.library().library();
            Asset.Id id = bench.library().show().meant(typed).getFirst();
            Asset asset = library.assets().find(id).orElseThrow();
            ProjectStore projects = library.projects();
            History history = projects.open(projects.of(id)).history();
            List<Edit> edits = new ArrayList<>();
            if (history.project().timeline().isEmpty()) {
                edits.add(new Edit.SetTimeline(Optional.of(FirstTimeline.of(asset))));
            }
            edits.add(new TimelineEdit.RippleDelete(from, to));
            for (Edit edit : edits) {
                JournalEntry line = history.edit(edit, Instant.EPOCH);
                history = history.after(line);
                projects.append(line, history);
            }
        }
    }

    private static Path made(Shell.Said said, Shell shell) {
        JsonNode file = said.json().path("files").path(0).path("file");
        return shell.out().resolve("export-cut").resolve(file.asText());
    }

    private static List<Integer> numbers(Path file) throws Exception {
        var facts = new FfprobeProber(Ffmpeg.load()).probe(file, JobContext.silent());
        List<Long> times = new ArrayList<>();
        for (int n = 0; n < facts.video().orElseThrow().frames(); n++) {
            times.add(Math.round(n * 1000 / 30.0 + 5));
        }
        return new ChildPictureReader(Ffmpeg.load())
                .at(file, facts, times, 320, 320, JobContext.silent()).stream()
                        .map(TimedPicture::picture)
                        .map(TestMedia::numberOn)
                        .toList();
    }
}

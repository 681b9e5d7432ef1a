package studio.fanz.app.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.fanz.app.task.Imported.Item;
import studio.fanz.app.task.Imported.Status;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.job.CancellableContext;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.core.json.Documents;
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.Home;
import studio.fanz.kit.TestMedia;
import studio.fanz.media.probe.Waveform;

/// Real files through the real prober and readers.
class ImportFilesTest {

    @TempDir
    Path folder;

    private Path videos;
    private LibraryDesk desk;

    @BeforeEach
    void open() throws Exception {
        videos = Files.createDirectory(folder.resolve("videos"));
        desk = LibraryDesk.open(new Home(folder.resolve("home")));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void aRecordingComesInWithPosterFilmstripAndWaveform() throws Exception {
        Path clip = put(clip("clip", 60), "A clip 🚀.mp4");
        byte[] before = Files.readAllBytes(clip);
        Asset asset = only(run(clip), Status.ADDED);

        assertThat(asset.facts().kind()).isEqualTo(AssetKind.VIDEO);
        assertThat(asset.name()).isEqualTo("A clip 🚀.mp4");
        var previews = desk.previews();
        var poster = ImageIO.read(previews.poster(asset.hash()).orElseThrow().toFile());
        assertThat(poster.getWidth())
                .isEqualTo(asset.facts().video().orElseThrow().displayWidth());
        var strip = previews.strip(asset.hash()).orElseThrow();
        assertThat(ImageIO.read(strip.picture().toFile()).getWidth() % strip.count())
                .isZero();
        Waveform wave = Waveform.read(previews.wave(asset.hash()).orElseThrow());
        assertThat(wave.peaks().length * 1000 / wave.perSecond()).isBetween(1900, 2100);
        assertThat(Files.readAllBytes(clip)).as("the source is untouched").isEqualTo(before);

        AssetReport report = desk.show().report(asset.id());
        assertThat(report.present()).isTrue();
        assertThat(Documents.of("show", 1, report).path("asset").path("hash").asText())
                .isEqualTo(asset.hash().hex());
        assertThat(Documents.of("show", 1, report).path("asset").path("path").asText())
                .isEqualTo(clip.toString());
        assertThat(desk.show().meant(asset.id().toString().substring(0, 20))).containsExactly(asset.id());
        assertThat(desk.show().meant(clip.toString())).containsExactly(asset.id());
        assertThat(desk.show().meant("nothing like it")).isEmpty();
    }

    @Test
    void theSameBytesTwiceAreOneRecordingAndAMovedFileIsFoundAgain() throws Exception {
        Path first = put(clip("clip", 60), "first.mp4");
        Asset asset = only(run(first), Status.ADDED);
        Path copy = Files.copy(first, videos.resolve("copy.mp4"));
        assertThat(only(run(copy), Status.KNOWN).id()).isEqualTo(asset.id());
        assertThat(only(run(first), Status.KNOWN).path()).isEqualTo(first);

        Files.delete(copy);
        Path moved = Files.move(first, videos.resolve("moved.mp4"));
        assertThat(only(run(moved), Status.MOVED).path()).isEqualTo(moved);
        assertThat(desk.library().cards().count(Facets.ALL)).isEqualTo(1);
        assertThat(desk.library().assets().find(asset.id()).orElseThrow().path())
                .isEqualTo(moved);
    }

    @Test
    void anotherFileUnderAnOldNameIsAnotherRecording() throws Exception {
        Path file = put(clip("clip", 60), "file.mp4");
        Asset old = only(run(file), Status.ADDED);
        Files.copy(clip("other", 25), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Asset now = only(run(file), Status.ADDED);
        assertThat(now.id()).isNotEqualTo(old.id());
        assertThat(desk.library().cards().cards(List.of(old.id())).getFirst().missing())
                .isTrue();
        assertThat(desk.show().meant(file.toString())).containsExactly(now.id());
    }

    @Test
    void aFolderComesInWithAReasonForEachFileThatWasRefused() throws Exception {
        put(clip("clip", 60), "good.mp4");
        Path below = Files.createDirectories(videos.resolve("day 2"));
        Files.copy(
                TestMedia.clip("import-tone")
                        .noVideo()
                        .frames(50)
                        .container("wav")
                        .codecs("", "pcm_s16le")
                        .make(),
                below.resolve("tone.wav"));
        Files.writeString(videos.resolve("notes.mp4"), "these are notes, not a film");
        Files.createFile(videos.resolve("empty.mov"));
        Files.writeString(videos.resolve(".hidden"), "not looked at");
        var heard = new ArrayList<Progress>();
        Imported imported =
                desk.importer().run(List.of(videos, videos.resolve("gone.mp4")), new CancellableContext(heard::add));

        assertThat(imported.files())
                .extracting(
                        Item::status, i -> i.problem().map(p -> p.code().id()).orElse(""))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Status.ADDED, ""),
                        org.assertj.core.groups.Tuple.tuple(Status.ADDED, ""),
                        org.assertj.core.groups.Tuple.tuple(Status.REFUSED, "MEDIA-1003"),
                        org.assertj.core.groups.Tuple.tuple(Status.REFUSED, "MEDIA-1002"),
                        org.assertj.core.groups.Tuple.tuple(Status.REFUSED, "MEDIA-1001"));
        assertThat(heard).last().isEqualTo(new Progress("preview", 5, 5, Progress.Unit.FILES));
        assertThat(desk.library().cards().count(Facets.ALL.ofKinds(Set.of(AssetKind.AUDIO))))
                .isEqualTo(1);
        assertThat(desk.search().page("tone", Facets.ALL, 0, 5).total()).isEqualTo(1);
    }

    @Test
    void cancelledWhatCameInStaysAndTheRestComesNextTime() throws Exception {
        put(clip("clip", 60), "a.mp4");
        put(clip("other", 25), "b.mp4");
        var job = new CancellableContext[1];
        job[0] = new CancellableContext(progress -> {
            if (progress.done() == 1) {
                job[0].cancel();
            }
        });
        var importer = desk.importer();
        assertThatThrownBy(() -> importer.run(List.of(videos), job[0])).isInstanceOf(CancellationException.class);
        assertThat(desk.library().cards().count(Facets.ALL)).isEqualTo(1);
        assertThat(run(videos)).extracting(Item::status).containsExactly(Status.KNOWN, Status.ADDED);
        try (Stream<Path> drafts = Files.list(folder.resolve("home/cache/steps/drafts"))) {
            assertThat(drafts).isEmpty();
        }
    }

    private List<Item> run(Path file) throws Exception {
        return desk.importer().run(List.of(file), JobContext.silent()).files();
    }

    private static Asset only(List<Item> items, Status status) {
        assertThat(items).extracting(Item::status).containsExactly(status);
        assertThat(items.getFirst().problem()).isEqualTo(Optional.empty());
        return items.getFirst().asset().orElseThrow();
    }

    private Path put(Path clip, String name) throws Exception {
        return Files.copy(clip, videos.resolve(name));
    }

    private static Path clip(String name, int frames) {
        return TestMedia.clip("import-" + name).frames(frames).make();
    }
}

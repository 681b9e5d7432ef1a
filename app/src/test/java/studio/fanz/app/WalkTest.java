package studio.fanz.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.fanz.app.fx.FxThread;
import studio.fanz.app.session.Place;
import studio.fanz.app.session.Preferences;
import studio.fanz.app.session.Prepared;
import studio.fanz.app.shell.Desk;
import studio.fanz.app.shell.Ports;
import studio.fanz.app.task.Workbench;
import studio.fanz.app.theme.Appearance;
import studio.fanz.app.theme.Theme;
import studio.fanz.assets.Assets;
import studio.fanz.core.job.JobRunner;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.Home;

/// The whole path of a first visit, on the recording that ships and with the real models, by mouse and keyboard.
@ExtendWith(ApplicationExtension.class)
class WalkTest {

    private static final int SECONDS = 150;

    @TempDir
    private static Path home;

    private Optional<Desk> desk = Optional.empty();
    private Optional<Workbench> bench = Optional.empty();
    private Optional<JobRunner> jobs = Optional.empty();

    @Start
    void start(Stage stage) throws StudioException {
        Assets assets = Assets.find();
        var opened = Workbench.open(assets, new Home(home), 2);
        var runner = new JobRunner(JobRunner.HEAVY_LANES, FxThread.FX, thrown -> {
            throw new AssertionError(thrown);
        });
        var theme = new Theme(assets);
        var ports = Studio.ports(opened, runner, Locale.ENGLISH);
        var made = new Desk(ports, theme, new SimpleObjectProperty<>(Preferences.FIRST), new NoHost());
        var scene = new Scene(made.shell(), 1000, 760);
        theme.apply(scene, Appearance.DARK);
        stage.setScene(scene);
        stage.show();
        bench = Optional.of(opened);
        jobs = Optional.of(runner);
        desk = Optional.of(made);
    }

    @AfterEach
    void close() throws StudioException {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> desk.ifPresent(Desk::close));
        jobs.ifPresent(JobRunner::close);
        if (bench.isPresent()) {
            bench.get().close();
        }
    }

    @Test
    void aFirstVisitGoesFromTheSampleToAChangedCaption(FxRobot robot) throws Exception {
        Desk shown = desk.orElseThrow();
        robot.clickOn("Try the small rocket");
        until(() -> prepared().isPresent());
        assertThat(shown.navigation().placeProperty().get()).isEqualTo(Place.EDIT);

        until(() -> prepared()
                .flatMap(Prepared::transcript)
                .map(t -> t.words().size() > 20)
                .orElse(false));
        until(() -> shown.editorView().manuscript().getItems().size() > 2);
        until(() -> shown.recording()
                .captionsProperty()
                .get()
                .map(c -> c.cues().size() > 5)
                .orElse(false));
        until(() -> prepared()
                .map(p -> p.covers().isPresent() && p.review().isPresent())
                .orElse(false));
        assertThat(prepared().orElseThrow().covers().orElseThrow().chosen()).hasSize(3);

        until(() -> shown.recording()
                .edits()
                .project()
                .map(p -> !p.cues().isEmpty())
                .orElse(false));
        robot.interact(() -> shown.recording().changeCue(0, java.util.List.of("Hello there"), 700, 2_700));
        assertThat(shown.recording()
                        .captionsProperty()
                        .get()
                        .orElseThrow()
                        .cues()
                        .getFirst()
                        .text())
                .isEqualTo("Hello there");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown.recording()
                        .captionsProperty()
                        .get()
                        .orElseThrow()
                        .cues()
                        .getFirst()
                        .text())
                .isNotEqualTo("Hello there");

        until(() -> prepared().map(p -> p.waiting().isEmpty()).orElse(false));
        assertThat(prepared().orElseThrow().draft()).isPresent();
        var manuscript = shown.editorView().manuscript();
        robot.interact(() -> {
            manuscript.requestFocus();
            manuscript.select(3, 5);
        });
        robot.push(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(manuscript.struckProperty().get()).containsExactlyInAnyOrder(3, 4, 5);
        assertThat(shown.recording()
                        .cut()
                        .timelineProperty()
                        .get()
                        .orElseThrow()
                        .tracks())
                .allSatisfy(track -> assertThat(track.clips()).hasSize(2));
        robot.push(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(manuscript.struckProperty().get()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(manuscript.struckProperty().get()).hasSize(3);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown.recording().cut().changed()).isFalse();

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> shown.navigation().placeProperty().get() == Place.LIBRARY);
    }

    private Optional<Prepared> prepared() {
        return desk.orElseThrow().recording().preparedProperty().get();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                SECONDS,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static final class NoHost implements Ports.WindowHost {
        @Override
        public void chooseFiles() {}

        @Override
        public void openFolder(Path folder) {}
    }
}

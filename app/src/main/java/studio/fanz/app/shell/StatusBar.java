package studio.fanz.app.shell;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.session.Activity;
import studio.fanz.assets.Texts;
import studio.fanz.core.job.Progress;

/// The last line of the window: what runs, how far it is, how to stop it, what is stored.
final class StatusBar extends HBox {

    private static final int SHOWN = 2;

    private final Activity activity;
    private final Texts texts;
    private final HBox work = Nodes.row(16);

    StatusBar(Activity activity, Texts texts, javafx.beans.value.ObservableValue<String> storage) {
        this.activity = activity;
        this.texts = texts;
        getStyleClass().add("status");
        var dot = new Region();
        dot.getStyleClass().add("dot");
        var stored = Nodes.text("");
        stored.textProperty().bind(storage);
        stored.setMinWidth(Region.USE_PREF_SIZE);
        work.setMinWidth(0);
        getChildren().addAll(dot, Nodes.text(texts.get("status.offline")), Nodes.grow(work), stored);
        activity.running().subscribe(this::fill);
        fill();
    }

    private void fill() {
        work.getChildren().clear();
        activity.running().stream()
                .limit(SHOWN)
                .forEach(running -> work.getChildren().add(line(running)));
        int more = activity.running().size() - SHOWN;
        if (more > 0) {
            work.getChildren().add(Nodes.text(texts.get("status.more", more)));
        }
    }

    private HBox line(Activity.Running running) {
        var bar = new ProgressBar();
        bar.setPrefWidth(110);
        bar.setMinWidth(60);
        Label figure = Nodes.text("");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        running.progressProperty().subscribe(progress -> {
            bar.setProgress(progress.fraction());
            figure.setText(figure(progress, running.secondsLeft()));
        });
        HBox line = Nodes.row(
                10,
                Nodes.name(running.title()),
                bar,
                figure,
                Nodes.iconButton(texts.get("cancel.named", running.title()), "x", running::cancel, "ghost"));
        line.setMinWidth(0);
        return line;
    }

    private String figure(Progress progress, long secondsLeft) {
        String step = texts.find("step." + progress.step()).map(s -> s + " · ").orElse("");
        String done = progress.fraction() < 0
                ? ""
                : progress.unit() == Progress.Unit.FILES
                        ? texts.get("status.files", progress.done(), progress.total())
                        : String.format(Locale.ROOT, "%d %%", Math.round(progress.fraction() * 100));
        String left = secondsLeft < 0 ? "" : " · " + texts.get("status.left", secondsLeft);
        return step + done + left;
    }
}

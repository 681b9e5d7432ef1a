package studio.fanz.app.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.SetChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.fanz.app.control.Diamond;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.control.Sizes;
import studio.fanz.app.session.FindingWords;
import studio.fanz.assets.Texts;
import studio.fanz.core.platform.Target;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.review.Finding;
import studio.fanz.core.time.Timecode;

/// The export tab.
public final class ExportPane extends VBox {

    private final ExportViewModel export;
    private final Texts texts;
    private final FindingWords words;
    private final Locale locale;
    private final Consumer<Path> openFolder;
    private final VBox places = new VBox();
    private final VBox below = new VBox(10);
    private final Button start;

    /// `openFolder` shows a folder in the system's file manager.
    public ExportPane(
            ExportViewModel export, Texts texts, FindingWords words, Locale locale, Consumer<Path> openFolder) {
        this.export = export;
        this.texts = texts;
        this.words = words;
        this.locale = locale;
        this.openFolder = openFolder;
        start = Nodes.button("", "upload", export::start, "primary");
        start.setMaxWidth(Double.MAX_VALUE);
        var burnIn = new CheckBox(texts.get("export.burn-in"));
        burnIn.setOnAction(_ -> export.burnIn(burnIn.isSelected()));
        var list = new VBox(4, Nodes.text(texts.get("export.where"), "h"), places);
        list.setPadding(new Insets(4, 14, 12, 14));
        below.setPadding(new Insets(10, 14, 14, 14));
        below.getStyleClass().add("line-above");
        var foot = new VBox(10, burnIn, start);
        below.getChildren().add(foot);
        getChildren().addAll(Nodes.grow(Nodes.scrolling(list)), below);
        export.chosen().addListener((SetChangeListener<Target>) _ -> count());
        export.preparedProperty().subscribe(_ -> fill());
        export.cutFindingsProperty().subscribe(_ -> fill());
        export.stateProperty().subscribe(state -> {
            below.getChildren().setAll(shown(state), foot);
            count();
        });
        count();
    }

    private void fill() {
        places.getChildren().clear();
        export.targets().forEach(target -> places.getChildren().add(place(target)));
    }

    private Node place(Target target) {
        var box = new CheckBox(target.name());
        box.setSelected(export.chosen().contains(target));
        box.setMinWidth(0);
        box.setOnAction(_ -> {
            if (box.isSelected()) {
                export.chosen().add(target);
            } else {
                export.chosen().remove(target);
            }
        });
        String shape = target.aspect().equals("source") ? texts.get("export.as-is") : target.aspect();
        Label aspect = Nodes.text(shape, "t2", "small");
        aspect.setMinWidth(Region.USE_PREF_SIZE);
        var row = new VBox(Nodes.row(8, Nodes.grow(box), Nodes.spring(), aspect));
        for (Finding finding : export.blocking(target)) {
            String way = words.fix(finding);
            var why = Nodes.paragraph(
                    way.isEmpty() ? words.title(finding) : words.title(finding) + " " + way, "warn", "small");
            var line = Nodes.row(8, new Diamond(), Nodes.grow(why));
            line.setPadding(new Insets(0, 0, 6, 26));
            row.getChildren().add(line);
        }
        return row;
    }

    private void count() {
        int many = export.chosen().size();
        start.setText(texts.get("export.start", many));
        start.setDisable(many == 0 || export.stateProperty().get() instanceof ExportViewModel.State.Running);
    }

    private Node shown(ExportViewModel.State state) {
        return switch (state) {
            case ExportViewModel.State.Ready() -> Nodes.paragraph(texts.get("export.hint"), "t2", "small");
            case ExportViewModel.State.Running() -> {
                var bar = new ProgressBar();
                bar.setMaxWidth(Double.MAX_VALUE);
                yield Nodes.row(
                        10,
                        Nodes.text(texts.get("export.running"), "t2"),
                        Nodes.grow(bar),
                        Nodes.button(texts.get("cancel"), export::cancel));
            }
            case ExportViewModel.State.Finished(var made) -> {
                var list = new VBox(
                        8, Nodes.text(texts.get("export.done", made.renditions().size()), "ok"));
                made.renditions().forEach(rendition -> list.getChildren().add(file(rendition)));
                made.refused()
                        .forEach(why -> list.getChildren()
                                .add(Nodes.row(8, new Diamond(), Nodes.grow(Nodes.paragraph(why, "small", "warn")))));
                list.getChildren()
                        .add(Nodes.button(texts.get("export.open"), "folder", () -> openFolder.accept(made.folder())));
                yield list;
            }
            case ExportViewModel.State.Failed(var sentence, var hint) ->
                new VBox(
                        4,
                        Nodes.row(8, new Diamond(), Nodes.grow(Nodes.paragraph(sentence, "medium"))),
                        Nodes.paragraph(hint, "t2", "small"));
        };
    }

    private Node file(Rendition rendition) {
        var facts = rendition.facts();
        String size = facts.video()
                        .map(v -> v.displayWidth() + " × " + v.displayHeight() + " · ")
                        .orElse("")
                + Timecode.of(facts.durationMs()) + " · " + Sizes.text(facts.sizeBytes(), locale);
        String loud = rendition
                .loudnessAfter()
                .filter(l -> !l.silent())
                .map(l -> String.format(locale, " · %.1f LUFS", l.integratedLufs()))
                .orElse("");
        String encoder =
                rendition.encoder() + (rendition.fallback().isEmpty() ? "" : " (" + rendition.fallback() + ")");
        return new VBox(
                1,
                Nodes.text(rendition.file(), "medium"),
                Nodes.paragraph(size + loud, "t2", "small"),
                Nodes.paragraph(
                        texts.get("export.by", encoder, String.join(", ", names(rendition.targets()))), "t2", "small"));
    }

    private List<String> names(List<String> ids) {
        return export.targets().stream()
                .filter(target -> ids.contains(target.id()))
                .map(Target::name)
                .toList();
    }
}

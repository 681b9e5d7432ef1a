package studio.fanz.app.shell;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.fanz.app.control.Diamond;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.session.Notices;
import studio.fanz.assets.Texts;

/// Short notices at the lower edge. One that can be undone stays ten seconds, the others six; a failure stays until it
/// is closed.
final class Toasts extends VBox {

    private final Notices notices;
    private final Texts texts;

    Toasts(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
        setAlignment(Pos.BOTTOM_CENTER);
        setSpacing(8);
        setPadding(new Insets(0, 0, 46, 72));
        setPickOnBounds(false);
        notices.shown().addListener((ListChangeListener<Notices.Notice>) _ -> fill());
        fill();
    }

    private void fill() {
        getChildren().removeIf(node -> !notices.shown().contains(node.getUserData()));
        for (Notices.Notice notice : notices.shown()) {
            if (getChildren().stream().noneMatch(node -> node.getUserData() == notice)) {
                getChildren().add(toast(notice));
            }
        }
    }

    private Node toast(Notices.Notice notice) {
        boolean loss = notice.tone() == Notices.Tone.LOSS;
        var words = new VBox(1, Nodes.paragraph(notice.sentence(), "medium"));
        if (!notice.hint().isEmpty()) {
            words.getChildren().add(Nodes.paragraph(notice.hint(), "t2", "small"));
        }
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        FontIcon check = Nodes.icon("check");
        check.getStyleClass().add("icon-ok");
        HBox row = Nodes.row(12, loss ? new Diamond() : check, Nodes.grow(words));
        notice.undo()
                .ifPresent(undo -> row.getChildren().add(Nodes.button(texts.get("undo"), () -> {
                    notices.dismiss(notice);
                    undo.run();
                })));
        row.getChildren().add(Nodes.iconButton(texts.get("close"), "x", () -> notices.dismiss(notice), "ghost"));
        row.getStyleClass().add("toast");
        row.setMaxWidth(560);
        row.setMinHeight(Region.USE_PREF_SIZE);
        row.setUserData(notice);
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(notice.sentence() + " " + notice.hint());
        if (!loss) {
            var stay = new PauseTransition(Duration.seconds(notice.undo().isPresent() ? 10 : 6));
            stay.setOnFinished(_ -> notices.dismiss(notice));
            stay.play();
        }
        return row;
    }
}

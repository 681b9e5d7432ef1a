package studio.fanz.app.shell;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.fanz.app.control.Nodes;
import studio.fanz.assets.Texts;

/// What a person sees of a bug: a short code, what is safe, and a report to send.
final class CrashSheet extends VBox {

    CrashSheet(Crash crash, Texts texts, Runnable close) {
        getStyleClass().add("floating");
        setSpacing(14);
        setMaxSize(560, Region.USE_PREF_SIZE);
        var copy = Nodes.button(
                texts.get("crash.copy"),
                "copy",
                () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, crash.report())),
                "primary");
        getChildren()
                .addAll(
                        Nodes.text(texts.get("crash.title"), "h2"),
                        Nodes.paragraph(texts.get("crash.detail"), "t2"),
                        Nodes.text(texts.get("crash.code", crash.code()), "mono"),
                        Nodes.row(8, copy, Nodes.button(texts.get("crash.close"), close)));
    }
}

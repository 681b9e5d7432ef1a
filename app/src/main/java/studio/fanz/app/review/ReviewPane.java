package studio.fanz.app.review;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.fanz.app.control.Diamond;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.session.FindingWords;
import studio.fanz.app.session.Prepared;
import studio.fanz.assets.Texts;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Review;
import studio.fanz.core.time.Timecode;

/// The review tab.
public final class ReviewPane extends VBox {

    private final ReviewViewModel review;
    private final Texts texts;
    private final FindingWords words;
    private final VBox list = new VBox();

    public ReviewPane(ReviewViewModel review, Texts texts, FindingWords words) {
        this.review = review;
        this.texts = texts;
        this.words = words;
        list.setPadding(new Insets(4, 14, 14, 14));
        getChildren().add(Nodes.grow(Nodes.scrolling(list)));
        review.preparedProperty().subscribe(_ -> fill());
    }

    private void fill() {
        list.getChildren().clear();
        review.preparedProperty().get().ifPresent(this::fill);
    }

    private void fill(Prepared prepared) {
        if (prepared.review().isEmpty()) {
            String why = prepared.waitsFor(Prepared.Part.REVIEW) ? "review.waiting" : "review.none";
            list.getChildren().add(Nodes.paragraph(texts.get(why), "t2"));
            return;
        }
        Review checked = prepared.review().get();
        list.getChildren().add(summary(checked));
        checked.findings().forEach(finding -> list.getChildren().add(finding(finding)));
        if (!checked.skipped().isEmpty()) {
            var title = Nodes.text(texts.get("review.skipped"), "h");
            title.setPadding(new Insets(18, 0, 6, 0));
            list.getChildren().add(title);
            checked.skipped().forEach(skipped -> list.getChildren().add(skipped(skipped)));
        }
    }

    private Node summary(Review checked) {
        int findings = checked.findings().size();
        String sentence = findings == 0
                ? texts.get("review.clear", checked.ran().size())
                : texts.get("review.count", findings, checked.ran().size());
        var line = Nodes.paragraph(sentence, "t2");
        line.setPadding(new Insets(2, 0, 8, 0));
        return line;
    }

    private Node finding(Finding finding) {
        var text = new VBox(3, Nodes.paragraph(words.title(finding), "medium"));
        for (String more : new String[] {words.detail(finding), words.fix(finding)}) {
            if (!more.isEmpty()) {
                text.getChildren().add(Nodes.paragraph(more, "t2", "small"));
            }
        }
        if (finding.confidence() < 1) {
            text.getChildren()
                    .add(Nodes.paragraph(
                            texts.get("review.guess", Math.round(finding.confidence() * 100)), "t2", "small"));
        }
        text.setMinWidth(0);
        var row = Nodes.row(10, sign(finding.severity()), Nodes.grow(text));
        row.setAlignment(Pos.TOP_LEFT);
        finding.span().ifPresent(span -> {
            String time = Timecode.of(span.startMs());
            var go = Nodes.button(time, () -> review.show(finding), "mono-button");
            go.setAccessibleText(texts.get("review.go", words.title(finding), time));
            row.getChildren().add(go);
        });
        row.setPadding(new Insets(10, 0, 11, 0));
        row.getStyleClass().addAll("line-below", "on-pane");
        return row;
    }

    private Node sign(Finding.Severity severity) {
        Node sign = switch (severity) {
            case WARNING -> new Diamond();
            case BLOCKS -> icon("slash", "icon-bad");
            case NOTE -> icon("info", "icon-info");
        };
        sign.setAccessibleText(texts.get("severity." + severity.name().toLowerCase(java.util.Locale.ROOT)));
        var place = new javafx.scene.layout.StackPane(sign);
        place.setMinWidth(18);
        place.setPadding(new Insets(3, 0, 0, 0));
        place.setAlignment(Pos.TOP_CENTER);
        return place;
    }

    private static FontIcon icon(String name, String style) {
        FontIcon icon = Nodes.icon(name);
        icon.getStyleClass().addAll("icon-small", style);
        return icon;
    }

    private Node skipped(Review.Skipped skipped) {
        String sentence = texts.get("review.skipped.line", words.check(skipped.code()), words.why(skipped));
        var line = Nodes.paragraph(sentence, "t2", "small");
        line.setPadding(new Insets(2, 0, 2, 0));
        return line;
    }
}

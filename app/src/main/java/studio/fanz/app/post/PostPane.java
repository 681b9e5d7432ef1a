package studio.fanz.app.post;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.session.Notices;
import studio.fanz.app.session.OpenRecording;
import studio.fanz.app.session.Prepared;
import studio.fanz.assets.Texts;
import studio.fanz.core.platform.Target;
import studio.fanz.core.post.Draft;

/// The post tab: what is proposed, per place with its true counters; nothing here is sent, everything can be copied.
public final class PostPane extends VBox {

    private final OpenRecording recording;
    private final Notices notices;
    private final Texts texts;
    private final Map<String, String> places;
    private final VBox list = new VBox(12);

    /// `targets` are the places by the names people use.
    public PostPane(OpenRecording recording, Notices notices, Texts texts, List<Target> targets) {
        this.places = targets.stream().collect(Collectors.toUnmodifiableMap(Target::id, Target::name));
        this.recording = recording;
        this.notices = notices;
        this.texts = texts;
        list.setPadding(new Insets(4, 14, 14, 14));
        getChildren().add(Nodes.grow(Nodes.scrolling(list)));
        recording.preparedProperty().subscribe(prepared -> {
            list.getChildren().clear();
            prepared.ifPresent(this::fill);
        });
    }

    private void fill(Prepared prepared) {
        if (prepared.draft().isEmpty()) {
            String why = prepared.waitsFor(Prepared.Part.DRAFT) ? "post.waiting" : "post.none";
            list.getChildren().add(Nodes.paragraph(texts.get(why), "t2"));
            return;
        }
        Draft draft = prepared.draft().get();
        if (draft.title().text().isEmpty()) {
            list.getChildren().add(Nodes.paragraph(texts.get("post.none"), "t2"));
            return;
        }
        String text = draft.text().stream().map(Draft.Piece::text).collect(Collectors.joining(" "));
        list.getChildren().add(proposal(texts.get("post.title"), draft.title().text(), draft.title()));
        list.getChildren()
                .add(proposal(texts.get("post.text"), text, draft.text().getFirst()));
        list.getChildren().add(hashtags(draft));
        list.getChildren().add(Nodes.paragraph(texts.get("post.from"), "t2", "small"));
        draft.variants().forEach(variant -> list.getChildren().add(variant(variant)));
    }

    private Node proposal(String name, String words, Draft.Piece first) {
        var head = Nodes.row(
                6,
                Nodes.text(name, "h"),
                Nodes.spring(),
                Nodes.button(
                        texts.get("post.hear"),
                        () -> recording.playback().seek(first.source().startMs()),
                        "ghost"),
                copy(name, words));
        var text = Nodes.paragraph(words, "draft");
        return new VBox(2, head, text);
    }

    private Node copy(String name, String words) {
        return Nodes.iconButton(
                texts.get("post.copy", name),
                "copy",
                () -> {
                    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, words));
                    notices.tell(texts.get("post.copied", name));
                },
                "ghost");
    }

    private Node hashtags(Draft draft) {
        String all = draft.hashtags().stream().map(tag -> "#" + tag.text()).collect(Collectors.joining(" "));
        var head = Nodes.row(
                6, Nodes.text(texts.get("post.hashtags"), "h"), Nodes.spring(), copy(texts.get("post.hashtags"), all));
        var tags = new FlowPane(6, 6);
        draft.hashtags().forEach(tag -> tags.getChildren().add(Nodes.tag("#" + tag.text())));
        return new VBox(4, head, tags);
    }

    private Node variant(Draft.Variant variant) {
        var card = new VBox(6);
        card.setPadding(new Insets(10, 12, 12, 12));
        card.getStyleClass().add("card");
        var counters = new FlowPane(12, 2);
        variant.counters().forEach(counter -> counters.getChildren().add(counter(counter)));
        var words =
                new TextArea(variant.title().isEmpty() ? variant.text() : variant.title() + "\n\n" + variant.text());
        words.setEditable(false);
        words.setWrapText(true);
        words.setPrefRowCount(4);
        words.setMinHeight(Region.USE_PREF_SIZE);
        String place = places.getOrDefault(variant.target(), variant.target());
        words.setAccessibleText(texts.get("post.variant", place));
        card.getChildren()
                .addAll(
                        Nodes.row(6, Nodes.text(place, "strong"), Nodes.spring(), copy(place, words.getText())),
                        words,
                        counters);
        return card;
    }

    private Label counter(Draft.Counter counter) {
        boolean over = counter.used() > counter.max();
        String name = texts.find("counter." + counter.limit()).orElse(counter.limit());
        var label = Nodes.text(
                texts.get(over ? "post.over" : "post.counter", name, counter.used(), counter.max()),
                "small",
                over ? "warn" : "t2");
        label.setMinWidth(0);
        return label;
    }
}

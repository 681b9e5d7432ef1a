package studio.fanz.app.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import studio.fanz.app.captions.CaptionsPane;
import studio.fanz.app.captions.CaptionsViewModel;
import studio.fanz.app.control.DropZone;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.control.Pictures;
import studio.fanz.app.control.Sizes;
import studio.fanz.app.covers.CoversPane;
import studio.fanz.app.covers.CoversViewModel;
import studio.fanz.app.editor.EditorView;
import studio.fanz.app.editor.EditorViewModel;
import studio.fanz.app.editor.Shape;
import studio.fanz.app.export.ExportPane;
import studio.fanz.app.export.ExportViewModel;
import studio.fanz.app.fx.FxThread;
import studio.fanz.app.library.LibraryView;
import studio.fanz.app.library.LibraryViewModel;
import studio.fanz.app.post.PostPane;
import studio.fanz.app.review.ReviewPane;
import studio.fanz.app.review.ReviewViewModel;
import studio.fanz.app.session.Activity;
import studio.fanz.app.session.Command;
import studio.fanz.app.session.Edits;
import studio.fanz.app.session.FindingWords;
import studio.fanz.app.session.Intake;
import studio.fanz.app.session.Navigation;
import studio.fanz.app.session.Notices;
import studio.fanz.app.session.OpenRecording;
import studio.fanz.app.session.Place;
import studio.fanz.app.session.Playback;
import studio.fanz.app.session.Preferences;
import studio.fanz.app.session.Problems;
import studio.fanz.app.settings.SettingsView;
import studio.fanz.app.settings.SettingsViewModel;
import studio.fanz.app.theme.Appearance;
import studio.fanz.app.theme.Theme;
import studio.fanz.app.today.TodayView;
import studio.fanz.app.today.TodayViewModel;
import studio.fanz.assets.Texts;
import studio.fanz.core.caption.Fillers;

/// Puts the screens and the shell together over a set of ports. FX thread only.
public final class Desk implements AutoCloseable {

    private final Ports ports;
    private final Texts texts;
    private final ObjectProperty<Preferences> preferences;
    private final Navigation navigation = new Navigation();
    private final Notices notices = new Notices();
    private final Activity activity;
    private final Problems problems;
    private final FindingWords words;
    private final Intake intake;
    private final Pictures pictures;
    private final Playback playback;
    private final Edits edits;
    private final OpenRecording recording;
    private final List<Command> commands = new ArrayList<>();
    private final Shell shell;
    private final TodayViewModel today;
    private final LibraryView library;
    private final EditorViewModel editor;
    private final EditorView editorView;
    private final SettingsViewModel settings;

    /// `preferences` are read and set, and written by whoever owns them.
    public Desk(Ports ports, Theme theme, ObjectProperty<Preferences> preferences, Ports.WindowHost host) {
        this.ports = ports;
        this.preferences = preferences;
        texts = ports.texts();
        problems = new Problems(ports.problems());
        words = new FindingWords(ports.findings(), texts);
        activity = new Activity(ports.jobs());
        pictures = new Pictures(ports.liveLoad());
        intake = new Intake(activity, ports.shelf(), navigation, notices, texts, problems);
        playback = new Playback(activity, ports.stills(), ports.player(), FxThread.FX);
        edits = new Edits(activity, ports.journal(), notices, problems, ports.instants());
        recording = new OpenRecording(
                activity, ports.shelf(), ports.preparer(), playback, intake, edits, notices, problems, texts);
        settings = new SettingsViewModel(activity, ports.house(), notices, problems, texts, preferences);
        today = new TodayViewModel(
                activity,
                ports.shelf(),
                intake,
                navigation,
                problems,
                ports.assets().sample(),
                ports.clock());
        editor = new EditorViewModel(recording, words, fillers(), notices, texts);
        library = new LibraryView(
                new LibraryViewModel(activity, ports.shelf(), intake, navigation, problems),
                texts,
                ports.locale(),
                pictures,
                theme.tokensProperty(),
                host::chooseFiles);
        editorView = new EditorView(
                editor,
                texts,
                ports.locale(),
                pictures,
                theme.tokensProperty(),
                preferences,
                tabs(host),
                host::chooseFiles);
        var palette = new PaletteViewModel(commands, activity, ports.shelf(), navigation, texts);
        shell = new Shell(navigation, activity, notices, commands, palette, texts, pictures, storage());
        putScreens(host);
        commands.addAll(commands(host));
        DropZone.accept(shell, intake::add);
        navigation.visitProperty().subscribe(visit -> visit.ifPresent(v -> recording.open(v.asset(), v.atMs())));
        navigation.placeProperty().subscribe(this::arrived);
        playback.problemProperty()
                .subscribe(why -> why.ifPresent(p -> notices.failed(problems.sentence(p), problems.hint(p))));
        settings.measure();
        shell.start();
    }

    /// The window's content.
    public Shell shell() {
        return shell;
    }

    /// The library screen.
    public LibraryView library() {
        return library;
    }

    /// The Edit screen.
    public EditorView editorView() {
        return editorView;
    }

    /// The open recording.
    public OpenRecording recording() {
        return recording;
    }

    /// What the Edit screen shows.
    public EditorViewModel editor() {
        return editor;
    }

    /// Where the person is.
    public Navigation navigation() {
        return navigation;
    }

    /// The notices that are up.
    public Notices notices() {
        return notices;
    }

    /// The work that runs.
    public Activity activity() {
        return activity;
    }

    /// Takes files in.
    public Intake intake() {
        return intake;
    }

    /// Ends what plays; nothing is started any more.
    @Override
    public void close() {
        activity.close();
        playback.close();
    }

    private List<EditorView.Tab> tabs(Ports.WindowHost host) {
        var export = new ExportViewModel(activity, recording, ports.renditions(), problems, texts);
        return List.of(
                new EditorView.Tab(
                        texts.get("tab.captions"), new CaptionsPane(new CaptionsViewModel(recording), texts)),
                new EditorView.Tab(
                        texts.get("tab.covers"), new CoversPane(new CoversViewModel(recording), texts, pictures)),
                new EditorView.Tab(
                        texts.get("tab.review"), new ReviewPane(new ReviewViewModel(recording), texts, words)),
                new EditorView.Tab(
                        texts.get("tab.export"),
                        new ExportPane(export, texts, words, ports.locale(), host::openFolder)),
                new EditorView.Tab(
                        texts.get("tab.post"),
                        new PostPane(
                                recording, notices, texts, ports.renditions().targets())));
    }

    private void putScreens(Ports.WindowHost host) {
        put(
                Place.TODAY,
                new TodayView(today, texts, words, ports.locale(), pictures, host::chooseFiles),
                texts.get("place.today"),
                List.of());
        Button add = Nodes.button(texts.get("command.add"), "plus", host::chooseFiles, "primary");
        put(Place.LIBRARY, library, texts.get("place.library"), List.of(add));
        var name = new ReadOnlyStringWrapper();
        name.bind(recording
                .preparedProperty()
                .map(p -> p.map(x -> x.asset().name()).orElse(texts.get("place.edit"))));
        Button undo = Nodes.iconButton(texts.get("command.undo"), "corner-up-left", edits::undo, "ghost");
        Button redo = Nodes.iconButton(texts.get("command.redo"), "corner-up-right", edits::redo, "ghost");
        edits.historyProperty().subscribe(_ -> {
            undo.setDisable(!edits.canUndo());
            redo.setDisable(!edits.canRedo());
        });
        shell.put(Place.EDIT, new Shell.Screen(editorView, name, new SimpleStringProperty(""), List.of(undo, redo)));
        put(
                Place.SETTINGS,
                new SettingsView(settings, texts, ports.locale(), licences()),
                texts.get("place.settings"),
                List.of());
    }

    private void put(Place place, Node content, String title, List<Node> actions) {
        var name = new SimpleStringProperty(title);
        shell.put(place, new Shell.Screen(content, name, new SimpleStringProperty(""), actions));
    }

    private List<Command> commands(Ports.WindowHost host) {
        String edit = Place.EDIT.key();
        var all = new ArrayList<>(List.of(
                Command.always("palette", "Shortcut+K", "", () -> shell.openPalette("")),
                Command.always("add", "Shortcut+O", "", host::chooseFiles),
                Command.always("go-today", "Shortcut+1", "", () -> navigation.go(Place.TODAY)),
                Command.always("go-library", "Shortcut+2", "", () -> navigation.go(Place.LIBRARY)),
                Command.always("go-edit", "Shortcut+3", "", () -> navigation.go(Place.EDIT)),
                Command.always("go-settings", "Shortcut+Comma", "", () -> navigation.go(Place.SETTINGS)),
                new Command("undo", "Shortcut+Z", "", edits::canUndo, edits::undo),
                new Command("redo", "Shortcut+Shift+Z", "", edits::canRedo, edits::redo),
                Command.always("theme", "", "", this::switchTheme),
                Command.always("sample", "", "", today::trySample),
                Command.always("keys", "Shift+Slash", "", shell::openKeys),
                Command.always("find", "Shortcut+F", Place.LIBRARY.key(), library::find),
                new Command("play", "Space", edit, playback::canPlay, playback::toggle),
                new Command("play-back", "J", edit, playback::canPlay, () -> playback.shuttle(-1)),
                new Command("stop", "K", edit, playback::canPlay, playback::stop),
                new Command("play-on", "L", edit, playback::canPlay, () -> playback.shuttle(1)),
                Command.always("frame-back", "Comma", edit, () -> playback.step(-1)),
                Command.always("frame-on", "Period", edit, () -> playback.step(1)),
                Command.always("previous-word", "Alt+Left", edit, () -> recording.moveByWord(-1)),
                Command.always("next-word", "Alt+Right", edit, () -> recording.moveByWord(1)),
                Command.always(
                        "zoom-in",
                        "Shortcut+Plus",
                        edit,
                        () -> editorView.timeline().zoom(true)),
                Command.always(
                        "zoom-out",
                        "Shortcut+Minus",
                        edit,
                        () -> editorView.timeline().zoom(false)),
                Command.always(
                        "zoom-fit",
                        "Shortcut+0",
                        edit,
                        () -> editorView.timeline().fit())));
        for (Shape shape : Shape.ALL) {
            all.add(Command.always("aspect-" + shape.key(), "", edit, () -> editor.toggle(shape)));
        }
        return all;
    }

    private void switchTheme() {
        boolean dark = preferences.get().appearance() != Appearance.LIGHT;
        preferences.set(preferences.get().withAppearance(dark ? Appearance.LIGHT : Appearance.DARK));
    }

    private void arrived(Place place) {
        if (place == Place.SETTINGS) {
            settings.look();
        }
        String open = recording
                .preparedProperty()
                .get()
                .map(p -> p.asset().id().toString())
                .orElse("");
        preferences.set(preferences.get().at(place, open));
    }

    private ObservableValue<String> storage() {
        return settings.storedProperty()
                .map(stored -> stored.map(s -> texts.get(
                                "status.storage",
                                Sizes.text(s.library(), ports.locale()),
                                Sizes.text(s.cache(), ports.locale())))
                        .orElse(""));
    }

    private Fillers fillers() {
        try {
            return Fillers.parse(Files.readString(ports.assets().facts().resolve("fillers.csv")));
        } catch (IOException missing) {
            return Fillers.parse("language,word\n");
        }
    }

    private String licences() {
        Path notice =
                ports.assets().folder().resolve("licenses").resolve("models").resolve("NOTICE.txt");
        try {
            return Files.readString(notice).strip();
        } catch (IOException missing) {
            return "";
        }
    }
}

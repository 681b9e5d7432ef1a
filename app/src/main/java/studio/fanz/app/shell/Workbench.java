package studio.fanz.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import studio.fanz.app.control.DropZone;
import studio.fanz.app.control.Nodes;
import studio.fanz.app.control.Pictures;
import studio.fanz.app.session.Activity;
import studio.fanz.app.session.Command;
import studio.fanz.app.session.Intake;
import studio.fanz.app.session.Navigation;
import studio.fanz.app.session.Notices;
import studio.fanz.app.session.Place;
import studio.fanz.app.session.Problems;
import studio.fanz.app.today.TodayView;
import studio.fanz.app.today.TodayViewModel;
import studio.fanz.assets.Texts;

/// Puts the screens and the shell together over a set of ports. FX thread only.
public final class Workbench {

    private final Texts texts;
    private final Navigation navigation = new Navigation();
    private final Notices notices = new Notices();
    private final Activity activity;
    private final Intake intake;
    private final List<Command> commands = new ArrayList<>();
    private final Pictures pictures;
    private final StringProperty storage = new SimpleStringProperty("");
    private final Shell shell;

    /// `choose` opens the file chooser of the window.
    public Workbench(Ports ports, Runnable choose) {
        texts = ports.texts();
        activity = new Activity(ports.jobs());
        pictures = new Pictures(ports.liveLoad());
        var problems = new Problems(ports.problems());
        intake = new Intake(activity, ports.shelf(), navigation, notices, texts, problems);
        var palette = new PaletteViewModel(commands, activity, ports.shelf(), navigation, texts);
        shell = new Shell(navigation, activity, notices, commands, palette, texts, pictures, storage);
        var today = new TodayViewModel(
                activity,
                ports.shelf(),
                intake,
                navigation,
                problems,
                ports.assets().sample(),
                ports.clock());
        put(Place.TODAY, new TodayView(today, texts, ports.locale(), pictures, choose), List.of());
        DropZone.accept(shell, intake::add);
        commands.addAll(List.of(
                Command.always("palette", "Shortcut+K", "", () -> shell.openPalette("")),
                Command.always("add", "Shortcut+O", "", choose),
                Command.always("go-today", "Shortcut+1", "", () -> navigation.go(Place.TODAY)),
                Command.always("go-library", "Shortcut+2", "", () -> navigation.go(Place.LIBRARY)),
                Command.always("go-edit", "Shortcut+3", "", () -> navigation.go(Place.EDIT)),
                Command.always("go-settings", "Shortcut+Comma", "", () -> navigation.go(Place.SETTINGS)),
                Command.always("sample", "", "", today::trySample),
                Command.always("keys", "Shift+Slash", "", shell::openKeys)));
        shell.start();
    }

    /// The window's content.
    public Shell shell() {
        return shell;
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
    public Consumer<List<Path>> intake() {
        return intake::add;
    }

    private void put(Place place, Node content, List<Node> actions) {
        var title = new ReadOnlyStringWrapper(texts.get("place." + place.key()));
        shell.put(place, new Shell.Screen(Nodes.grow(content), title, new SimpleStringProperty(""), actions));
    }
}

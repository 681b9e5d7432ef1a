package studio.fanz.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.fanz.app.session.Activity;
import studio.fanz.app.session.Command;
import studio.fanz.app.session.Item;
import studio.fanz.app.session.Navigation;
import studio.fanz.app.session.Shelf;
import studio.fanz.app.session.Spoken;
import studio.fanz.app.session.Wanted;
import studio.fanz.assets.Texts;
import studio.fanz.core.job.Outcome;

/// Everything that can be asked for by typing: commands, recordings, spoken words. FX thread only.
public final class PaletteViewModel {

    private static final int COMMANDS = 8;
    private static final int ITEMS = 6;
    private static final int SPOKEN = 6;

    /// One line of the palette.
    public sealed interface Entry {

        /// Something to do.
        record Do(Command command, String text) implements Entry {}

        /// A recording to open.
        record Open(Item item) implements Entry {}

        /// A moment to go to.
        record GoTo(Spoken spoken) implements Entry {}
    }

    private final List<Command> commands;
    private final Activity activity;
    private final Shelf shelf;
    private final Navigation navigation;
    private final Texts texts;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(0);
    private long asked;

    /// `commands` are looked at each time, so later ones count too.
    public PaletteViewModel(
            List<Command> commands, Activity activity, Shelf shelf, Navigation navigation, Texts texts) {
        this.commands = commands;
        this.activity = activity;
        this.shelf = shelf;
        this.navigation = navigation;
        this.texts = texts;
    }

    /// What fits the words: commands first, then recordings, then moments.
    public ObservableList<Entry> entries() {
        return entries;
    }

    /// The line that Enter takes.
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Looks for words: commands at once, recordings and moments when the library has answered.
    public void ask(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        entries.setAll(commandsFor(wanted));
        chosen.set(0);
        asked++;
        long question = asked;
        if (!wanted.isEmpty()) {
            activity.quietly(
                    _ -> new Found(shelf.find(Wanted.ALL.withWords(wanted)), shelf.spoken(wanted, SPOKEN)),
                    outcome -> answered(question, outcome));
        }
    }

    /// Moves the choice, staying inside.
    public void move(int by) {
        chosen.set(Math.clamp((long) chosen.get() + by, 0, Math.max(0, entries.size() - 1)));
    }

    /// Does what the chosen line says.
    ///
    /// @return whether there was one
    public boolean take() {
        if (chosen.get() >= entries.size()) {
            return false;
        }
        take(entries.get(chosen.get()));
        return true;
    }

    /// Does what a line says.
    public void take(Entry entry) {
        switch (entry) {
            case Entry.Do(var command, var _) -> command.action().run();
            case Entry.Open(var item) -> navigation.open(item.id(), 0);
            case Entry.GoTo(var spoken) -> navigation.open(spoken.asset(), spoken.atMs());
        }
    }

    private List<Entry> commandsFor(String wanted) {
        return commands.stream()
                .filter(command -> command.allowed().getAsBoolean())
                .map(command -> new Entry.Do(command, texts.get("command." + command.id())))
                .filter(entry -> entry.text().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(COMMANDS)
                .map(Entry.class::cast)
                .toList();
    }

    private void answered(long question, Outcome<Found> outcome) {
        if (question == asked && outcome instanceof Outcome.Done(var found)) {
            var more = new ArrayList<Entry>();
            found.items().stream().limit(ITEMS).map(Entry.Open::new).forEach(more::add);
            found.spoken().stream().map(Entry.GoTo::new).forEach(more::add);
            entries.addAll(more);
        }
    }

    /// The text of the line that is chosen, for reading aloud; empty when there is none.
    public Optional<Entry> chosenEntry() {
        return chosen.get() < entries.size() ? Optional.of(entries.get(chosen.get())) : Optional.empty();
    }

    private record Found(List<Item> items, List<Spoken> spoken) {}
}

package studio.fanz.app.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.json.Otio;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.Library;
import studio.fanz.core.store.OpenedProject;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.time.Rational;
import studio.fanz.core.timeline.Clip;
import studio.fanz.core.timeline.Content;
import studio.fanz.core.timeline.FirstTimeline;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.core.timeline.format.CutTable;
import studio.fanz.core.timeline.format.EditList;
import studio.fanz.core.timeline.format.EditListException;
import studio.fanz.core.timeline.format.Edl;

/// Cut lists of projects, out to other editors and in from them. Blocks; any thread.
///
/// @param library where projects are
/// @param clock   when an imported cut came in
public record CutLists(Library library, InstantSource clock) {

    /// Formats by name.
    public static final List<String> FORMATS = List.of("edl", "otio", "csv");

    private static final int MAX_BYTES = 16 << 20;

    /// What a recording's project shows; all of it while nothing was cut.
    ///
    /// @throws StoreException NOT_IN_LIBRARY when its timeline shows a recording that is not known any more
    public EditList of(Asset asset) throws StoreException {
        Optional<Project.Id> id = library.projects().existing(asset.id());
        Optional<Timeline> cut =
                id.isPresent() ? library.projects().latest(id.get()).timeline() : Optional.empty();
        Timeline line = cut.orElseGet(() -> FirstTimeline.of(asset));
        var names = new HashMap<Asset.Id, String>();
        for (Asset.Id used : line.clips()
                .map(Clip::content)
                .filter(Content.Media.class::isInstance)
                .map(content -> ((Content.Media) content).asset())
                .distinct()
                .toList()) {
            names.put(
                    used,
                    name(library.assets()
                            .find(used)
                            .orElseThrow(() ->
                                    new StoreException(StoreException.Code.NOT_IN_LIBRARY, used.toString(), ""))));
        }
        return EditList.of(asset.name(), line, names::get);
    }

    private static String name(Asset asset) {
        return String.valueOf(asset.path().getFileName());
    }

    /// A list as text.
    ///
    /// @param format one of [#FORMATS]
    public static String write(EditList list, String format) {
        return switch (format) {
            case "edl" -> Edl.write(list);
            case "otio" -> Otio.write(list);
            default -> CutTable.write(list);
        };
    }

    /// Cuts a recording's project as a list of another editor says; one edit, which can be undone.
    ///
    /// @return how long it is now
    /// @throws StudioException EditListException when the list is none or of another recording; what the store says
    public Timeline read(Path file, Asset asset) throws StudioException {
        Rational rate = FirstTimeline.of(asset).rate();
        EditList list = parsed(file, rate);
        String own = name(asset);
        for (String source : list.sources()) {
            if (!source.isEmpty() && !source.equals("AX") && !source.equals(own) && !source.equals(asset.name())) {
                throw new EditListException(EditListException.Code.OTHER_SOURCE, own, "it names \"" + source + "\"");
            }
        }
        Timeline line;
        try {
            line = list.on(asset);
        } catch (IllegalArgumentException e) {
            throw new EditListException(EditListException.Code.OTHER_SOURCE, own, String.valueOf(e.getMessage()));
        }
        OpenedProject opened = library.projects().open(library.projects().of(asset.id()));
        if (!opened.writable()) {
            throw opened.notice().orElseGet(() -> new StoreException(StoreException.Code.PROJECT_NEWER, own, ""));
        }
        History history = opened.history();
        JournalEntry entry = history.edit(new Edit.SetTimeline(Optional.of(line)), clock.instant());
        library.projects().append(entry, history.after(entry));
        return line;
    }

    private static EditList parsed(Path file, Rational rate) throws StudioException {
        String text = text(file);
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".otio") || text.stripLeading().startsWith("{")) {
            return Otio.read(text, rate);
        }
        return name.endsWith(".csv") ? CutTable.read(text, rate) : Edl.read(text, rate);
    }

    private static String text(Path file) throws EditListException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new EditListException(EditListException.Code.DAMAGED, "cut list", "it is too large for one");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new EditListException(
                    EditListException.Code.DAMAGED, "cut list", file.getFileName() + " cannot be read as text");
        }
    }
}

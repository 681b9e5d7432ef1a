package studio.fanz.core.store.sqlite;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.edit.Edit;
import studio.fanz.core.edit.History;
import studio.fanz.core.edit.JournalEntry;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.Home;
import studio.fanz.core.store.StoreException;
import studio.fanz.core.store.StoreException.Code;

/// A program that edits one project without end and says after each edit that it is safe. Killed, or stopped
/// after so many edits.
final class EditingChild {

    private EditingChild() {}

    /// @param arguments home, asset, number of edits
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int edits = Integer.parseInt(arguments[2]);
        try (var library = SqliteLibrary.open(new Home(Path.of(arguments[0])), Lives.IDS)) {
            Project.Id id = library.projects().of(new Asset.Id(UUID.fromString(arguments[1])));
            int done = 0;
            while (done < edits) {
                History history = library.projects().open(id).history();
                JournalEntry entry = history.edit(new Edit.SetTitle("title " + (history.seq() + 1)), Instant.now());
                try {
                    library.projects().append(entry, history.after(entry));
                    out.println(entry.seq());
                    done++;
                } catch (StoreException e) {
                    if (e.code() != Code.CHANGED_ELSEWHERE) {
                        throw e;
                    }
                }
            }
        }
    }
}

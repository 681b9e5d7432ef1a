package studio.fanz.app.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import studio.fanz.app.session.House;
import studio.fanz.app.session.Journal;
import studio.fanz.app.session.Preparer;
import studio.fanz.app.session.Renditions;
import studio.fanz.app.session.Shelf;
import studio.fanz.app.session.Stills;
import studio.fanz.assets.Assets;
import studio.fanz.assets.Texts;
import studio.fanz.core.job.Jobs;
import studio.fanz.media.play.Player;

/// Everything the window needs from outside, so that it runs on the real library as well as on a painted one.
///
/// @param jobs       brings its listeners to the FX thread
/// @param shelf      the library
/// @param journal    the projects' journals
/// @param preparer   makes captions, covers, checks and the draft
/// @param renditions makes the files for posting
/// @param stills     exact single pictures
/// @param player     plays recordings; empty where nothing can
/// @param house      models and storage
/// @param assets     the files that ship
/// @param texts      the bundle `ui`
/// @param problems   the bundle `problems`
/// @param findings   the bundle `findings`
/// @param locale     of numbers and dates
/// @param clock      local time
/// @param instants   the time in UTC
/// @param liveLoad   whether pictures load in the background; false only where a picture is taken at once
public record Ports(
        Jobs jobs,
        Shelf shelf,
        Journal journal,
        Preparer preparer,
        Renditions renditions,
        Stills stills,
        Optional<Player.Factory> player,
        House house,
        Assets assets,
        Texts texts,
        Texts problems,
        Texts findings,
        Locale locale,
        Supplier<LocalDateTime> clock,
        Supplier<Instant> instants,
        boolean liveLoad) {

    /// What the window itself must do.
    public interface WindowHost {

        /// Opens the file chooser and takes in what is chosen.
        void chooseFiles();

        /// Shows a folder in the system's file manager.
        void openFolder(Path folder);
    }
}

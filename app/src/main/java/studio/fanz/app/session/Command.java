package studio.fanz.app.session;

import java.util.function.BooleanSupplier;

/// Something a person can ask for: shown in the palette and the list of keys.
///
/// @param id      stable name; its text is `command.ID`
/// @param keys    as `javafx.scene.input.KeyCombination` reads it (`Shortcut+K`), empty when it has none
/// @param place   the place where its keys work, empty for everywhere
/// @param allowed whether it can be done now
/// @param action  does it; FX thread
public record Command(String id, String keys, String place, BooleanSupplier allowed, Runnable action) {

    /// One that can always be done.
    public static Command always(String id, String keys, String place, Runnable action) {
        return new Command(id, keys, place, () -> true, action);
    }
}

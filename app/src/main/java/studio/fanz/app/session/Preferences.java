package studio.fanz.app.session;

import java.util.Map;
import studio.fanz.app.theme.Appearance;

/// What the window remembers between two starts (`HOME/settings.json`).
///
/// @param appearance dark, light or as the system is
/// @param language   language tag of the texts, empty for the system's
/// @param width      of the window, pixels
/// @param height     of the window, pixels
/// @param maximized  whether it filled the screen
/// @param place      where the person was
/// @param recording  id of the recording that was open, empty when none was
/// @param splits     divider positions 0..1 by name
public record Preferences(
        Appearance appearance,
        String language,
        double width,
        double height,
        boolean maximized,
        Place place,
        String recording,
        Map<String, Double> splits) {

    /// How it looks on the first day.
    public static final Preferences FIRST =
            new Preferences(Appearance.DARK, "", 1440, 900, false, Place.TODAY, "", Map.of());

    public Preferences {
        splits = Map.copyOf(splits);
    }

    /// The same with another appearance.
    public Preferences withAppearance(Appearance other) {
        return new Preferences(other, language, width, height, maximized, place, recording, splits);
    }

    /// The same with texts in another language.
    public Preferences withLanguage(String other) {
        return new Preferences(appearance, other, width, height, maximized, place, recording, splits);
    }

    /// The same with another window.
    public Preferences withWindow(double newWidth, double newHeight, boolean full) {
        return new Preferences(appearance, language, newWidth, newHeight, full, place, recording, splits);
    }

    /// The same at another place.
    public Preferences at(Place where, String which) {
        return new Preferences(appearance, language, width, height, maximized, where, which, splits);
    }

    /// The same with one divider elsewhere.
    public Preferences withSplit(String name, double position) {
        var moved = new java.util.HashMap<>(splits);
        moved.put(name, position);
        return new Preferences(appearance, language, width, height, maximized, place, recording, moved);
    }
}

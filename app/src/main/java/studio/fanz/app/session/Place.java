package studio.fanz.app.session;

/// A screen of the rail.
public enum Place {
    TODAY,
    LIBRARY,
    EDIT,
    SETTINGS;

    /// Its name in texts and preferences.
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

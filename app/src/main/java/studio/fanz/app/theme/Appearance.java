package studio.fanz.app.theme;

/// Dark, light, or as the system is.
public enum Appearance {
    DARK,
    LIGHT,
    SYSTEM
}

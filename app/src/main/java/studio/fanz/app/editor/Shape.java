package studio.fanz.app.editor;

/// A shape the preview shows the picture in.
///
/// @param name  as people say it, `9:16`
/// @param key   as in commands, `9x16`
/// @param ratio width by height
public record Shape(String name, String key, double ratio) {

    /// The shapes that places to post ask for, the widest first.
    public static final java.util.List<Shape> ALL = java.util.List.of(
            new Shape("16:9", "16x9", 16 / 9.0),
            new Shape("1:1", "1x1", 1),
            new Shape("4:5", "4x5", 4 / 5.0),
            new Shape("9:16", "9x16", 9 / 16.0));
}

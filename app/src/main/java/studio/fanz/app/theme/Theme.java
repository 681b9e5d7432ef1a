package studio.fanz.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import studio.fanz.assets.Assets;

/// How everything looks: AtlantaFX beneath, our colours and our style sheet above. FX thread only.
public final class Theme {

    private final Path css;
    private final Tokens dark;
    private final Tokens light;
    private final ReadOnlyObjectWrapper<Tokens> tokens;

    /// Loads the fonts that we ship and both themes' colours; the dark one is in force.
    public Theme(Assets assets) {
        css = assets.folder().resolve("css");
        dark = Tokens.read(css.resolve("dark.css"));
        light = Tokens.read(css.resolve("light.css"));
        tokens = new ReadOnlyObjectWrapper<>(dark);
        loadFonts(assets.fonts());
    }

    /// The colours in force, for what is drawn by hand.
    public ReadOnlyObjectProperty<Tokens> tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    /// Dresses a scene.
    public void apply(Scene scene, Appearance appearance) {
        boolean isDark = appearance == Appearance.DARK
                || (appearance == Appearance.SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        scene.setUserAgentStylesheet(
                isDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        ObservableList<String> sheets = scene.getStylesheets();
        sheets.setAll(uri(isDark ? "dark.css" : "light.css"), uri("studio.css"));
        tokens.set(isDark ? dark : light);
    }

    private String uri(String sheet) {
        return css.resolve(sheet).toUri().toString();
    }

    private static void loadFonts(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "{Inter,NotoS,DejaVu}*.{otf,ttf}")) {
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    javafx.scene.text.Font.loadFont(in, 13);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("fonts", e);
        }
    }
}

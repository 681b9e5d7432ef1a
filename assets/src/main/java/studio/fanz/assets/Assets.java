package studio.fanz.assets;

import java.nio.file.Files;
import java.nio.file.Path;

/// The plain files that ship beside the program: models, fonts, facts, texts, the sample. Read-only.
///
/// @param folder the `assets` folder
public record Assets(Path folder) {

    /// Finds the folder: the system property `fanz.assets` (set by the launcher and the installers), else
    /// `assets` below the working directory.
    ///
    /// @throws IllegalStateException when neither holds the facts, which means a broken installation
    public static Assets find() {
        Path folder = Path.of(System.getProperty("fanz.assets", "assets")).toAbsolutePath();
        if (!Files.isRegularFile(folder.resolve("facts").resolve("targets.csv"))) {
            throw new IllegalStateException("no assets in " + folder);
        }
        return new Assets(folder);
    }

    /// Model weights, as named in the catalogue.
    public Path models() {
        return folder.resolve("models");
    }

    /// Font files (OTF, TTF).
    public Path fonts() {
        return folder.resolve("fonts");
    }

    /// `targets.csv`, `limits.csv`, `caption-profiles.csv`.
    public Path facts() {
        return folder.resolve("facts");
    }

    /// Message bundles (`NAME.properties`, `NAME_xx.properties`, UTF-8).
    public Path texts() {
        return folder.resolve("texts");
    }

    /// Word lists a creator may edit a copy of.
    public Path lists() {
        return folder.resolve("lists");
    }

    /// The recording of the first run.
    public Path sample() {
        return folder.resolve("sample").resolve("first-steps.mp4");
    }
}

package studio.fanz.media;

import java.nio.file.Path;

/// Where the fonts that we ship lie.
@FunctionalInterface
public interface FontFolder {

    /// A folder of OTF and TTF files.
    Path folder();
}

package studio.fanz.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.fanz.core.problem.StudioException;

/// Draws every screen in its states. The window is not the command line's to know, so whoever starts both hands this
/// in.
@FunctionalInterface
public interface PictureBook {

    /// Writes PNG files into the folder, which is made.
    ///
    /// @return the files
    List<Path> render(Path folder) throws IOException, StudioException;
}

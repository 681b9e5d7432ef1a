package studio.fanz.media.cut;

import java.nio.file.Path;
import java.util.List;

/// What is to be cut.
///
/// @param source the recording; only read
/// @param keeps  stretches of it in the order they shall follow each other; empty keeps all of it
/// @param joined further recordings that follow as a whole
/// @param mode   how
/// @param target the file to make; its ending chooses the container
public record CutRequest(Path source, List<Keep> keeps, List<Path> joined, CutMode mode, Path target) {

    /// The same with full paths.
    CutRequest absolute() {
        return new CutRequest(
                whole(source), keeps, joined.stream().map(CutRequest::whole).toList(), mode, whole(target));
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }
}

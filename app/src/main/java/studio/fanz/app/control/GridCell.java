package studio.fanz.app.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the grid draws for one thing.
///
/// @param name    under the picture
/// @param corner  in the picture's lower right corner (`2:41`), may be empty
/// @param aspect  width by height, above 0
/// @param poster  the picture, if there is one
/// @param strip   a filmstrip to scrub through, if there is one
/// @param cells   number of pictures in the filmstrip
/// @param badges  signs in the upper left corner
/// @param spoken  all of it in words, for reading aloud
public record GridCell(
        String name,
        String corner,
        double aspect,
        Optional<Path> poster,
        Optional<Path> strip,
        int cells,
        List<Sign> badges,
        String spoken) {

    public GridCell {
        badges = List.copyOf(badges);
    }

    /// A sign on a picture, told by its shape.
    public enum Sign {
        CAPTIONED,
        CHECKED,
        NEEDS_LOOK,
        SOUND
    }
}

package studio.fanz.media.vision;

import java.util.List;

/// Who was seen at one moment.
///
/// @param timeMs   milliseconds of the source
/// @param subjects faces; people where no face was seen; empty when nobody was
public record Sighting(long timeMs, List<Subject> subjects) {

    public Sighting {
        subjects = List.copyOf(subjects);
    }

    /// Somebody in the picture.
    ///
    /// @param box  in parts of the picture (0..1 each way), whatever size was looked at
    /// @param face whether it is a face; else a whole person
    public record Subject(Box box, boolean face) {}
}

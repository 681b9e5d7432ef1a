package studio.fanz.app.task;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.project.Project;
import studio.fanz.core.store.Card;

/// Everything the library knows of one recording: `fanz/show@1`.
///
/// @param asset      what it is and where it lies
/// @param status     its badges
/// @param present    whether the file is there now
/// @param tags       in alphabetical order
/// @param notes      what somebody wrote about it
/// @param transcript what was said, if it was listened to
/// @param project    what is being made of it, if something is
/// @param poster     its poster's file, if there is one
/// @param strip      its filmstrip's file, if there is one
/// @param wave       its waveform's file, if there is one
public record AssetReport(
        Asset asset,
        Card status,
        boolean present,
        List<String> tags,
        String notes,
        Optional<Transcript> transcript,
        Optional<Project> project,
        Optional<Path> poster,
        Optional<Path> strip,
        Optional<Path> wave) {

    public AssetReport {
        tags = List.copyOf(tags);
    }
}

package studio.fanz.media.ffmpeg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.export.ExportRequest;

/// What an ffmpeg child that made a file and failed was stopped by.
final class ExportFailure {

    private ExportFailure() {}

    /// The problem as a person can act on it.
    ///
    /// @param printed the end of what the child printed
    static MediaException of(ExportRequest request, String printed) {
        String target = InputFile.nameOf(request.target());
        String text = printed.toLowerCase(Locale.ROOT);
        if (text.contains("no space left") || text.contains("disk quota") || text.contains("file too large")) {
            return new MediaException(Code.DISK_FULL, target, "the draft did not fit");
        } else if (!Files.exists(request.source())) {
            return new MediaException(
                    Code.FILE_MISSING, InputFile.nameOf(request.source()), "it went away during the export");
        } else if (!Files.isDirectory(folder(request.target()))) {
            return new MediaException(Code.WRITE_FAILED, target, "its folder went away");
        } else if (!Files.isWritable(folder(request.target()))) {
            return new MediaException(
                    Code.FOLDER_READ_ONLY, folder(request.target()).toString(), "not writable");
        }
        return new MediaException(Code.ENCODER_FAILED, target, lastLine(printed));
    }

    private static Path folder(Path target) {
        Path whole = target.toAbsolutePath();
        Path folder = whole.getParent();
        return folder == null ? whole : folder;
    }

    private static String lastLine(String printed) {
        return printed.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" ") && !line.contains("Conversion failed"))
                .reduce((a, b) -> a.contains("rror") ? a : b)
                .orElse("the encoder stopped without a word");
    }
}

package studio.fanz.core.store;

import java.nio.charset.StandardCharsets;
import studio.fanz.core.asset.ContentHash;

/// What a finished step is found by: the same input, step, version and options always give the same result, so
/// it need not be made twice.
///
/// @param input   hash of the recording, or of the result the step starts from
/// @param step    the step's code (`probe`, `transcript`, `shots`)
/// @param version of the step's program; raised when its results would differ
/// @param options everything else that changes the result, in one fixed spelling (compact JSON); may be empty
public record StepKey(ContentHash input, String step, int version, String options) {

    /// SHA-256 over `input`, `step`, `version` and `options`, each ended by a zero byte; the name of its
    /// folder.
    public ContentHash hash() {
        String text = input.hex() + "\0" + step + "\0" + version + "\0" + options + "\0";
        return Hashing.of(text.getBytes(StandardCharsets.UTF_8));
    }
}

package studio.fanz.core.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.json.Documents;
import studio.fanz.core.json.Json;

/// The `result.json` of an entry: the result, and what every file must be for the entry to count.
///
/// @param key    the entry's key, against folders that were moved by hand
/// @param step   the step's code, for people who look
/// @param seal   hash of the result's one-line JSON
/// @param files  the entry's other files
/// @param result what the step found
record StepRecord(ContentHash key, String step, ContentHash seal, List<Sealed> files, ObjectNode result) {

    static final String FILE = "result.json";

    /// One file of the entry.
    record Sealed(String name, long size, long modifiedMs, ContentHash hash) {

        static Sealed of(Path folder, Path file) throws IOException {
            return new Sealed(
                    folder.relativize(file).toString().replace('\\', '/'),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toMillis(),
                    Hashing.of(file, _ -> {}));
        }

        /// The bytes are only read again where the time of change differs: this is asked for every cell of the
        /// grid.
        boolean holds(Path folder) throws IOException {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file) || Files.size(file) != size) {
                return false;
            }
            return Files.getLastModifiedTime(file).toMillis() == modifiedMs
                    || Hashing.of(file, _ -> {}).equals(hash);
        }
    }

    static StepRecord seal(StepKey key, Path folder, ObjectNode result) throws IOException {
        var files = new ArrayList<Sealed>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                files.add(Sealed.of(folder, file));
            }
        }
        return new StepRecord(key.hash(), key.step(), sealOf(result), files, result);
    }

    String text() {
        return Json.pretty(Documents.of("step", 1, this));
    }

    static StepRecord read(Path folder) throws IOException {
        String text = Files.readString(folder.resolve(FILE), StandardCharsets.UTF_8);
        return Documents.read(Json.parse(text), "step", 1, StepRecord.class);
    }

    boolean holds(StepKey wanted, Path folder) throws IOException {
        if (!key.equals(wanted.hash()) || !seal.equals(sealOf(result))) {
            return false;
        }
        for (Sealed file : files) {
            if (!file.holds(folder)) {
                return false;
            }
        }
        return true;
    }

    private static ContentHash sealOf(ObjectNode result) {
        return Hashing.of(Json.compact(result).getBytes(StandardCharsets.UTF_8));
    }
}

package studio.fanz.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.fanz.core.csv.Csv;
import studio.fanz.core.insight.ModelUse;

/// The model files that belong to the program, as `assets/models/catalogue.csv` lists them. Immutable.
///
/// @param entries in file order
public record ModelCatalogue(List<Entry> entries) {

    public ModelCatalogue {
        entries = List.copyOf(entries);
    }

    /// One file.
    ///
    /// @param name    of the model it belongs to (`whisper-base-int8`); a model may have several files
    /// @param file    path below the folder, with `/`; starts with `classpath:` when it comes inside a jar
    /// @param version version or date of the weights
    /// @param licence SPDX identifier
    /// @param source  package the weights were taken from
    /// @param bytes   exact length, 0 when it comes inside a jar
    /// @param sha256  64 hexadecimal digits, lower case
    /// @param purpose what it is for, in plain English
    public record Entry(
            String name,
            String file,
            String version,
            String licence,
            String source,
            long bytes,
            String sha256,
            String purpose) {

        /// How a result made with it says where it comes from.
        public ModelUse use() {
            return new ModelUse(name, version, sha256);
        }

        /// Whether it lies beside the program and not inside one of its jars.
        public boolean inFolder() {
            return !file.startsWith("classpath:");
        }
    }

    /// Reads the catalogue of a folder.
    ///
    /// @throws MediaException MODEL_MISSING when it is not there, MODEL_CORRUPT when a row cannot be read
    public static ModelCatalogue read(Path folder) throws MediaException {
        Path file = folder.resolve("catalogue.csv");
        try {
            return new ModelCatalogue(Csv.rows(Files.readString(file)).stream()
                    .map(ModelCatalogue::entry)
                    .toList());
        } catch (IOException e) {
            throw new MediaException(MediaException.Code.MODEL_MISSING, "catalogue.csv", file.toString(), e);
        } catch (IllegalArgumentException e) {
            throw new MediaException(
                    MediaException.Code.MODEL_CORRUPT, "catalogue.csv", String.valueOf(e.getMessage()), e);
        }
    }

    /// The entry of that file.
    public Optional<Entry> find(String file) {
        return entries.stream().filter(entry -> entry.file().equals(file)).findFirst();
    }

    private static Entry entry(Map<String, String> row) {
        return new Entry(
                cell(row, "name"),
                cell(row, "file"),
                cell(row, "version"),
                cell(row, "licence"),
                cell(row, "source"),
                Long.parseLong(cell(row, "bytes")),
                cell(row, "sha256"),
                cell(row, "purpose"));
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.getOrDefault(column, "");
        if (cell.isEmpty()) {
            throw new IllegalArgumentException("no " + column + " in the row " + row);
        }
        return cell;
    }
}

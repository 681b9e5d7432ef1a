package studio.fanz.media.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import studio.fanz.media.MediaException;

/// The word lists of the language check: text files named `KIND-LANGUAGE.txt` that a creator may edit a copy of.
/// One entry a line; `#` starts a comment. `assets/lists/README.md` says what each kind means.
///
/// @param entries lines by file name without `.txt` (`explicit-en`)
public record WordLists(Map<String, List<String>> entries) {

    public WordLists {
        entries = Map.copyOf(entries);
    }

    /// What a list is for.
    public enum Kind {
        /// Words that count alone.
        EXPLICIT,
        /// Words that count only when said to or about someone addressed.
        DIRECTED,
        /// Turns of phrase that threaten or despise without a bad word.
        PHRASES,
        /// Words for who people are; they never count.
        IDENTITY,
        /// Harmless phrases in which listed words do not count.
        ALLOW;

        private String file(String language) {
            return name().toLowerCase(java.util.Locale.ROOT) + "-" + language;
        }
    }

    /// Reads all lists; a file of a later folder replaces the file of that name in an earlier one. Folders that do not
    /// exist are passed over.
    ///
    /// @throws MediaException FILE_UNREADABLE
    public static WordLists load(List<Path> folders) throws MediaException {
        Map<String, List<String>> entries = new HashMap<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                read(folder, entries);
            }
        }
        return new WordLists(entries);
    }

    private static void read(Path folder, Map<String, List<String>> entries) throws MediaException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : new TreeSet<>(files.toList())) {
                String name = file.getFileName().toString();
                if (name.endsWith(".txt")) {
                    entries.put(name.substring(0, name.length() - 4), lines(file));
                }
            }
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Code.FILE_UNREADABLE, folder.toString(), String.valueOf(e.getMessage()), e);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String entry = line.replaceFirst("#.*", "").strip();
            if (!entry.isEmpty()) {
                lines.add(entry);
            }
        }
        return List.copyOf(lines);
    }

    /// Whether there is any list of that language.
    public boolean speaks(String language) {
        return entries.containsKey(Kind.EXPLICIT.file(language));
    }

    /// The lines of a list, none when there is no such list.
    public List<String> of(Kind kind, String language) {
        return entries.getOrDefault(kind.file(language), List.of());
    }
}

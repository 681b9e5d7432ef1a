package studio.fanz.media.ffmpeg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.fanz.core.time.Rational;

/// What `ffprobe -of ini` prints: named sections of keys and values. Values that ffprobe calls `N/A` or `unknown` are
/// absent.
final class Sections {

    private final Map<String, Section> byName = new LinkedHashMap<>();

    /// Reads the whole output; lines that are neither a section nor a pair are skipped.
    static Sections parse(String text) {
        Sections all = new Sections();
        Section current = new Section(new LinkedHashMap<>());
        for (String line : text.split("\n")) {
            if (line.startsWith("[") && line.endsWith("]")) {
                current = new Section(new LinkedHashMap<>());
                all.byName.put(line.substring(1, line.length() - 1), current);
            } else if (!line.startsWith("#")) {
                current.read(line);
            }
        }
        return all;
    }

    /// The section of that name, or an empty one.
    Section get(String name) {
        return byName.getOrDefault(name, new Section(Map.of()));
    }

    /// `prefix.0`, `prefix.1` … as far as they go.
    List<String> numbered(String prefix) {
        List<String> names = new ArrayList<>();
        while (byName.containsKey(prefix + "." + names.size())) {
            names.add(prefix + "." + names.size());
        }
        return names;
    }

    /// Sections whose name begins so, in order.
    List<Section> below(String prefix) {
        return byName.entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// One section.
    record Section(Map<String, String> values) {

        /// The value, unescaped; empty text when absent.
        String text(String key) {
            return values.getOrDefault(key, "");
        }

        /// A whole number; 0 when absent or no number.
        long number(String key) {
            try {
                return Long.parseLong(text(key));
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        /// Seconds printed as a decimal, as milliseconds rounded; empty when absent.
        Optional<Long> millis(String key) {
            try {
                return Optional.of(Math.round(Double.parseDouble(text(key)) * 1000));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        /// A fraction; `otherwise` when absent, 0 or undefined.
        Rational rational(String key, Rational otherwise) {
            try {
                Rational value = Rational.parse(text(key));
                return value.num() <= 0 ? otherwise : value;
            } catch (NumberFormatException e) {
                return otherwise;
            }
        }

        /// All pairs with lower-case keys.
        Map<String, String> lowerCased() {
            Map<String, String> lower = new LinkedHashMap<>();
            values.forEach((key, value) -> lower.putIfAbsent(key.toLowerCase(Locale.ROOT), value));
            return lower;
        }

        private void read(String line) {
            int cut = unescapedEquals(line);
            if (cut > 0) {
                String value = unescape(line.substring(cut + 1));
                if (!value.equals("N/A") && !value.equals("unknown")) {
                    values.put(unescape(line.substring(0, cut)), value);
                }
            }
        }

        private static int unescapedEquals(String line) {
            for (int i = 0; i < line.length(); i++) {
                if (line.charAt(i) == '\\') {
                    i++;
                } else if (line.charAt(i) == '=') {
                    return i;
                }
            }
            return -1;
        }

        private static String unescape(String text) {
            if (text.indexOf('\\') < 0) {
                return text;
            }
            StringBuilder plain = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c != '\\' || i + 1 == text.length()) {
                    plain.append(c);
                } else {
                    char escaped = text.charAt(++i);
                    int control = "bfnrt".indexOf(escaped);
                    plain.append(control < 0 ? escaped : "\b\f\n\r\t".charAt(control));
                }
            }
            return plain.toString();
        }
    }
}

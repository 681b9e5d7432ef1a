package studio.fanz.core.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A file's numbered migrations, read from the class path: `NAME-001.sql`, `NAME-002.sql`, …
///
/// @param name    `library` or `index`
/// @param scripts script 1 first; applying all of them gives the version `scripts.size()`
record Schema(String name, List<String> scripts) {

    static Schema load(String name) {
        var scripts = new ArrayList<String>();
        String next = read(name, 1);
        while (!next.isEmpty()) {
            scripts.add(next);
            next = read(name, scripts.size() + 1);
        }
        return new Schema(name, List.copyOf(scripts));
    }

    private static String read(String name, int number) {
        try (InputStream in = Schema.class.getResourceAsStream("%s-%03d.sql".formatted(name, number))) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("broken installation: " + name + number, e);
        }
    }

    int version() {
        return scripts.size();
    }
}

package studio.fanz.assets;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;

/// The sentences of one bundle in one language: `texts/NAME.properties` (English), overlaid by
/// `texts/NAME_xx.properties` where it exists. UTF-8; `{0}` marks arguments as in [MessageFormat]. Immutable.
public final class Texts {

    private final Properties sentences;
    private final Locale locale;

    private Texts(Properties sentences, Locale locale) {
        this.sentences = sentences;
        this.locale = locale;
    }

    /// Reads a bundle.
    ///
    /// @throws UncheckedIOException when the English file cannot be read, which means a broken installation
    public static Texts load(Assets assets, String bundle, Locale locale) {
        var sentences = new Properties();
        read(sentences, assets.texts().resolve(bundle + ".properties"));
        Path translated = assets.texts().resolve(bundle + "_" + locale.getLanguage() + ".properties");
        if (Files.isRegularFile(translated)) {
            read(sentences, translated);
        }
        return new Texts(sentences, locale);
    }

    /// The same keys with every sentence changed (before arguments are put in): another language's length, for
    /// tries.
    public Texts map(UnaryOperator<String> change) {
        var changed = new Properties();
        sentences.forEach((key, sentence) -> changed.put(key, change.apply(sentence.toString())));
        return new Texts(changed, locale);
    }

    /// The sentence with its arguments put in.
    ///
    /// @throws IllegalArgumentException when the bundle has no such key
    public String get(String key, Object... arguments) {
        return find(key, arguments).orElseThrow(() -> new IllegalArgumentException("no text for " + key));
    }

    /// The sentence with its arguments put in, if the bundle has it.
    public Optional<String> find(String key, Object... arguments) {
        return Optional.ofNullable(sentences.getProperty(key))
                .map(sentence -> new MessageFormat(plain(sentence), locale).format(arguments));
    }

    /// An apostrophe is an apostrophe, not the quote that [MessageFormat] takes it for.
    private static String plain(String sentence) {
        return sentence.replace("''", "'").replace("'", "''");
    }

    private static void read(Properties into, Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            into.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("texts", e);
        }
    }
}

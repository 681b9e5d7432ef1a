package studio.fanz.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.fanz.assets.Assets;
import studio.fanz.assets.Texts;
import studio.fanz.core.problem.ProblemCode;

/// Every problem has a sentence and a way out, in every language that ships.
class ProblemTextsTest {

    private static final String NAME = "problems";

    private final Set<String> codes = codes();

    @Test
    void everyCodeHasASentenceAndAWayOutThatTakeTwoArguments() {
        Texts texts = Texts.load(Assets.find(), NAME, Locale.ENGLISH);
        assertThat(codes).hasSizeGreaterThan(30);
        for (String code : codes) {
            assertThat(texts.find(code, "thing", "detail"))
                    .as(code)
                    .hasValueSatisfying(said -> assertThat(said).isNotBlank().doesNotContain("{"));
            assertThat(texts.find(code + ".hint", "thing", "detail"))
                    .as(code + ".hint")
                    .hasValueSatisfying(said -> assertThat(said).isNotBlank().doesNotContain("{"));
        }
    }

    @Test
    void noFileHasATextForACodeThatIsGone() throws IOException {
        var wanted = new TreeSet<String>();
        for (String code : codes) {
            wanted.add(code);
            wanted.add(code + ".hint");
        }
        assertThat(new TreeSet<>(read(NAME + ".properties").stringPropertyNames()))
                .isEqualTo(wanted);
        for (String file : languages()) {
            assertThat(new TreeSet<>(read(file).stringPropertyNames())).as(file).isEqualTo(wanted);
        }
    }

    @Test
    void everyLanguageUsesTheArgumentsThatEnglishUses() throws IOException {
        Properties english = read(NAME + ".properties");
        for (String file : languages()) {
            Properties other = read(file);
            for (String key : english.stringPropertyNames()) {
                assertThat(arguments(other.getProperty(key, "")))
                        .as(file + " " + key)
                        .isEqualTo(arguments(english.getProperty(key)));
            }
        }
    }

    private static List<Boolean> arguments(String sentence) {
        String said = new MessageFormat(sentence.replace("'", "''"), Locale.ROOT).format(new Object[] {"<0>", "<1>"});
        return List.of(said.contains("<0>"), said.contains("<1>"));
    }

    private static List<String> languages() throws IOException {
        try (Stream<Path> files = Files.list(Assets.find().texts())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith(NAME + "_"))
                    .toList();
        }
    }

    private static Properties read(String file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Assets.find().texts().resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> codes() {
        var ids = new ArrayList<String>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("studio.fanz")) {
            if (type.isEnum() && type.isAssignableTo(ProblemCode.class)) {
                for (Object constant : type.reflect().getEnumConstants()) {
                    ids.add(((ProblemCode) constant).id());
                }
            }
        }
        assertThat(ids).as("a code means one thing").doesNotHaveDuplicates();
        return new TreeSet<>(ids);
    }
}

package studio.fanz.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.fanz.assets.Assets;

class TokensTest {

    @ParameterizedTest
    @ValueSource(strings = {"dark.css", "light.css"})
    void textReachesSevenToOneOnEverySurfaceItStandsOn(String sheet) {
        Tokens tokens = tokens(sheet);
        List<String> surfaces = List.of("rail", "bg0", "bg1", "bg2");
        for (String text : List.of("t1", "t2", "t3", "ok", "warn", "bad", "info")) {
            surfaces.forEach(surface -> assertContrast(tokens, text, surface, 7));
        }
        assertContrast(tokens, "t1", "bg3", 7);
        assertContrast(tokens, "t2", "bg3", 7);
        assertContrast(tokens, "ink", "acc", 7);
        assertContrast(tokens, "ink", "acc-hover", 7);
        assertContrast(tokens, "acct", "accs", 7);
        assertContrast(tokens, "t1", "accs", 7);
        assertContrast(tokens, "t2", "accs", 7);
        assertContrast(tokens, "platet", "plate", 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark.css", "light.css"})
    void controlsAndTheirBordersReachThreeToOne(String sheet) {
        Tokens tokens = tokens(sheet);
        for (String surface : List.of("rail", "bg0", "bg1", "bg2")) {
            assertContrast(tokens, "edge", surface, 3);
            assertContrast(tokens, "focus", surface, 3);
            assertContrast(tokens, "acc-edge", surface, 3);
            assertContrast(tokens, "acc-icon", surface, 3);
            assertContrast(tokens, "wave", surface, 3);
        }
        assertContrast(tokens, "focus", "bg3", 3);
    }

    private static Tokens tokens(String sheet) {
        return Tokens.read(Assets.find().folder().resolve("css").resolve(sheet));
    }

    private static void assertContrast(Tokens tokens, String front, String back, double least) {
        assertThat(Tokens.contrast(tokens.get(front), tokens.get(back)))
                .as(front + " on " + back)
                .isGreaterThanOrEqualTo(least);
    }
}

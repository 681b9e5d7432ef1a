package studio.fanz.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTest {

    private static final Limits LIMITS = Facts.limits();

    private static long count(String target, String text, String unit) {
        return Counting.of(target, LIMITS, Circumstances.usual()).count(text, unit);
    }

    @ParameterizedTest
    @CsvSource({
        "family, 👨‍👩‍👧‍👦, 1, 11, 7, 25",
        "flags, 🇩🇪🇫🇷, 2, 8, 4, 16",
        "jamo, \u1100\u1161\u11A8, 1, 3, 3, 9",
        "conjunct, क्षि, 1, 4, 4, 12",
        "accent, e\u0301, 1, 2, 2, 3",
        "keycap, 1️⃣, 1, 3, 3, 7",
        "plain, Hi you, 6, 6, 6, 6"
    })
    void clustersUnitsPointsAndBytesAreCountedApart(
            String name, String text, long clusters, long utf16, long points, long bytes) {
        assertThat(count("youtube/long", text, "grapheme")).as(name).isEqualTo(clusters);
        assertThat(count("youtube/long", text, "utf16")).as(name).isEqualTo(utf16);
        assertThat(count("youtube/long", text, "codepoint")).as(name).isEqualTo(points);
        assertThat(count("youtube/long", text, "bytes")).as(name).isEqualTo(bytes);
    }

    /// Examples of twitter-text's conformance tests: wide letters count two, an emoji two, an address 23.
    @ParameterizedTest
    @CsvSource({
        "Hello, 5",
        "こんにちは, 10",
        "👨‍👩‍👧‍👦, 2",
        "👍🏽 ok, 5",
        "see https://example.com/a/very/long/path?with=things now, 31",
        "see example.com., 28",
        "“quotes” – dash…, 17",
        "café, 4"
    })
    void someTargetsWeighWhatIsWritten(String text, long weight) {
        assertThat(count("x/post", text, "weighted")).isEqualTo(weight);
    }

    @Test
    void anEmojiMayCountItsBytes() {
        assertThat(count("threads/post", "ok 👍", "weighted")).isEqualTo(7);
        assertThat(count("threads/post", "né", "weighted")).isEqualTo(2);
    }

    @Test
    void addressesAndServersMayCountDifferentlyFromHowLongTheyAre() {
        String link = "https://example.social/@somebody/1234567890123456789";
        assertThat(count("mastodon/post", link, "grapheme")).isEqualTo(23);
        assertThat(count("mastodon/post", "hi @ann@example.social!", "grapheme"))
                .isEqualTo(8);
        assertThat(count("bluesky/post", link, "grapheme")).isEqualTo(link.length());
    }

    @Test
    void tagsMentionsAndAddressesAreFoundInAnyScript() {
        assertThat(TextParts.hashtags("#One, #2 (#três) #한국어 a#no https://x.io/#frag #नमस्ते"))
                .containsExactly("One", "três", "한국어", "नमस्ते");
        assertThat(TextParts.mentions("@ann and @bob@example.org, not me@example.org"))
                .containsExactly("ann", "bob@example.org");
        assertThat(TextParts.links("https://a.example/x, (http://b.example) and c.com/d."))
                .containsExactly("https://a.example/x", "http://b.example", "c.com/d");
    }

    @Property
    void clustersAreNeverMoreThanCodePointsAndNothingIsLost(@ForAll String text) {
        assertThat(String.join("", Counting.graphemes(text))).isEqualTo(text);
        assertThat((long) Counting.graphemes(text).size()).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
    }
}

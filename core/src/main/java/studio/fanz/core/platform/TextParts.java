package studio.fanz.core.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what platforms count or limit apart in a text: addresses, mentions, hashtags.
///
/// @param rest    the stretches between what was taken out
/// @param links   number of addresses taken out
/// @param domains number of `@server` parts taken out
public record TextParts(List<String> rest, int links, int domains) {

    /// An address ends before punctuation that closes the sentence around it.
    private static final String REST_OF_ADDRESS = "(?:[^\\s<>\"]*[^\\s<>\".,;:!?'()\\[\\]{}…])?";

    private static final Pattern WITH_SCHEME = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"/]" + REST_OF_ADDRESS);

    private static final Pattern BARE = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"/]" + REST_OF_ADDRESS
            + "|(?<![\\p{L}\\p{N}@._-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+"
            + "(?:com|org|net|edu|gov|info|biz|io|co|tv|me|ai|app|dev|gg|fm|ly|blog|shop|store|online|site|xyz"
            + "|tech|studio|live|news|club|video|music|art|eu|uk|de|fr|es|it|nl|pt|br|jp|kr|in|ru|pl|ch|at|be|ca|au)"
            + "(?![\\p{L}\\p{N}_@-])(?:/" + REST_OF_ADDRESS + ")?");

    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}_@/.])@([\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_])?)"
                    + "(@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?)?");

    private static final Pattern HASHTAG =
            Pattern.compile("(?<![\\p{L}\\p{N}_&/#])[#＃]([\\p{L}\\p{M}\\p{N}_·\u200c\u200d]+)");

    public TextParts {
        rest = List.copyOf(rest);
    }

    static TextParts of(String text, boolean takeLinks, boolean bare, boolean takeDomains) {
        List<String> rest = List.of(text);
        int links = 0;
        int domains = 0;
        if (takeLinks) {
            List<String> without = new ArrayList<>();
            links = split(text, bare ? BARE : WITH_SCHEME, 0, without);
            rest = without;
        }
        if (takeDomains) {
            List<String> without = new ArrayList<>();
            for (String part : rest) {
                domains += split(part, MENTION, 2, without);
            }
            rest = without;
        }
        return new TextParts(rest, links, domains);
    }

    /// The tags in a text without their `#`, in order; a number alone is none.
    public static List<String> hashtags(String text) {
        return HASHTAG.matcher(withoutAddresses(text))
                .results()
                .map(match -> match.group(1))
                .filter(tag -> tag.codePoints().anyMatch(Character::isLetter))
                .toList();
    }

    /// The names mentioned, without `@`, in order.
    public static List<String> mentions(String text) {
        return MENTION.matcher(withoutAddresses(text))
                .results()
                .map(match -> match.group().substring(1))
                .toList();
    }

    /// The addresses in a text, each once.
    public static List<String> links(String text) {
        return BARE.matcher(text)
                .results()
                .map(match -> match.group())
                .distinct()
                .toList();
    }

    private static String withoutAddresses(String text) {
        return WITH_SCHEME.matcher(text).replaceAll(" ");
    }

    /// Cuts `group` of each match out; what is left goes to `rest`.
    private static int split(String text, Pattern pattern, int group, List<String> rest) {
        Matcher match = pattern.matcher(text);
        int from = 0;
        int found = 0;
        while (match.find()) {
            if (match.group(group) != null) {
                rest.add(text.substring(from, match.start(group)));
                from = match.end(group);
                found++;
            }
        }
        rest.add(text.substring(from));
        return found;
    }
}

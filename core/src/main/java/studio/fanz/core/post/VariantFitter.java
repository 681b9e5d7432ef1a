package studio.fanz.core.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import studio.fanz.core.platform.Circumstances;
import studio.fanz.core.platform.Counting;
import studio.fanz.core.platform.Limit;
import studio.fanz.core.platform.Limits;
import studio.fanz.core.platform.Target;
import studio.fanz.core.platform.TextParts;
import studio.fanz.core.post.Draft.Counter;
import studio.fanz.core.post.Draft.Piece;
import studio.fanz.core.post.Draft.Variant;

/// Fits a draft into one target: whole sentences and whole tags are dropped until every row of `limits.csv`, advice
/// included, is obeyed (of sources that contradict one another the first). A word is never cut.
final class VariantFitter {

    /// Places where a tag would be a stray word.
    private static final Set<String> WITHOUT_TAGS = Set.of("site", "newsletter");

    private final Target target;
    private final Limits limits;
    private final Counting counting;
    private final List<String> notes = new ArrayList<>();

    VariantFitter(Target target, Limits limits) {
        this.target = target;
        this.limits = limits;
        this.counting = Counting.of(target.id(), limits, Circumstances.usual());
    }

    /// @param titles     proposals, best first
    /// @param sentences  of the body in the order spoken, the one to keep longest first
    /// @param tags       best first, without `#`
    Variant fit(List<String> titles, List<Piece> sentences, List<Piece> tags) {
        String title = rows("title_max_chars").isEmpty() ? "" : title(titles);
        List<String> body = sentences.stream().map(Piece::text).collect(Collectors.toCollection(ArrayList::new));
        List<String> kept = WITHOUT_TAGS.contains(target.platform())
                ? new ArrayList<>()
                : tags.stream().map(Piece::text).filter(this::tagFits).collect(Collectors.toCollection(ArrayList::new));
        body.removeIf(this::isForbidden);
        while (!kept.isEmpty() && breaks("hashtags_max", kept.size())) {
            kept.removeLast();
        }
        shorten(body, kept);
        note(sentences.size() - body.size(), "shortened");
        int dropped = WITHOUT_TAGS.contains(target.platform()) ? 0 : tags.size() - kept.size();
        note(dropped, "hashtags-dropped:" + dropped);
        String text = text(body, kept);
        return new Variant(target.id(), title, text, counters(title, text), notes);
    }

    private void note(int count, String code) {
        if (count > 0) {
            notes.add(code);
        }
    }

    private String title(List<String> titles) {
        for (String title : titles) {
            if (rows("title_max_chars").stream().noneMatch(row -> over(row, title)) && !isForbidden(title)) {
                return title;
            }
        }
        if (!titles.isEmpty()) {
            notes.add("no-title-fits");
        }
        return "";
    }

    /// Sentences go from the end, then tags; the first sentence goes last.
    private void shorten(List<String> body, List<String> tags) {
        while (tooLong(text(body, tags))) {
            if (body.size() > 1) {
                body.removeLast();
            } else if (!tags.isEmpty()) {
                tags.removeLast();
            } else if (!body.isEmpty()) {
                body.removeLast();
            } else {
                return;
            }
        }
    }

    private boolean tooLong(String text) {
        return rows("text_max").stream().anyMatch(row -> over(row, text));
    }

    private static String text(List<String> body, List<String> tags) {
        String hashes = tags.stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
        return (String.join(" ", body) + (body.isEmpty() || hashes.isEmpty() ? "" : "\n\n") + hashes).strip();
    }

    private boolean tagFits(String tag) {
        return rows("hashtag_max_chars").stream().noneMatch(row -> over(row, tag)) && !isForbidden(tag);
    }

    private boolean isForbidden(String text) {
        return limits.holding(target.id(), "characters_forbidden", Circumstances.usual()).stream()
                .filter(row -> !row.note().contains("topic"))
                .flatMap(row -> row.values().stream())
                .anyMatch(text::contains);
    }

    private boolean breaks(String limit, long value) {
        return rows(limit).stream().anyMatch(row -> value > row.number().orElse(Double.MAX_VALUE));
    }

    private boolean over(Limit row, String text) {
        return counting.count(text, row.unit()) > row.number().orElse(Double.MAX_VALUE);
    }

    /// Upper bounds that may hold, of each contradiction the first.
    private List<Limit> rows(String limit) {
        return Limits.aims(limits.of(target.id(), limit)).stream()
                .filter(Limit::understood)
                .filter(row -> Circumstances.usual().judge(row) != Circumstances.Verdict.FAILS)
                .filter(row -> row.op().filter(op -> op == Limit.Op.MAX).isPresent())
                .toList();
    }

    private List<Counter> counters(String title, String text) {
        List<Counter> counters = new ArrayList<>();
        for (Limit row : rows("title_max_chars")) {
            counters.add(counter(row, counting.count(title, row.unit())));
        }
        for (Limit row : rows("text_max")) {
            counters.add(counter(row, counting.count(text, row.unit())));
        }
        for (Limit row : rows("hashtags_max")) {
            counters.add(counter(row, TextParts.hashtags(text).size()));
        }
        return counters;
    }

    private static Counter counter(Limit row, long used) {
        return new Counter(
                row.name(),
                row.unit(),
                used,
                (long) row.number().orElse(0),
                row.recommended()
                        ? "advice"
                        : row.level()
                                .map(level -> level.name().toLowerCase(Locale.ROOT))
                                .orElse(""));
    }
}

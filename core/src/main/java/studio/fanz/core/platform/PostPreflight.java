package studio.fanz.core.platform;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.review.Review;

/// Compares the words and the cover of a post with every limit known for a target. Pure; safe for use by any thread.
///
/// @param limits        the rows, a creator's own already merged in
/// @param circumstances what is known about accounts, servers and placements
public record PostPreflight(Limits limits, Circumstances circumstances) {

    /// With what is known without asking anyone.
    public PostPreflight(Limits limits) {
        this(limits, Circumstances.usual());
    }

    /// A cover.
    ///
    /// @param image     the picture as probed; empty when it is a moment of the video
    /// @param widthOf   the video it stands for, to compare shapes; empty when there is none
    public record Cover(Optional<MediaFacts> image, Optional<VideoFacts> widthOf) {}

    /// Findings about title (`where` is `title`), text (`text`) and tags (`tags`), and what could not be compared.
    public Review checkText(Target target, PostText post) {
        var verdicts = new Verdicts(target, limits, circumstances);
        var counting = Counting.of(target.id(), limits, circumstances);
        for (String limit : limitsOf(target)) {
            if (LimitNames.TEXT.contains(limit)) {
                verdicts.judge(limit, where(limit), row -> measure(row, post, counting));
            }
        }
        return verdicts.review();
    }

    /// Findings about the cover.
    public Review checkCover(Target target, Cover cover) {
        var verdicts = new Verdicts(target, limits, circumstances);
        for (String limit : limitsOf(target)) {
            if (LimitNames.COVER.contains(limit)) {
                verdicts.judge(limit, "cover", _ -> measure(limit, cover));
            }
        }
        return verdicts.review();
    }

    /// Whether any row speaks of a title there.
    public static boolean hasTitle(String target, Limits limits) {
        return !limits.of(target, "title_max_chars").isEmpty();
    }

    private List<String> limitsOf(Target target) {
        return limits.of(target.id()).stream().map(Limit::name).distinct().toList();
    }

    private static String where(String limit) {
        if (limit.startsWith("title")) {
            return "title";
        }
        return limit.contains("tag") ? "tags" : "text";
    }

    private static Measured measure(Limit row, PostText post, Counting counting) {
        return switch (row.name()) {
            case "title_min_chars", "title_max_chars" -> amount(counting.count(post.title(), row.unit()));
            case "text_max" -> amount(counting.count(post.text(), row.unit()));
            case "characters_forbidden" -> forbidden(row, post);
            case "hashtags_max" -> amount(TextParts.hashtags(post.text()).size());
            case "hashtag_max_chars" -> longest(TextParts.hashtags(post.text()), row, counting);
            case "extra_tags_max" -> amount(post.extraTags().size());
            case "tags_total_max" -> amount(counting.count(String.join(",", post.extraTags()), row.unit()));
            case "mentions_max" -> amount(TextParts.mentions(post.text()).size());
            case "links_max" -> amount(TextParts.links(post.text()).size());
            case "languages_max" -> amount(post.languages().size());
            case "alt_text_max" -> longest(post.altTexts(), row, counting);
            default -> new Measured.Unknown("not-measured");
        };
    }

    private static Measured amount(long value) {
        return new Measured.Amount((double) value);
    }

    private static Measured longest(List<String> texts, Limit row, Counting counting) {
        return amount(texts.stream()
                .mapToLong(text -> counting.count(text, row.unit()))
                .max()
                .orElse(0));
    }

    /// Forbidden in title and text, unless the row's note says it speaks of the topic (a tag) only.
    private static Measured forbidden(Limit row, PostText post) {
        String words = row.note().contains("topic")
                ? String.join("", TextParts.hashtags(post.text())) + String.join("", post.extraTags())
                : post.title() + post.text();
        List<String> used = row.values().stream().filter(words::contains).toList();
        return used.isEmpty() ? new Measured.Absent() : new Measured.Names(List.of(used));
    }

    private static Measured measure(String limit, Cover cover) {
        if (limit.equals("thumb_sources")) {
            return Measured.Names.of(cover.image().isPresent() ? "image" : "frame");
        }
        return cover.image()
                .map(image -> measure(limit, image, cover.widthOf()))
                .orElse(new Measured.Absent());
    }

    private static Measured measure(String limit, MediaFacts image, Optional<VideoFacts> shown) {
        return switch (limit) {
            case "thumb_width", "thumb_width_min", "thumb_width_max" -> Measures.of("width_min", image);
            case "thumb_height" -> Measures.of("height_min", image);
            case "thumb_aspects" -> Measures.of("aspects", image);
            case "thumb_containers" -> Measures.of("containers", image);
            case "thumb_size_max_bytes" -> Measures.of("size_max_bytes", image);
            case "thumb_aspect_as_media" -> sameShape(image, shown);
            default -> new Measured.Unknown("not-measured");
        };
    }

    private static Measured sameShape(MediaFacts image, Optional<VideoFacts> shown) {
        if (image.video().isEmpty() || shown.isEmpty()) {
            return new Measured.Unknown("not-measured");
        }
        VideoFacts video = shown.get();
        var shape = new Aspect(video.displayWidth(), video.displayHeight());
        VideoFacts picture = image.video().get();
        return new Measured.Flag(shape.matches(picture.displayWidth(), picture.displayHeight()));
    }
}

package studio.fanz.core.platform;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.fanz.core.review.Finding.Fix;

/// The way out of a broken row, as a code with arguments (sentences: `assets/texts/findings.properties`).
final class Fixes {

    private Fixes() {}

    static Optional<Fix> of(Limit row) {
        String bound = Figures.of(row);
        return Optional.ofNullable(
                switch (row.name()) {
                    case "duration_max_s" -> fix("trim", millis(row));
                    case "duration_min_s" -> fix("longer", millis(row));
                    case "size_max_bytes", "thumb_size_max_bytes" -> fix("smaller-file", bound);
                    case "size_min_bytes" -> fix("larger-file", bound);
                    case "faststart", "edit_list" -> fix("rewrite");
                    case "width_min",
                            "width_max",
                            "height_min",
                            "height_max",
                            "long_edge_min",
                            "long_edge_max",
                            "short_edge_min",
                            "short_edge_max",
                            "pixels_max",
                            "frame_pixels_max",
                            "thumb_width",
                            "thumb_height",
                            "thumb_width_min",
                            "thumb_width_max" -> fix("scale", bound);
                    case "aspect_min", "aspect_max", "aspects", "thumb_aspects", "thumb_aspect_as_media" ->
                        fix("reshape", bound);
                    case "thumb_sources" -> fix("cover-from", bound);
                    case "title_max_chars", "text_max", "hashtag_max_chars", "tags_total_max", "alt_text_max" ->
                        fix("shorten", bound);
                    case "title_min_chars" -> fix("lengthen", bound);
                    case "hashtags_max", "extra_tags_max", "mentions_max", "links_max", "languages_max" ->
                        fix("fewer", bound);
                    case "characters_forbidden" -> fix("remove-characters", bound);
                    case "caption_formats" -> fix("caption-format", bound);
                    default -> Measures.concerns(row.name()) ? fix("reencode", bound) : null;
                });
    }

    private static Fix fix(String code, String... arguments) {
        return new Fix(code, List.of(arguments));
    }

    private static String millis(Limit row) {
        OptionalDouble seconds = row.number();
        return seconds.isPresent() ? String.valueOf(Math.round(seconds.getAsDouble() * 1000)) : row.value();
    }
}

package studio.fanz.core.platform;

import java.util.Set;

/// The limits this version knows, by what they speak about (the list in `assets/facts/README.md`).
final class LimitNames {

    /// Figures to aim at when a file is made; having another one breaks nothing.
    static final Set<String> AIMS = Set.of("video_bitrate_bps", "audio_bitrate_bps");

    static final Set<String> TEXT = Set.of(
            "title_min_chars",
            "title_max_chars",
            "text_max",
            "characters_forbidden",
            "hashtags_max",
            "hashtag_max_chars",
            "extra_tags_max",
            "tags_total_max",
            "mentions_max",
            "links_max",
            "languages_max",
            "alt_text_max");

    /// How text is counted; statements of fact, nothing to obey.
    static final Set<String> COUNTING =
            Set.of("count_default", "count_one_ranges", "count_emoji", "count_link", "count_mention_domain");

    static final Set<String> COVER = Set.of(
            "thumb_sources",
            "thumb_width",
            "thumb_height",
            "thumb_width_min",
            "thumb_width_max",
            "thumb_aspects",
            "thumb_aspect_as_media",
            "thumb_containers",
            "thumb_size_max_bytes");

    static final Set<String> ATTACHMENTS = Set.of(
            "images_max",
            "videos_max",
            "gifs_max",
            "media_max",
            "enclosures_max",
            "captions_max",
            "caption_size_max_bytes",
            "caption_formats");

    /// Known only at the moment of posting.
    static final Set<String> PACE = Set.of(
            "posts_per_day_max",
            "uploads_per_day_max",
            "upload_bytes_per_day_max",
            "uploads_parallel_max",
            "upload_chunk_min_bytes",
            "upload_chunk_max_bytes",
            "upload_last_chunk_max_bytes",
            "upload_chunks_max");

    static final Set<String> SAFE_ZONE = Set.of("safe_top_pct", "safe_bottom_pct", "safe_side_pct");

    private LimitNames() {}

    /// Whether some part of the program knows what that limit speaks about.
    static boolean known(String limit) {
        return Measures.concerns(limit)
                || AIMS.contains(limit)
                || TEXT.contains(limit)
                || COUNTING.contains(limit)
                || COVER.contains(limit)
                || ATTACHMENTS.contains(limit)
                || PACE.contains(limit)
                || SAFE_ZONE.contains(limit);
    }
}

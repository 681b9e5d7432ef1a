package studio.fanz.core.post;

import java.util.List;
import studio.fanz.core.time.Span;

/// A proposed post: only what was said, each piece with where it was said. Never published by itself.
///
/// @param language language of the words, empty when nothing was said
/// @param title    proposed title, empty when nothing was said
/// @param text     proposed text
/// @param hashtags without `#`
/// @param variants one per target, in the order asked
/// @param method   a code how pieces were ranked: `embeddings`, `extraction`
/// @param notes    codes (`no-embeddings-for-language`, `nothing-said`)
public record Draft(
        String language,
        Piece title,
        List<Piece> text,
        List<Piece> hashtags,
        List<Variant> variants,
        String method,
        List<String> notes) {

    public Draft {
        text = List.copyOf(text);
        hashtags = List.copyOf(hashtags);
        variants = List.copyOf(variants);
        notes = List.copyOf(notes);
    }

    /// Words with the stretch of the recording they come from.
    public record Piece(String text, Span source) {}

    /// A proposal that fits one target.
    ///
    /// @param target   the target's id
    /// @param title    empty where the target has no title
    /// @param text     body with its hashtags
    /// @param counters what the target counts, and how much is used
    /// @param notes    codes (`shortened`, `hashtags-dropped:2`)
    public record Variant(String target, String title, String text, List<Counter> counters, List<String> notes) {
        public Variant {
            counters = List.copyOf(counters);
            notes = List.copyOf(notes);
        }
    }

    /// One true counter of a target.
    ///
    /// @param limit the limit's name in `limits.csv`
    /// @param unit  `grapheme`, `utf16`, `codepoint`, `bytes`, `weighted` or `count`
    /// @param used  how much of it is used
    /// @param max   the bound, itself allowed
    /// @param level who says so: `official`, `secondary`, `conflict`, `unverified`
    public record Counter(String limit, String unit, long used, long max, String level) {}
}

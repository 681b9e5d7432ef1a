package studio.fanz.core.platform;

import java.util.List;

/// The words of a post.
///
/// @param title     empty where there is none (a mail's subject)
/// @param text      body with its hashtags, mentions and addresses
/// @param extraTags tags beside the text, without `#`
/// @param languages language tags given with it
/// @param altTexts  descriptions of its pictures
public record PostText(
        String title, String text, List<String> extraTags, List<String> languages, List<String> altTexts) {

    public PostText {
        extraTags = List.copyOf(extraTags);
        languages = List.copyOf(languages);
        altTexts = List.copyOf(altTexts);
    }

    /// Title and text only.
    public PostText(String title, String text) {
        this(title, text, List.of(), List.of(), List.of());
    }
}

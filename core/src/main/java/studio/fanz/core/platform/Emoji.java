package studio.fanz.core.platform;

/// Tells emoji from other text (Unicode TS #51): a whole sequence is one cluster.
final class Emoji {

    private static final int VARIATION_EMOJI = 0xFE0F;
    private static final int VARIATION_TEXT = 0xFE0E;
    private static final int KEYCAP = 0x20E3;
    private static final int REGIONAL_A = 0x1F1E6;
    private static final int REGIONAL_Z = 0x1F1FF;

    private Emoji() {}

    /// Whether a grapheme cluster is shown as an emoji.
    static boolean is(String cluster) {
        int first = cluster.codePointAt(0);
        if (cluster.indexOf(KEYCAP) > 0) {
            return Character.isEmoji(first);
        }
        if (first >= REGIONAL_A && first <= REGIONAL_Z) {
            return cluster.codePointCount(0, cluster.length()) == 2;
        }
        boolean pictorial = Character.isEmojiPresentation(first) && cluster.indexOf(VARIATION_TEXT) < 0;
        return pictorial || (Character.isEmoji(first) && cluster.indexOf(VARIATION_EMOJI) > 0);
    }
}

package studio.fanz.media.speech;

import java.util.List;

/// Finds text that goes round in circles.
final class Repetition {

    private static final int LONGEST = 12;
    private static final int ENDLESS_TOKENS = 40;

    private Repetition() {}

    /// Whether the end of a list is one short run of tokens over and over, for 40 tokens or more.
    static boolean endless(List<Integer> tokens) {
        int size = tokens.size();
        for (int period = 1; period <= LONGEST && size >= ENDLESS_TOKENS; period++) {
            int matched = 0;
            while (matched < ENDLESS_TOKENS - period
                    && tokens.get(size - 1 - matched).equals(tokens.get(size - 1 - matched - period))) {
                matched++;
            }
            if (matched == ENDLESS_TOKENS - period) {
                return true;
            }
        }
        return false;
    }
}

package studio.fanz.media.speech;

import java.util.ArrayList;
import java.util.List;

/// A segment as the model wrote it, in seconds of its window.
///
/// @param tokens        text only
/// @param probabilities of each
record SegmentDraft(double start, double end, List<Integer> tokens, List<Double> probabilities) {

    SegmentDraft {
        tokens = List.copyOf(tokens);
        probabilities = List.copyOf(probabilities);
    }

    /// Cuts what was written for a window where one time follows another. Text after the last pair goes to the end of
    /// the window: windows end where speech is quiet, so it is whole.
    static List<SegmentDraft> split(Decoded decoded, Vocabulary vocabulary, double windowSeconds) {
        List<SegmentDraft> drafts = new ArrayList<>();
        List<Integer> tokens = decoded.tokens();
        double start = 0;
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (!vocabulary.isTime(tokens.get(i))) {
                continue;
            }
            double time = Math.min(vocabulary.seconds(tokens.get(i)), windowSeconds);
            if (i > from) {
                drafts.add(part(decoded, from, i, start, time));
            }
            start = time;
            from = i + 1;
        }
        if (from < tokens.size()) {
            drafts.add(part(decoded, from, tokens.size(), start, windowSeconds));
        }
        return drafts;
    }

    private static SegmentDraft part(Decoded decoded, int from, int to, double start, double end) {
        return new SegmentDraft(
                start,
                Math.max(start, end),
                decoded.tokens().subList(from, to),
                decoded.probabilities().subList(from, to));
    }
}

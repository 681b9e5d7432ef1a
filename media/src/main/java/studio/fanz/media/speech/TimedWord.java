package studio.fanz.media.speech;

import java.util.ArrayList;
import java.util.List;

/// A word on its way: with the blank before it, in seconds of its window.
///
/// @param text       as decoded
/// @param tokens     that it is made of, in order
/// @param start      seconds
/// @param end        seconds
/// @param confidence mean probability of its tokens
record TimedWord(String text, List<Integer> tokens, double start, double end, double confidence) {

    TimedWord {
        tokens = List.copyOf(tokens);
    }

    TimedWord from(double newStart) {
        return new TimedWord(text, tokens, newStart, end, confidence);
    }

    TimedWord to(double newEnd) {
        return new TimedWord(text, tokens, start, newEnd, confidence);
    }

    /// This without blanks around it.
    TimedWord stripped() {
        return new TimedWord(text.strip(), tokens, start, end, confidence);
    }

    /// This and the next as one word.
    TimedWord joined(TimedWord next) {
        List<Integer> both = new ArrayList<>(tokens);
        both.addAll(next.tokens());
        double confidences =
                confidence * tokens.size() + next.confidence() * next.tokens().size();
        return new TimedWord(text + next.text(), both, start, next.end(), confidences / Math.max(1, both.size()));
    }

    /// This with a mark before or behind it, which does not sound: the times stay.
    TimedWord marked(TimedWord mark, boolean before) {
        TimedWord both = before ? mark.joined(this) : joined(mark);
        return new TimedWord(both.text(), both.tokens(), start, end, confidence);
    }

    double seconds() {
        return end - start;
    }
}

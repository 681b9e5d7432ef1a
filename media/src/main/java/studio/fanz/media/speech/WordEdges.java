package studio.fanz.media.speech;

import java.util.ArrayList;
import java.util.List;

/// Moves word edges to where the sound rises and falls. Attention moves to a word before it sounds (65 ms in
/// the median, half a second and more after a pause), so a start goes to the end of the last pause before the
/// word, and inside running speech a little later, to the steepest rise near there if there is one.
final class WordEdges {

    /// What attention is early by inside running speech, in milliseconds.
    private static final int EARLY = 55;
    /// How far around that a rise is looked for.
    private static final int NEAR = 25;
    /// Decibels in 30 ms that make a rise.
    private static final double RISE = 6;
    /// The closure of a plosive is quiet too, but rarely this long.
    private static final int PAUSE = 50;
    /// A pause may begin this long before the start.
    private static final int BACK = 60;
    /// Sound between the start and a pause that may still be the word before.
    private static final int TAIL = 160;
    /// How long one letter of an ordinary word takes at most; what is longer holds a pause.
    private static final int LETTER = 60;

    private static final int SHORTEST = 20;
    /// An end is not moved further than this.
    private static final int FURTHEST = 500;

    private final Loudness loudness;

    WordEdges(Loudness loudness) {
        this.loudness = loudness;
    }

    /// The words with moved edges: still in order, never overlapping.
    List<TimedWord> moved(List<TimedWord> words) {
        List<TimedWord> started = new ArrayList<>();
        double before = 0;
        for (TimedWord word : words) {
            double start = Math.max(before, Math.min(start(word), Math.max(word.start(), word.end() - 0.02)));
            started.add(word.from(start).to(Math.max(start, word.end())));
            before = start;
        }
        List<TimedWord> moved = new ArrayList<>();
        for (int i = 0; i < started.size(); i++) {
            double next = i + 1 < started.size() ? started.get(i + 1).start() : loudness.size() * step();
            moved.add(started.get(i).to(end(started.get(i), next)));
        }
        return moved;
    }

    private static double step() {
        return Loudness.STEP_MS / 1000.0;
    }

    private static int index(double seconds) {
        return (int) Math.round(seconds / step());
    }

    private double start(TimedWord word) {
        int from = Math.max(0, index(word.start()) - BACK / Loudness.STEP_MS);
        int to = Math.min(loudness.size(), index(word.end()) - SHORTEST / Loudness.STEP_MS);
        double quiet = loudness.quietBelow(index(word.start()));
        int tail = tail(word);
        int found = -1;
        int silent = 0;
        int sounded = 0;
        for (int i = from; i < to && sounded <= tail; i++) {
            if (loudness.at(i) < quiet) {
                silent += Loudness.STEP_MS;
                continue;
            }
            if (silent >= PAUSE) {
                found = i;
                sounded = 0;
            } else {
                sounded += silent;
            }
            silent = 0;
            sounded += Loudness.STEP_MS;
        }
        return found >= 0 ? found * step() : rise(word.start());
    }

    /// Numbers are spoken far longer than they are written: their length says nothing.
    private static int tail(TimedWord word) {
        if (word.text().chars().anyMatch(Character::isDigit)) {
            return TAIL;
        }
        int letters = (int) word.text().codePoints().filter(Character::isLetter).count();
        return Math.max(TAIL, (int) (word.seconds() * 1000) - LETTER * letters - 50);
    }

    private double rise(double start) {
        int middle = index(start) + EARLY / Loudness.STEP_MS;
        int best = middle;
        double steepest = RISE;
        for (int i = middle - NEAR / Loudness.STEP_MS; i < middle + NEAR / Loudness.STEP_MS; i++) {
            if (i >= 0 && i < loudness.size() && loudness.rise(i) > steepest) {
                steepest = loudness.rise(i);
                best = i;
            }
        }
        return best * step();
    }

    private double end(TimedWord word, double next) {
        int from = Math.max(index(word.start()) + 2 * SHORTEST / Loudness.STEP_MS, index(word.end()) - 20);
        int to = Math.min(index(Math.min(next, word.end() + FURTHEST / 1000.0)), loudness.size());
        double quiet = loudness.quietBelow(index(word.end()));
        int silent = 0;
        for (int i = from; i < to; i++) {
            silent = loudness.at(i) < quiet ? silent + Loudness.STEP_MS : 0;
            if (silent >= PAUSE) {
                return Math.max(word.start(), (i + 1) * step() - silent / 1000.0);
            }
        }
        return Math.clamp(to * step(), word.start(), Math.max(word.start(), next));
    }
}

package studio.fanz.media.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import studio.fanz.core.time.Span;
import studio.fanz.media.frame.FrameObserver;
import studio.fanz.media.frame.SmallFrame;

/// Finds flashing that can trigger seizures, after WCAG 2.2 (2.3.1, "general flash and red flash thresholds")
/// and ITU-R BT.1702-3, which agree.
///
/// - A **transition** is a change of relative luminance by 0.1 or more of full white (20 cd/m2 on a screen of
///   200) between an extreme and the next, the darker of which is below 0.8 (160 cd/m2); or a change of
///   saturated red: R/(R+G+B) of at least 0.8 on one side and a change of (R-G-B) x 320 by more than 20 (linear
///   light, 0..1, negative values are 0).
/// - It counts when transitions the same way within 80 ms cover at least 25 % of the picture. The standards
///   speak of 25 % of any 10 degrees of view; what that is depends on the screen, so the picture filling it is
///   assumed, which is what Ofcom's guidance does.
/// - A **flash** is two transitions in opposite directions. More than three flashes within one second are
///   reported: seven transitions in turn, within less than one second.
///
/// Measured on cells of 4x4 pixels of the small frame (at most 40 by 40). The value of a stretch is the largest
/// number of flashes in one second. Not thread-safe; one per file.
public final class FlashDetector implements FrameObserver {

    private static final double AREA = 0.25;
    private static final long TOGETHER_MS = 80;
    private static final long SECOND_MS = 1000;

    /// Time stamps in whole milliseconds make three flashes a second look a millisecond quicker.
    private static final long ROUNDING_MS = 4;

    private static final int TOO_MANY = 7;

    private final FlashCounter general = new FlashCounter();
    private final FlashCounter red = new FlashCounter();
    private FlashCells cells = FlashCells.NONE;
    private long lastMs;

    @Override
    public void frame(long frame, long timeMs, SmallFrame small) {
        if (cells == FlashCells.NONE) {
            cells = FlashCells.of(small.width(), small.height());
        }
        lastMs = timeMs;
        cells.look(small);
        general.add(timeMs, cells.brighter(), cells.darker());
        red.add(timeMs, cells.redder(), cells.lessRed());
    }

    /// Ends the detection; call once after the last frame.
    ///
    /// @return stretches with too many flashes, in order, the value is the most flashes within one second
    public List<Measured> finish() {
        List<Measured> all = new ArrayList<>(general.found());
        all.addAll(red.found());
        all.sort(Comparator.comparingLong(m -> m.span().startMs()));
        return united(all);
    }

    private List<Measured> united(List<Measured> sorted) {
        List<Measured> united = new ArrayList<>();
        for (Measured next : sorted) {
            if (!united.isEmpty()
                    && next.span().startMs() <= united.getLast().span().endMs()) {
                Measured last = united.removeLast();
                long end = Math.max(last.span().endMs(), next.span().endMs());
                united.add(new Measured(
                        new Span(
                                last.span().startMs(),
                                Math.min(end, Math.max(lastMs, last.span().endMs()))),
                        Math.max(last.value(), next.value())));
            } else {
                united.add(next);
            }
        }
        return united;
    }

    /// Counts transitions of the whole picture.
    static final class FlashCounter {

        private final List<Share> recent = new ArrayList<>();
        private final List<Long> turns = new ArrayList<>();
        private final List<Measured> found = new ArrayList<>();
        private int direction;

        /// @param up   part of the picture that passed the threshold upwards at this frame
        /// @param down part that passed it downwards
        void add(long timeMs, double up, double down) {
            recent.add(new Share(timeMs, up, down));
            recent.removeIf(s -> s.timeMs() <= timeMs - TOGETHER_MS);
            double upwards = recent.stream().mapToDouble(Share::up).sum();
            double downwards = recent.stream().mapToDouble(Share::down).sum();
            if (upwards >= AREA && direction <= 0) {
                turn(timeMs, 1);
            } else if (downwards >= AREA && direction >= 0) {
                turn(timeMs, -1);
            }
        }

        List<Measured> found() {
            return found;
        }

        private void turn(long timeMs, int towards) {
            direction = towards;
            recent.clear();
            turns.add(timeMs);
            turns.removeIf(t -> t <= timeMs - SECOND_MS + ROUNDING_MS);
            if (turns.size() >= TOO_MANY) {
                report(new Span(turns.getFirst(), timeMs), turns.size() / 2.0);
            }
        }

        private void report(Span span, double flashes) {
            if (!found.isEmpty() && found.getLast().span().endMs() >= span.startMs()) {
                Measured last = found.removeLast();
                found.add(new Measured(new Span(last.span().startMs(), span.endMs()), Math.max(last.value(), flashes)));
            } else {
                found.add(new Measured(span, flashes));
            }
        }

        private record Share(long timeMs, double up, double down) {}
    }
}

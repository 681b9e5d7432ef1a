package studio.fanz.media.cut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import studio.fanz.core.time.Rational;

/// Subtitles and chapters of the new file: each as long as it is shown in the pieces that are kept.
///
/// @param stretches the pieces
record TextLayout(List<SoundLayout.Stretch> stretches) {

    /// What a container writes between subtitles: a length of 0 and no text.
    private static final int EMPTY_BYTES = 2;

    /// A track of subtitles, with those of the same codec and number in recordings that follow.
    ///
    /// @param number which text of the first recording, from 0
    Splicer.TrackOrder subtitles(int number) {
        Reel.Track like = text(stretches.getFirst(), number).orElseThrow();
        List<Splicer.Run> runs = new ArrayList<>();
        LongStream.Builder times = LongStream.builder();
        LongStream.Builder lengths = LongStream.builder();
        for (int p = 0; p < stretches.size(); p++) {
            SoundLayout.Stretch stretch = stretches.get(p);
            Optional<Reel.Track> found = text(stretch, number)
                    .filter(other -> other.codec().equals(like.codec())
                            && other.timebase().equals(like.timebase()));
            if (found.isEmpty()) {
                continue;
            }
            Reel.Track text = found.get();
            Packets packets = text.packets();
            long in = ticks(text, stretch.in());
            long out = ticks(text, stretch.out());
            long made = ticks(text, stretch.made());
            for (int i = 0; i < packets.count(); i++) {
                long from = Math.max(in, packets.pts()[i]);
                long to = Math.min(out, packets.pts()[i] + packets.duration()[i]);
                if (from < to && packets.size()[i] > EMPTY_BYTES) {
                    runs.add(new Splicer.Run.Copied(p, stretch.reel().file(), text.index(), i, i, Long.MIN_VALUE + 1));
                    times.add(made + from - in);
                    lengths.add(to - from);
                }
            }
        }
        long[] shown = times.build().toArray();
        return new Splicer.TrackOrder(
                stretches.getFirst().reel().file(),
                like.index(),
                Optional.empty(),
                Optional.empty(),
                "",
                like.timebase(),
                runs,
                shown,
                shown,
                lengths.build().toArray());
    }

    private static Optional<Reel.Track> text(SoundLayout.Stretch stretch, int number) {
        List<Reel.Track> all = stretch.reel().all(Reel.Kind.TEXT);
        return number < all.size() ? Optional.of(all.get(number)) : Optional.empty();
    }

    private static long ticks(Reel.Track text, Rational seconds) {
        return seconds.times(text.timebase().inverse()).rounded();
    }

    /// A cover or a font.
    Splicer.TrackOrder attached(Reel.Track thing) {
        Reel reel = stretches.getFirst().reel();
        int count = Math.min(1, thing.packets().count());
        List<Splicer.Run> runs = count == 0
                ? List.of()
                : List.of(new Splicer.Run.Copied(0, reel.file(), thing.index(), 0, 0, Long.MIN_VALUE + 1));
        return new Splicer.TrackOrder(
                reel.file(),
                thing.index(),
                Optional.empty(),
                Optional.empty(),
                "",
                thing.timebase(),
                runs,
                new long[count],
                new long[count],
                new long[count]);
    }

    /// Chapters; one that goes on where it was cut stays one.
    List<Reel.Chapter> chapters() {
        List<Reel.Chapter> kept = new ArrayList<>();
        Optional<Reel.Chapter> open = Optional.empty();
        for (SoundLayout.Stretch stretch : stretches) {
            for (Reel.Chapter chapter : stretch.reel().chapters()) {
                Rational from = later(stretch.in(), chapter.start());
                Rational to = earlier(stretch.out(), chapter.end());
                if (from.compareTo(to) >= 0) {
                    continue;
                }
                Rational shift = stretch.made().minus(stretch.in());
                if (open.isPresent() && open.get().equals(chapter)) {
                    Reel.Chapter before = kept.removeLast();
                    kept.add(new Reel.Chapter(before.start(), to.plus(shift), chapter.title()));
                } else {
                    kept.add(new Reel.Chapter(from.plus(shift), to.plus(shift), chapter.title()));
                }
                open = Optional.of(chapter);
            }
        }
        return kept;
    }

    private static Rational later(Rational a, Rational b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Rational earlier(Rational a, Rational b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}

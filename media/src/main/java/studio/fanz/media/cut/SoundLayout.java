package studio.fanz.media.cut;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import studio.fanz.core.time.Rational;

/// A sound of the new file: copied packets where that keeps it in sync with the picture, encoded otherwise.
///
/// @param number    which sound of its recordings, from 0
/// @param stretches the pieces
/// @param container that the new file will be
record SoundLayout(int number, List<Stretch> stretches, Container container) {

    /// The most sound may be away from its picture, seconds; a little less than what is promised.
    private static final double MAX_OFFSET = 0.0195;

    /// Codecs whose packets decode well behind any other packet of the same stream.
    private static final Set<String> STANDS_ALONE =
            Set.of("aac", "ac3", "eac3", "opus", "vorbis", "flac", "alac", "mp2");

    /// A piece in exact seconds: of its recording's clock, and where it is in the new file.
    record Stretch(Reel reel, Rational in, Rational out, Rational made) {

        /// A sound of its recording.
        Optional<Reel.Track> sound(int number) {
            List<Reel.Track> all = reel.all(Reel.Kind.SOUND);
            return number < all.size() ? Optional.of(all.get(number)) : Optional.empty();
        }
    }

    /// A track, and how far its sound is from the picture.
    ///
    /// @param offsets seconds, one for each piece
    record Laid(Splicer.TrackOrder order, List<Double> offsets) {}

    private Reel.Track first() {
        return stretches.getFirst().sound(number).orElseThrow();
    }

    /// Copies it, when that is in sync everywhere.
    Optional<Laid> copied() {
        Reel.Track sound = first();
        boolean one = stretches.size() == 1;
        boolean alone = STANDS_ALONE.contains(sound.codec()) || sound.codec().startsWith("pcm_");
        if (!container.takesSound(sound.codec())
                || (!one && !alone)
                || !stretches.stream().allMatch(this::like)) {
            return Optional.empty();
        }
        int preRoll = container.hides() && one ? preRoll() : 0;
        Laid laid = laid(
                new SoundRuns(preRoll).runs(stretches.stream().map(this::ticks).toList()));
        boolean inSync = laid.offsets().stream().allMatch(offset -> Math.abs(offset) <= MAX_OFFSET);
        return inSync ? Optional.of(laid) : Optional.empty();
    }

    private boolean like(Stretch stretch) {
        Reel.Track sound = first();
        return stretch.sound(number)
                .filter(other -> other.codec().equals(sound.codec())
                        && other.rate() == sound.rate()
                        && other.channels() == sound.channels()
                        && other.timebase().equals(sound.timebase())
                        && Arrays.equals(other.config(), sound.config())
                        && other.packets().count() > 0)
                .isPresent();
    }

    private int preRoll() {
        Reel.Track sound = first();
        return switch (sound.codec()) {
            case "opus" -> 4;
            case "mp3" -> 2;
            default -> sound.codec().startsWith("pcm_") || sound.codec().equals("flac") ? 0 : 1;
        };
    }

    private SoundRuns.Stretch ticks(Stretch stretch) {
        Packets packets = stretch.sound(number).orElseThrow().packets();
        return new SoundRuns.Stretch(packets, ticks(stretch.in()), ticks(stretch.out()), ticks(stretch.made()));
    }

    private long ticks(Rational seconds) {
        return seconds.times(first().timebase().inverse()).rounded();
    }

    private Laid laid(List<SoundRuns.Run> planned) {
        LongStream.Builder times = LongStream.builder();
        LongStream.Builder lengths = LongStream.builder();
        List<Splicer.Run> runs = new ArrayList<>();
        List<Double> offsets = new ArrayList<>();
        for (int p = 0; p < planned.size(); p++) {
            SoundRuns.Run run = planned.get(p);
            for (int i = run.first(); i <= run.last(); i++) {
                times.add(run.time(i));
                lengths.add(i < run.last() ? run.time(i + 1) - run.time(i) : run.end() - run.time(i));
            }
            if (run.last() >= run.first()) {
                Reel reel = stretches.get(p).reel();
                int stream = stretches.get(p).sound(number).orElseThrow().index();
                runs.add(new Splicer.Run.Copied(p, reel.file(), stream, run.first(), run.last(), Long.MIN_VALUE + 1));
            }
            offsets.add(run.offset() * first().timebase().toDouble());
        }
        long[] heard = times.build().toArray();
        return new Laid(
                order(
                        Optional.empty(),
                        first().timebase(),
                        runs,
                        heard,
                        lengths.build().toArray()),
                offsets);
    }

    private Splicer.TrackOrder order(
            Optional<Path> part, Rational timebase, List<Splicer.Run> runs, long[] heard, long[] lengths) {
        return new Splicer.TrackOrder(
                stretches.getFirst().reel().file(),
                first().index(),
                part,
                Optional.empty(),
                "",
                timebase,
                runs,
                heard,
                heard,
                lengths);
    }

    /// A track of encoded sound.
    ///
    /// @param rate samples a second of it
    Splicer.TrackOrder made(MadePart part, int rate) {
        long[] times = part.encoded().times();
        int skip = 0;
        while (!container.hides() && skip < times.length && times[skip] < 0) {
            skip++;
        }
        long[] heard = Arrays.copyOfRange(times, skip, times.length);
        long[] lengths = new long[heard.length];
        for (int i = 0; i < heard.length; i++) {
            lengths[i] = i + 1 < heard.length ? heard[i + 1] - heard[i] : i > 0 ? lengths[i - 1] : 1;
        }
        return order(
                Optional.of(part.file()),
                new Rational(1, rate),
                List.of(new Splicer.Run.Made(part.file(), skip)),
                heard,
                lengths);
    }
}

package studio.fanz.media.render;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.time.Rational;
import studio.fanz.media.render.Montage.Heard;
import studio.fanz.media.render.Montage.Shown;

/// What a montage is read from. Stretches that lie near one another are read through in one go; a long way is
/// skipped by an input of its own that begins further on. Follows from the montage alone.
///
/// @param inputs   what the command opens, in this order
/// @param pictures tracks as takes
/// @param sounds   tracks as takes
record Takes(List<Input> inputs, List<List<Take>> pictures, List<List<Take>> sounds) {

    /// Decoding through this many seconds costs about what opening another input does.
    private static final int SKIP_FROM_SECONDS = 6;

    /// What decoders that wait for their turn may hold.
    private static final long WAITING_BYTES = 1L << 30;

    /// Frames a waiting decoder and its queues hold.
    private static final long WAITING_FRAMES = 30;

    Takes {
        inputs = List.copyOf(inputs);
        pictures = pictures.stream().map(List::copyOf).toList();
        sounds = sounds.stream().map(List::copyOf).toList();
    }

    /// A recording opened at a place.
    ///
    /// @param reel    its place in the montage
    /// @param from    seconds from its earliest time stamp to where it is read
    /// @param seconds how much is read
    record Input(int reel, Rational from, Rational seconds) {}

    /// The takes of a montage.
    static Takes of(Montage montage) {
        long most = mostInputs(montage);
        long gap = montage.rate().times(new Rational(SKIP_FROM_SECONDS, 1)).rounded();
        Takes takes = new Building(montage, gap).takes();
        int before = Integer.MAX_VALUE;
        while (takes.inputs.size() > most && takes.inputs.size() <= before && gap < Long.MAX_VALUE / 4) {
            before = takes.inputs.size();
            gap *= 2;
            takes = new Building(montage, gap).takes();
        }
        return takes;
    }

    private static long mostInputs(Montage montage) {
        long pixels = montage.reels().stream()
                .flatMap(reel -> reel.facts().video().stream())
                .mapToLong(Takes::pixels)
                .max()
                .orElse(1);
        return Math.clamp(WAITING_BYTES / (WAITING_FRAMES * pixels * 3 / 2), 2, 24);
    }

    private static long pixels(VideoFacts video) {
        return Math.max(1, (long) video.width() * video.height()) * (video.bitDepth() > 8 ? 2 : 1);
    }

    /// One way to read it.
    private static final class Building {

        private final Montage montage;
        private final long gap;
        private final List<Input> inputs = new ArrayList<>();

        Building(Montage montage, long gap) {
            this.montage = montage;
            this.gap = gap;
        }

        Takes takes() {
            var pictures = montage.pictures().stream().map(this::pictures).toList();
            var sounds = montage.sounds().stream().map(this::sounds).toList();
            return new Takes(inputs, pictures, sounds);
        }

        private List<Take> pictures(List<Shown> track) {
            var takes = new ArrayList<Take>();
            boolean joins = false;
            for (int i = 0; i < track.size(); i++) {
                Shown shown = track.get(i);
                boolean last = i + 1 == track.size();
                Shown next = last ? shown : track.get(i + 1);
                long tail = last || next.at() != shown.end()
                        ? 0
                        : next.into()
                                .map(t -> Math.min(t.frames(), next.frames()))
                                .orElse(0L);
                Take take = take(shown.reel(), shown.in(), shown.speed(), shown.at(), shown.frames(), i, tail);
                add(takes, take, joins && shown.plain() && shown.into().isEmpty());
                joins = shown.plain();
            }
            return open(takes);
        }

        private List<Take> sounds(List<Heard> track) {
            var takes = new ArrayList<Take>();
            for (int i = 0; i < track.size(); i++) {
                Heard heard = track.get(i);
                add(takes, take(heard.reel(), heard.in(), heard.speed(), heard.at(), heard.frames(), i, 0), true);
            }
            return open(takes);
        }

        /// A clip alone. What runs at its own speed begins on the grid of the timeline's frames, so that sound and
        /// picture begin at the same moment.
        private Take take(int reel, Rational in, Rational speed, long at, long frames, int clip, long tail) {
            boolean own = speed.equals(Rational.ONE);
            Rational begins = own ? montage.seconds(in.times(montage.rate()).rounded()) : in;
            return new Take(-1, reel, begins, speed, at, List.of(new Take.Keep(0, frames, clip)), tail);
        }

        private void add(List<Take> takes, Take next, boolean joins) {
            if (joins && !takes.isEmpty()) {
                Take last = takes.getLast();
                long between = last.before(next, montage.rate());
                if (between >= 0 && between <= gap) {
                    takes.set(takes.size() - 1, last.with(next, between));
                    return;
                }
            }
            takes.add(next);
        }

        private List<Take> open(List<Take> takes) {
            return takes.stream().map(take -> take.from(input(take))).toList();
        }

        /// Sound is read from the input of its picture.
        private int input(Take take) {
            boolean still = montage.reels().get(take.reel()).facts().kind() == AssetKind.IMAGE;
            Rational from = still
                    ? Rational.ZERO
                    : montage.reels().get(take.reel()).origin().plus(take.in());
            Rational seconds = montage.seconds(take.reads()).times(take.speed());
            for (int i = 0; i < inputs.size(); i++) {
                Input open = inputs.get(i);
                if (open.reel() == take.reel() && open.from().equals(from)) {
                    inputs.set(i, new Input(open.reel(), from, longer(open.seconds(), seconds)));
                    return i;
                }
            }
            inputs.add(new Input(take.reel(), from, seconds));
            return inputs.size() - 1;
        }

        private static Rational longer(Rational one, Rational other) {
            return one.compareTo(other) >= 0 ? one : other;
        }
    }
}

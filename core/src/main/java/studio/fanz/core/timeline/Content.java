package studio.fanz.core.timeline;

import studio.fanz.core.asset.Asset;
import studio.fanz.core.time.Rational;

/// What a clip shows or lets hear.
public sealed interface Content {

    /// Whether `frames` of it exist.
    ///
    /// @param rate of the timeline
    boolean holds(long frames, Rational rate);

    /// The same, beginning some timeline frames later.
    Content later(long frames, Rational rate);

    /// A stretch of a recording.
    ///
    /// @param asset     the recording
    /// @param in        seconds from the source's beginning to the first frame shown, 0 or more
    /// @param speed     source seconds per second shown, 0.1 to 16 in thousandths, so that fractions stay small
    ///                  however often a clip is cut
    /// @param sourceEnd seconds from the source's beginning to its end
    record Media(Asset.Id asset, Rational in, Rational speed, Rational sourceEnd) implements Content {

        private static final Rational SLOWEST = new Rational(1, 10);
        private static final Rational FASTEST = new Rational(16, 1);

        /// @throws IllegalArgumentException when a figure is out of range
        public Media {
            if (in.num() < 0 || in.compareTo(sourceEnd) >= 0) {
                throw new IllegalArgumentException("the source has nothing at " + in);
            }
            if (speed.compareTo(SLOWEST) < 0 || speed.compareTo(FASTEST) > 0 || 1000 % speed.den() != 0) {
                throw new IllegalArgumentException("speeds are 0.1 to 16 in thousandths, not " + speed);
            }
        }

        /// At the recording's own speed.
        public static Media of(Asset.Id asset, Rational in, Rational sourceEnd) {
            return new Media(asset, in, Rational.ONE, sourceEnd);
        }

        /// Source seconds that some timeline frames last.
        public Rational lasts(long frames, Rational rate) {
            return new Rational(frames, 1).times(rate.inverse()).times(speed);
        }

        /// Source second after `frames` of the timeline.
        public Rational at(long frames, Rational rate) {
            return in.plus(lasts(frames, rate));
        }

        @Override
        public boolean holds(long frames, Rational rate) {
            Rational half = new Rational(1, 2).times(rate.inverse()).times(speed);
            return at(frames, rate).compareTo(sourceEnd.plus(half)) <= 0;
        }

        @Override
        public Media later(long frames, Rational rate) {
            return new Media(asset, at(frames, rate), speed, sourceEnd);
        }
    }

    /// Words on the picture.
    ///
    /// @param text  lines separated by line breaks
    /// @param style name of a title style, may be empty
    record Title(String text, String style) implements Content {
        @Override
        public boolean holds(long frames, Rational rate) {
            return true;
        }

        @Override
        public Title later(long frames, Rational rate) {
            return this;
        }
    }
}

package studio.fanz.core.time;

/// An exact moment of a source: presentation time stamp in ticks of the stream's time base (seconds per tick).
public record SourceInstant(long pts, Rational timebase) implements Comparable<SourceInstant> {

    /// Exact seconds.
    public Rational seconds() {
        return timebase.times(new Rational(pts, 1));
    }

    /// Nearest millisecond; a label, not for cutting.
    public long toMillis() {
        return seconds().times(new Rational(1000, 1)).rounded();
    }

    @Override
    public int compareTo(SourceInstant other) {
        return seconds().compareTo(other.seconds());
    }
}

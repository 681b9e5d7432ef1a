package studio.fanz.core.time;

/// A stretch of time in milliseconds from the start of a source, end exclusive. A label for people and
/// documents; cuts use [SourceInstant].
public record Span(long startMs, long endMs) {

    /// @throws IllegalArgumentException when it ends before it starts
    public Span {
        if (endMs < startMs) {
            throw new IllegalArgumentException("a span ends at or after its start: " + startMs + "-" + endMs);
        }
    }

    /// Milliseconds from start to end, 0 or more.
    public long lengthMs() {
        return endMs - startMs;
    }

    /// Whether the two share more than an edge.
    public boolean overlaps(Span other) {
        return startMs < other.endMs && other.startMs < endMs;
    }

    /// Whether `ms` lies inside, the end excluded.
    public boolean contains(long ms) {
        return ms >= startMs && ms < endMs;
    }
}

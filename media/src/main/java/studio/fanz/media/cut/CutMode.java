package studio.fanz.media.cut;

/// How a cut may be made.
public enum CutMode {
    /// Copies what can be copied and encodes the rest, whatever that takes to be exact.
    AUTO,
    /// Copies only: each stretch begins and ends where copying can.
    LOSSLESS,
    /// Copies and encodes edges; refuses where that cannot be exact.
    SMART,
    /// Encodes everything.
    ENCODE
}

package studio.fanz.core.asset;

/// SHA-256 of a file's bytes, 64 lower-case hexadecimal digits: what a recording *is*, wherever it lies.
public record ContentHash(String hex) {

    /// @throws IllegalArgumentException when it is not 64 lower-case hexadecimal digits
    public ContentHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}

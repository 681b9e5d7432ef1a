package studio.fanz.core.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import studio.fanz.core.asset.ContentHash;

/// SHA-256 of bytes and of files of any size. Thread-safe.
public final class Hashing {

    private static final int BLOCK = 256 * 1024;

    private Hashing() {}

    /// Hash of bytes in memory.
    public static ContentHash of(byte[] bytes) {
        return hash(digest().digest(bytes));
    }

    /// Hash of a file, read as a stream in blocks of 256 KiB.
    ///
    /// @param read told after each block how many bytes were read so far; throws to stop
    public static ContentHash of(Path file, LongConsumer read) throws IOException {
        MessageDigest digest = digest();
        byte[] block = new byte[BLOCK];
        long done = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
                done += n;
                read.accept(done);
            }
        }
        return hash(digest.digest());
    }

    private static ContentHash hash(byte[] digest) {
        return new ContentHash(HexFormat.of().formatHex(digest));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

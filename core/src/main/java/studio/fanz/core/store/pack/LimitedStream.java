package studio.fanz.core.store.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends with an error once more than so many bytes came out, whatever the file says of itself.
final class LimitedStream extends FilterInputStream {

    private final String name;
    private final long limit;
    private long count;

    LimitedStream(InputStream in, String name, long limit) {
        super(in);
        this.name = name;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        counted(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] block, int from, int length) throws IOException {
        int n = super.read(block, from, length);
        counted(Math.max(n, 0));
        return n;
    }

    private void counted(int n) throws IOException {
        count += n;
        if (count > limit) {
            throw new IOException(name + " is larger than " + limit + " bytes");
        }
    }
}

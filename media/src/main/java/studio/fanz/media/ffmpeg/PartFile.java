package studio.fanz.media.ffmpeg;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Encoded packets on the way from an encoder to the file they go into. Times are not in it: whoever puts the file
/// together knows them.
final class PartFile {

    private static final int BUFFER = 1 << 18;
    private static final int END = -1;

    private PartFile() {}

    /// One packet.
    @SuppressWarnings("ArrayRecordComponent")
    record Packet(boolean key, byte[] bytes) {}

    /// Writes packets.
    static final class Out implements AutoCloseable {
        private final DataOutputStream out;

        Out(Path file) throws IOException {
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
        }

        void write(Packet packet) throws IOException {
            out.writeInt(packet.bytes().length);
            out.writeBoolean(packet.key());
            out.write(packet.bytes());
        }

        @Override
        public void close() throws IOException {
            out.writeInt(END);
            out.close();
        }
    }

    /// Reads them.
    static final class In implements AutoCloseable {
        private final DataInputStream in;

        In(Path file) throws IOException {
            in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
        }

        Optional<Packet> next() throws IOException {
            int size = in.readInt();
            if (size == END) {
                return Optional.empty();
            }
            boolean key = in.readBoolean();
            byte[] bytes = new byte[size];
            in.readFully(bytes);
            return Optional.of(new Packet(key, bytes));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

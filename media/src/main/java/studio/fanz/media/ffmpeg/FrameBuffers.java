package studio.fanz.media.ffmpeg;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Buffers for pictures that are lent out and come back from any thread.
final class FrameBuffers {

    private final int most;
    private final ConcurrentLinkedDeque<ByteBuffer> free = new ConcurrentLinkedDeque<>();
    private final AtomicInteger out = new AtomicInteger();

    /// @param most how many may be lent at a time
    FrameBuffers(int most) {
        this.most = most;
    }

    /// A buffer of exactly this size.
    ByteBuffer take(int bytes) {
        for (ByteBuffer next = free.poll(); next != null; next = free.poll()) {
            if (next.capacity() == bytes) {
                return next.clear();
            }
        }
        return ByteBuffer.allocateDirect(bytes);
    }

    /// Keeps a buffer for the next time.
    void keep(ByteBuffer buffer) {
        free.push(buffer);
    }

    /// Whether one more may be lent.
    boolean mayLend() {
        return out.get() < most;
    }

    /// Counts a buffer as lent; what gives it back, once.
    Runnable lend(ByteBuffer buffer) {
        out.incrementAndGet();
        AtomicBoolean returned = new AtomicBoolean();
        return () -> {
            if (returned.compareAndSet(false, true)) {
                keep(buffer);
                out.decrementAndGet();
            }
        };
    }
}

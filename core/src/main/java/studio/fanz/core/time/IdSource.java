package studio.fanz.core.time;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes UUIDs of version 7 (RFC 9562): milliseconds since 1970 in front, so that ids sort by age. Ids of one
/// source strictly rise, also within a millisecond and when the clock is set back (section 6.2, method 1: a
/// 12-bit counter that starts low each millisecond and borrows from the next when it is spent). Any thread.
public final class IdSource {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_END = 1L << COUNTER_BITS;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastMs;
    private long counter;

    public IdSource(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /// Of this machine's clock, with random bits nobody can guess.
    public static IdSource ofThisMachine() {
        return new IdSource(InstantSource.system(), new SecureRandom());
    }

    /// The next id, above all before.
    public synchronized UUID next() {
        long now = clock.millis();
        if (now > lastMs) {
            lastMs = now;
            counter = random.nextLong(COUNTER_END / 2);
        } else if (++counter == COUNTER_END) {
            lastMs++;
            counter = 0;
        }
        long high = lastMs << 16 | VERSION_7 | counter;
        return new UUID(high, VARIANT | random.nextLong() >>> 2);
    }
}

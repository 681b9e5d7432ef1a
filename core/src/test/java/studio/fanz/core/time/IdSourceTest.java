package studio.fanz.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdSourceTest {

    @Test
    void idsAreOfVersionSevenAndCarryTheirMillisecond() {
        UUID id = new IdSource(() -> Instant.ofEpochMilli(0x0123_4567_89ABL), new Random(1)).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.toString()).startsWith("01234567-89ab-7");
    }

    @Test
    void idsRiseWithinAMillisecondAndWhenTheClockIsSetBack() {
        var times = new Random(2);
        var source = new IdSource(() -> Instant.ofEpochMilli(1_000 + times.nextInt(3)), new Random(3));
        var ids = new ArrayList<String>();
        for (int i = 0; i < 20_000; i++) {
            ids.add(source.next().toString());
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void threadsNeverGetTheSame() throws Exception {
        var source = IdSource.ofThisMachine();
        var all = new HashSet<UUID>();
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < 4; t++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 5_000; i++) {
                    UUID id = source.next();
                    synchronized (all) {
                        all.add(id);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(all).hasSize(20_000);
    }
}

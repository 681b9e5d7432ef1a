package studio.fanz.media.cut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// However many pieces follow each other, sound stays within half a packet of its picture, without gaps.
class SoundRunsPropertyTest {

    private static final int BLOCK = 1024;

    @Property(tries = 1000)
    void offsetsNeverAddUp(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int pieces) {
        Packets sound = sound(4000);
        Random random = new Random(seed);
        List<SoundRuns.Stretch> stretches = new ArrayList<>();
        long made = 0;
        for (int p = 0; p < pieces; p++) {
            long in = random.nextLong(3_000L * BLOCK);
            long length = 3 * BLOCK + random.nextLong(800L * BLOCK);
            stretches.add(new SoundRuns.Stretch(sound, in, in + length, made));
            made += length;
        }
        List<SoundRuns.Run> runs = new SoundRuns(0).runs(stretches);
        for (int p = 0; p < pieces; p++) {
            SoundRuns.Run run = runs.get(p);
            assertThat(Math.abs(run.offset())).isLessThanOrEqualTo(BLOCK / 2 + 1);
            long place = sound.pts()[run.first()]
                    - stretches.get(p).in()
                    + stretches.get(p).made();
            assertThat(run.start() - place).isEqualTo(run.offset());
            if (p > 0) {
                SoundRuns.Run before = runs.get(p - 1);
                long end = before.start() + (long) (before.last() - before.first() + 1) * BLOCK;
                assertThat(run.start()).as("no gap, no overlap").isEqualTo(end);
            }
        }
    }

    private static Packets sound(int count) {
        Packets packets =
                new Packets(new long[count], new long[count], new long[count], new int[count], new byte[count]);
        Arrays.setAll(packets.pts(), i -> (long) i * BLOCK);
        Arrays.setAll(packets.dts(), i -> (long) i * BLOCK);
        Arrays.fill(packets.duration(), BLOCK);
        return packets;
    }
}

package studio.fanz.core.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Programs that die in the middle of writing.
class KillHarnessTest {

    private static final int KILLS = 200;

    @TempDir
    Path folder;

    @Test
    @Timeout(600)
    void killedAtAnyMomentAtMostWhatWasInFlightIsLost() throws Exception {
        long start = System.nanoTime();
        KillHarness.Tally tally = KillHarness.run(folder, KILLS, 11);
        System.out.printf("%s in %.1f s%n", tally, (System.nanoTime() - start) / 1e9);
        assertThat(tally.kills()).isEqualTo(KILLS);
        assertThat(tally.acts()).containsKeys("edit", "arrive", "note", "tag", "words", "step", "file", "replace");
        assertThat(tally.inFlight()).as("kills that hit something").isGreaterThan(KILLS / 2);
    }
}

package studio.fanz.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import studio.fanz.core.store.sqlite.KillHarness;

/// Kills working programs at random moments and looks for what they had said was safe. Arguments: how many
/// (1,000), and a seed.
public final class KillBench {

    private KillBench() {}

    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        Path folder = Files.createTempDirectory("kill-bench");
        System.out.println("seed " + seed + ", in " + folder);
        long start = System.nanoTime();
        KillHarness.Tally tally = KillHarness.run(folder, kills, seed);
        System.out.printf(
                Locale.ROOT,
                "%d kills (%d while opening) in %.1f s: nothing corrupt, nothing lost that was said to be safe%n",
                tally.kills(),
                tally.opening(),
                (System.nanoTime() - start) / 1e9);
        System.out.println("in flight when killed: " + tally.inFlight() + "; safe acts: " + tally.acts());
    }
}

package studio.fanz.app.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import studio.fanz.assets.Texts;
import studio.fanz.core.job.Progress;

/// Shows progress on standard error: one line rewritten in place on a terminal, a plain line every ten per cent or five
/// seconds elsewhere. Each line has a figure and, once there is something to go by, an estimate. Any thread.
final class ProgressLine {

    private static final long PLAIN_EVERY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long TERMINAL_EVERY_NANOS = Duration.ofMillis(100).toNanos();
    private static final int WIDTH = 79;

    private final PrintStream err;
    private final Texts texts;
    private final boolean terminal;
    private String step = "";
    private long stepStart;
    private long lastPrint;
    private double lastFraction;
    private boolean open;

    ProgressLine(PrintStream err, Texts texts, boolean terminal) {
        this.err = err;
        this.texts = texts;
        this.terminal = terminal;
    }

    synchronized void show(Progress progress) {
        long now = System.nanoTime();
        // The next file of a step begins from nothing again.
        boolean fresh = !progress.step().equals(step) || progress.fraction() < lastFraction;
        if (fresh) {
            finish();
            step = progress.step();
            stepStart = now;
            lastFraction = 0;
        } else if (now - lastPrint < (terminal ? TERMINAL_EVERY_NANOS : PLAIN_EVERY_NANOS)
                && !(!terminal && progress.fraction() - lastFraction >= 0.25)) {
            return;
        }
        lastPrint = now;
        lastFraction = Math.max(0, progress.fraction());
        print(line(progress, now - stepStart));
    }

    /// Ends a line that was being rewritten.
    synchronized void finish() {
        if (open) {
            err.println();
            open = false;
        }
    }

    private void print(String line) {
        if (terminal) {
            err.print("\r" + (line + " ".repeat(WIDTH)).substring(0, WIDTH));
            err.flush();
            open = true;
        } else {
            err.println(line);
        }
    }

    private String line(Progress progress, long elapsedNanos) {
        String name = texts.find("step." + progress.step()).orElse(progress.step());
        double fraction = progress.fraction();
        if (fraction < 0) {
            return name + "  " + figure(progress.done(), progress.unit());
        }
        String percent = String.format(Locale.ROOT, "%s  %3.0f %%  %s", name, fraction * 100, of(progress));
        double elapsed = elapsedNanos / 1e9;
        if (fraction <= 0.02 || fraction >= 1 || elapsed < 2) {
            return percent;
        }
        return percent + "  "
                + texts.get("progress.left", seconds((long) Math.ceil(elapsed * (1 - fraction) / fraction)));
    }

    private static String of(Progress progress) {
        return figure(progress.done(), progress.unit()) + " / " + figure(progress.total(), progress.unit());
    }

    private static String figure(long value, Progress.Unit unit) {
        return switch (unit) {
            case MILLISECONDS -> seconds(value / 1000);
            case BYTES -> String.format(Locale.ROOT, "%.1f MB", value / 1e6);
            case FRAMES, FILES, STEPS -> Long.toString(value);
        };
    }

    private static String seconds(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}

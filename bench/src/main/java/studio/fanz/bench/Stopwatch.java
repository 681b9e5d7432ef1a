package studio.fanz.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// Time since it was made: by the clock, and of all processors for this process, which says more on a busy machine.
final class Stopwatch {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long wallNanos = System.nanoTime();
    private final long cpuNanos = SYSTEM.getProcessCpuTime();

    /// Seconds.
    record Time(double wall, double cpu) {}

    Time read() {
        return new Time((System.nanoTime() - wallNanos) / 1e9, (SYSTEM.getProcessCpuTime() - cpuNanos) / 1e9);
    }
}

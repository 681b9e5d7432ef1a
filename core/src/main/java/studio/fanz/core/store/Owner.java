package studio.fanz.core.store;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who a draft belongs to, as written into its name: process id and start time, so that the drafts of a
/// process that is gone can be told from those of one that took over its id.
///
/// @param pid          process id
/// @param startSeconds when that process started, seconds since 1970, 0 when the system does not tell
record Owner(long pid, long startSeconds) {

    private static final Owner SELF = of(ProcessHandle.current());
    private static final AtomicLong NEXT = new AtomicLong();
    private static final Pattern NAME = Pattern.compile("\\.?fanz-(\\d+)-(\\d+)-\\d+(\\..*)?");

    /// A clock set meanwhile shifts what the system says about a start.
    private static final long CLOCK_SLACK_SECONDS = 10;

    private static Owner of(ProcessHandle process) {
        return new Owner(
                process.pid(),
                process.info().startInstant().map(Instant::getEpochSecond).orElse(0L));
    }

    /// A name nobody else uses: `fanz-PID-START-N`.
    static String freshName() {
        return "fanz-" + SELF.pid + "-" + SELF.startSeconds + "-" + NEXT.incrementAndGet();
    }

    /// Whose draft a file of that name is, if it is one.
    static Optional<Owner> ofName(String fileName) {
        Matcher matcher = NAME.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Owner(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
    }

    /// Whether that very process is still running.
    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(Owner::of)
                .filter(now -> Math.abs(now.startSeconds - startSeconds) <= CLOCK_SLACK_SECONDS)
                .isPresent();
    }
}

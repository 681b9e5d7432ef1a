package studio.fanz.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options every verb takes.
final class Common {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "library and cache (default: %nFANZ_HOME or the usual place)")
    Optional<Path> home = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "where results go (default: ./prepared)")
    Path out = Path.of("prepared");

    @Option(names = "--json", description = "one JSON document on standard output, nothing else")
    boolean json;

    @Option(names = "--quiet", description = "no progress")
    boolean quiet;

    @Option(names = "--threads", paramLabel = "N", description = "processor cores to use (default: all)")
    int threads = Runtime.getRuntime().availableProcessors();
}

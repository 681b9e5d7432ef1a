package studio.fanz.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What a verb found: the document for scripts and the lines for people say the same.
///
/// @param document printed with `--json`
/// @param lines    printed without it
/// @param exit     the exit code; not 0 when a part of what was asked failed
record Answer(ObjectNode document, List<String> lines, int exit) {

    Answer(ObjectNode document, List<String> lines) {
        this(document, lines, ExitCode.DONE);
    }
}

package studio.fanz.core.store.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the programs that worked on a home said about it, over all their lives.
final class KillPromises {

    /// Something that was tried.
    ///
    /// @param name   the act
    /// @param values its arguments
    record Act(String name, List<String> values) {
        String value(int index) {
            return values.get(index);
        }
    }

    private final List<Act> kept = new ArrayList<>();
    private final Map<String, Act> open = new HashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    /// Takes in a line; one that was cut off by the kill is none.
    void heard(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("try") && words.length > 2) {
            open.put(words[1], new Act(words[2], List.of(words).subList(3, words.length)));
        } else if (words[0].equals("did") && words.length == 2) {
            Act done = open.remove(words[1]);
            if (done != null) {
                kept.add(done);
                counts.merge(done.name(), 1, Integer::sum);
            }
        }
    }

    /// Acts that were said to be done, in order.
    List<Act> kept(String name) {
        return kept.stream().filter(act -> act.name().equals(name)).toList();
    }

    /// Acts that were in flight when the program was killed.
    List<Act> inFlight(String name) {
        return open.values().stream().filter(act -> act.name().equals(name)).toList();
    }

    int inFlight() {
        return open.size();
    }

    Map<String, Integer> counts() {
        return counts;
    }

    /// The last value said to be written for each key, with what may stand there instead: what was in flight.
    Map<String, Set<String>> allowed(String name) {
        var allowed = new HashMap<String, Set<String>>();
        for (Act act : kept(name)) {
            allowed.put(
                    act.value(0), new TreeSet<>(Set.of(act.value(act.values().size() - 1))));
        }
        for (Act act : inFlight(name)) {
            Set<String> values = allowed.get(act.value(0));
            if (values != null) {
                values.add(act.value(act.values().size() - 1));
            }
        }
        return allowed;
    }

    /// The last line of each project that was said to be safe: number and digest.
    Map<String, Act> lastEdits() {
        var last = new HashMap<String, Act>();
        kept("edit").forEach(act -> last.put(act.value(0), act));
        return last;
    }

    /// After the check: what was in flight was found either way, and what counts now is what is there.
    void settle(Map<String, Act> edits, Map<String, Map<String, String>> values) {
        open.clear();
        edits.values().forEach(kept::add);
        values.forEach((name, now) -> now.forEach((key, value) -> kept.add(new Act(name, List.of(key, value)))));
    }

    @Nullable
    Act editInFlight(String project) {
        return inFlight("edit").stream()
                .filter(act -> act.value(0).equals(project))
                .findFirst()
                .orElse(null);
    }
}

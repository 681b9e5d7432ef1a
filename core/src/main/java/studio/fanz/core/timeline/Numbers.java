package studio.fanz.core.timeline;

import java.util.HashMap;
import java.util.Map;

/// New numbers for clips that come about: the same on every replay, because they follow from the timeline alone.
final class Numbers {

    private final Map<Long, Long> links = new HashMap<>();
    private long free;

    Numbers(Timeline timeline) {
        free = timeline.free();
    }

    /// The clip under a new number; clips that were linked to one another are again.
    Clip fresh(Clip clip) {
        long id = free++;
        long link = clip.link() == 0 ? 0 : links.computeIfAbsent(clip.link(), _ -> free++);
        return clip.numbered(id, link);
    }
}

package studio.fanz.core.timeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which clips belong together.
public final class Links {

    private Links() {}

    /// Links clips to one another, or takes their links away.
    ///
    /// @throws IllegalArgumentException when clips to be linked do not start and end together
    public static Timeline set(Timeline line, Set<Long> ids, boolean linked) {
        ids.forEach(line::clip);
        long link = linked ? line.free() : 0;
        return line.eachTrack(track ->
                track.with(track.clips().stream().map(c -> ids.contains(c.id()) ? c.numbered(c.id(), link) : c)));
    }

    /// The same tracks, without links between clips that no longer start and end together.
    static List<Track> loosened(List<Track> tracks) {
        Map<Long, Clip> first = new HashMap<>();
        Set<Long> broken = new HashSet<>();
        tracks.stream()
                .flatMap(t -> t.clips().stream())
                .filter(c -> c.link() != 0)
                .forEach(clip -> {
                    Clip other = first.computeIfAbsent(clip.link(), _ -> clip);
                    if (other.start() != clip.start() || other.length() != clip.length()) {
                        broken.add(clip.link());
                    }
                });
        return broken.isEmpty()
                ? tracks
                : tracks.stream()
                        .map(track -> track.with(
                                track.clips().stream().map(c -> broken.contains(c.link()) ? c.numbered(c.id(), 0) : c)))
                        .toList();
    }
}

package studio.fanz.media.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One face (or person) through one shot: sightings near to one another are the same subject. Mutable while it is
/// built, one thread.
final class SubjectTrack {

    /// A subject goes at most this many picture widths in a second; what is farther is somebody else.
    private static final double FASTEST = 0.4;

    /// Below this share of the looks somebody only passes through.
    private static final double PRESENT = 0.3;

    private final List<Place> places = new ArrayList<>();
    private double weight;

    private SubjectTrack() {}

    /// Where the subject is at a moment, in parts of the picture.
    record Place(long timeMs, Box box) {}

    /// The subject to follow through a shot: large, near the middle, and there for most of it. Faces come before
    /// people. Empty when nobody stays.
    static Optional<List<Place>> chosen(List<Sighting> shot) {
        Optional<List<Place>> face = chosen(shot, true);
        return face.isPresent() ? face : chosen(shot, false);
    }

    private static Optional<List<Place>> chosen(List<Sighting> shot, boolean faces) {
        List<SubjectTrack> tracks = new ArrayList<>();
        for (Sighting sighting : shot) {
            List<SubjectTrack> free = new ArrayList<>(tracks);
            sighting.subjects().stream()
                    .filter(subject -> subject.face() == faces)
                    .sorted(Comparator.comparingDouble(s -> -s.box().area()))
                    .forEach(subject -> join(tracks, free, sighting.timeMs(), subject.box()));
        }
        long looks = faces ? shot.size() : looksForPeople(shot);
        return tracks.stream()
                .filter(track -> track.places.size() >= PRESENT * looks)
                .max(Comparator.comparingDouble(track -> track.weight))
                .map(track -> steadied(track.places));
    }

    /// Whole people are looked for only now and then; a look without anybody may not have been one.
    private static long looksForPeople(List<Sighting> shot) {
        long faceless = shot.stream()
                .filter(s -> s.subjects().stream().noneMatch(Sighting.Subject::face))
                .count();
        return (faceless + 1) / 2;
    }

    private static void join(List<SubjectTrack> tracks, List<SubjectTrack> free, long timeMs, Box box) {
        Optional<SubjectTrack> nearest = free.stream()
                .filter(track -> track.reaches(timeMs, box))
                .min(Comparator.comparingDouble(
                        track -> distance(track.places.getLast().box(), box)));
        SubjectTrack track = nearest.orElseGet(SubjectTrack::new);
        if (nearest.isPresent()) {
            free.remove(track);
        } else {
            tracks.add(track);
        }
        track.places.add(new Place(timeMs, box));
        double offCentre = Math.min(1, 2 * Math.abs(box.centreX() - 0.5));
        track.weight += Math.sqrt(box.area()) * (1 - 0.5 * offCentre);
    }

    private boolean reaches(long timeMs, Box box) {
        Place last = places.getLast();
        double seconds = (timeMs - last.timeMs()) / 1000.0;
        double size = Math.max(last.box().width(), box.width());
        return distance(last.box(), box) <= Math.max(size, FASTEST * seconds);
    }

    private static double distance(Box a, Box b) {
        return Math.hypot(a.centreX() - b.centreX(), a.centreY() - b.centreY());
    }

    /// The middle one of every three: a single wrong look does not move the window.
    private static List<Place> steadied(List<Place> places) {
        List<Place> out = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            if (i == 0 || i == places.size() - 1) {
                out.add(places.get(i));
            } else {
                List<Place> three = places.subList(i - 1, i + 2);
                double dx = middle(three, true) - places.get(i).box().centreX();
                double dy = middle(three, false) - places.get(i).box().centreY();
                Box box = places.get(i).box();
                Box moved = new Box(box.left() + dx, box.top() + dy, box.right() + dx, box.bottom() + dy);
                out.add(new Place(places.get(i).timeMs(), moved));
            }
        }
        return List.copyOf(out);
    }

    private static double middle(List<Place> three, boolean across) {
        return three.stream()
                .mapToDouble(p -> across ? p.box().centreX() : p.box().centreY())
                .sorted()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }
}

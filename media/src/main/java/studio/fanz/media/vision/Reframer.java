package studio.fanz.media.vision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.PictureReader;

/// Chooses where a narrower (or flatter) window stands in a picture so that it shows who matters: per shot one
/// subject, a window that stands while the subject stays near its middle, straight pans no faster than allowed where
/// it does not, and jumps at cuts only. A shot without anybody gets the middle, and the path says so.
public final class Reframer {

    /// How far a subject may be off the window's middle before the window moves, in window widths (heights).
    static final double DEAD_ZONE = 0.12;

    /// Fastest pan, in window widths (heights) a second.
    static final double FASTEST = 0.8;

    private static final long EVERY_MS = 500;
    private static final int LOOK_WIDTH = 640;
    private static final int LOOK_HEIGHT = 640;

    /// Pictures held in memory at once.
    private static final int AT_ONCE = 32;

    private final PictureReader reader;
    private final FaceFinder faces;
    private final Optional<PersonFinder> people;

    /// @param people whom to follow where no face is seen; empty to follow faces only
    public Reframer(PictureReader reader, FaceFinder faces, Optional<PersonFinder> people) {
        this.reader = reader;
        this.faces = faces;
        this.people = people;
    }

    /// Looks at the stretch twice a second and finds the path. Blocks; decodes the stretch once.
    ///
    /// @param shots  of the whole file; empty when unknown, then the stretch counts as one shot
    /// @param span   the stretch wanted
    /// @param aspect width over height wanted (9/16)
    /// @throws MediaException NO_VIDEO, DECODE_FAILED, MODEL_MISSING, MODEL_CORRUPT, MODEL_FAILED
    public CropPath path(Path file, MediaFacts facts, List<Shot> shots, Span span, Rational aspect, JobContext job)
            throws MediaException {
        VideoFacts video =
                facts.video().orElseThrow(() -> new MediaException(MediaException.Code.NO_VIDEO, name(file), ""));
        FaceWatch watch = new FaceWatch(faces, people, job);
        List<Long> times = new ArrayList<>();
        for (Span shot : stretches(shots, span)) {
            long first = shot.startMs() + Math.min(EVERY_MS / 2, shot.lengthMs() / 2);
            for (long t = first; t < shot.endMs() || t == first; t += EVERY_MS) {
                times.add(t);
            }
        }
        for (int from = 0; from < times.size(); from += AT_ONCE) {
            List<Long> some = times.subList(from, Math.min(times.size(), from + AT_ONCE));
            reader.at(file, facts, some, LOOK_WIDTH, LOOK_HEIGHT, job).forEach(watch);
        }
        return path(watch.sightings(), shots, video, span, aspect);
    }

    /// The path through what was already seen. Pure.
    ///
    /// @param sightings in order of time, about every half second
    /// @param shots     of the whole file; empty when unknown
    public static CropPath path(
            List<Sighting> sightings, List<Shot> shots, VideoFacts video, Span span, Rational aspect) {
        Window window = Window.of(video.displayWidth(), video.displayHeight(), aspect);
        List<CropPath.Point> points = new ArrayList<>();
        List<Span> followed = new ArrayList<>();
        List<Span> centred = new ArrayList<>();
        long halfFrame = halfFrameMs(video);
        for (Span shot : stretches(shots, span)) {
            List<Sighting> seen = sightings.stream()
                    .filter(s -> shot.contains(s.timeMs()) && s.timeMs() <= shot.endMs() - halfFrame)
                    .toList();
            Optional<List<SubjectTrack.Place>> subject = SubjectTrack.chosen(seen);
            (subject.isPresent() ? followed : centred).add(shot);
            List<CropPath.Point> within = subject.map(places -> followed(places, window))
                    .orElseGet(() -> List.of(middle(window, shot.startMs())));
            long cut = shot.startMs() == span.startMs() ? shot.startMs() : shot.startMs() - halfFrame;
            append(points, within, Math.max(cut, span.startMs()));
        }
        return new CropPath(points, window.width(), window.height(), followed, centred);
    }

    /// The shots inside the span, cut to it.
    private static List<Span> stretches(List<Shot> shots, Span span) {
        List<Span> out = new ArrayList<>();
        for (Shot shot : shots) {
            long start = Math.max(shot.startMs(), span.startMs());
            long end = Math.min(shot.endMs(), span.endMs());
            if (end > start) {
                out.add(new Span(start, end));
            }
        }
        return out.isEmpty() ? List.of(span) : out;
    }

    private static List<CropPath.Point> followed(List<SubjectTrack.Place> places, Window window) {
        long[] times = places.stream().mapToLong(SubjectTrack.Place::timeMs).toArray();
        double[] lefts =
                places.stream().mapToDouble(p -> window.leftFor(p.box())).toArray();
        double[] tops = places.stream().mapToDouble(p -> window.topFor(p.box())).toArray();
        double[] x = still(times, lefts, window.width(), window.roomX());
        double[] y = still(times, tops, window.height(), window.roomY());
        List<CropPath.Point> out = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            out.add(new CropPath.Point(times[i], tenth(x[i]), tenth(y[i])));
        }
        return out;
    }

    private static double[] still(long[] times, double[] wanted, int size, double room) {
        double[] low = new double[wanted.length];
        double[] high = new double[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            low[i] = wanted[i] - DEAD_ZONE * size;
            high[i] = wanted[i] + DEAD_ZONE * size;
        }
        double[] path = TautString.through(times, low, high, FASTEST * size / 1000);
        return Arrays.stream(path).map(at -> Math.clamp(at, 0, room)).toArray();
    }

    /// Adds a shot's points: a jump at the cut, then only the corners.
    private static void append(List<CropPath.Point> points, List<CropPath.Point> within, long cutMs) {
        CropPath.Point first = within.getFirst();
        if (!points.isEmpty()) {
            CropPath.Point before = points.getLast();
            points.add(new CropPath.Point(Math.max(cutMs, before.timeMs()), before.x(), before.y()));
        }
        points.add(
                new CropPath.Point(points.isEmpty() ? cutMs : points.getLast().timeMs(), first.x(), first.y()));
        for (int i = 0; i < within.size(); i++) {
            boolean corner = i == 0 || i == within.size() - 1 || !straight(within, i);
            if (corner && !standing(within, i)) {
                points.add(within.get(i));
            }
        }
    }

    /// Whether the window stands before and after: then the point says nothing.
    private static boolean standing(List<CropPath.Point> path, int i) {
        CropPath.Point here = path.get(i);
        CropPath.Point before = path.get(Math.max(0, i - 1));
        CropPath.Point after = path.get(Math.min(path.size() - 1, i + 1));
        return before.x() == here.x() && here.x() == after.x() && before.y() == here.y() && here.y() == after.y();
    }

    /// Whether a point lies on the line between its neighbours to a tenth of a pixel.
    private static boolean straight(List<CropPath.Point> path, int i) {
        CropPath.Point a = path.get(i - 1);
        CropPath.Point b = path.get(i);
        CropPath.Point c = path.get(i + 1);
        double part = (double) (b.timeMs() - a.timeMs()) / Math.max(1, c.timeMs() - a.timeMs());
        return Math.abs(a.x() + part * (c.x() - a.x()) - b.x()) < 0.1
                && Math.abs(a.y() + part * (c.y() - a.y()) - b.y()) < 0.1;
    }

    private static CropPath.Point middle(Window window, long timeMs) {
        return new CropPath.Point(timeMs, Math.floor(window.roomX() / 2), Math.floor(window.roomY() / 2));
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static long halfFrameMs(VideoFacts video) {
        double rate = video.frameRate().toDouble();
        return rate <= 0 ? 0 : Math.round(Math.floor(500 / rate));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}

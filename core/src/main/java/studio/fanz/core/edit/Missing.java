package studio.fanz.core.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;
import studio.fanz.core.timeline.Clip;
import studio.fanz.core.timeline.Content;
import studio.fanz.core.timeline.Cutting;
import studio.fanz.core.timeline.Sound;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.core.timeline.Track;

/// What of a recording a timeline does not let hear around a moment: where it was cut out, and between which
/// seconds.
///
/// @param from  source second at which what is heard before it ends
/// @param until source second at which what is heard after it begins
/// @param at    frame of the timeline between the two
record Missing(Rational from, Rational until, long at) {

    /// Brings a stretch back, as far as it is missing, and makes one clip of what follows one another again.
    ///
    /// @param stretch in source time
    /// @return the edits in order; none when its middle is heard
    static List<TimelineEdit> bringBack(Timeline line, Asset.Id asset, Span stretch) {
        return around(line, asset, new Rational(stretch.startMs() + stretch.endMs(), 2000))
                .map(missing -> missing.filled(line, asset, stretch))
                .orElse(List.of());
    }

    /// Whether a clip plays that recording.
    static boolean speaks(Clip clip, Asset.Id asset) {
        return clip.content() instanceof Content.Media media && media.asset().equals(asset);
    }

    private static Optional<Missing> around(Timeline line, Asset.Id asset, Rational moment) {
        List<Clip> clips = spoken(line, asset);
        Predicate<Clip> over = clip -> out(clip, line).compareTo(moment) <= 0;
        Predicate<Clip> later = clip -> in(clip).compareTo(moment) > 0;
        if (clips.isEmpty() || clips.stream().anyMatch(clip -> !over.test(clip) && !later.test(clip))) {
            return Optional.empty();
        }
        Optional<Clip> before = clips.stream().filter(over).max(Comparator.comparing(clip -> out(clip, line)));
        Optional<Clip> after = clips.stream().filter(later).min(Comparator.comparing(Missing::in));
        return Optional.of(new Missing(
                before.map(clip -> out(clip, line)).orElse(Rational.ZERO),
                after.map(Missing::in).orElse(media(clips.getFirst()).sourceEnd()),
                before.map(Clip::end).or(() -> after.map(Clip::start)).orElse(0L)));
    }

    /// The clips of the first track that plays the recording.
    private static List<Clip> spoken(Timeline line, Asset.Id asset) {
        return line.tracks().stream()
                .map(track -> track.clips().stream()
                        .filter(clip -> speaks(clip, asset))
                        .toList())
                .filter(clips -> !clips.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<TimelineEdit> filled(Timeline line, Asset.Id asset, Span stretch) {
        Rational frame = line.rate().inverse();
        // Less than a frame is not worth a seam of its own.
        Rational first = new Rational(stretch.startMs(), 1000);
        Rational last = new Rational(stretch.endMs(), 1000);
        Rational in = first.minus(from).compareTo(frame) < 0 ? from : first;
        Rational out = until.minus(last).compareTo(frame) < 0 ? until : last;
        long length = out.minus(in).times(line.rate()).rounded();
        List<Cutting.Placed> placed = length < 1 ? List.of() : placed(line, asset, in, length);
        if (placed.isEmpty()) {
            return List.of();
        }
        List<TimelineEdit> edits = new ArrayList<>();
        Timeline now = add(edits, line, new TimelineEdit.Insert(at, placed));
        for (long seam : new long[] {at, at + length}) {
            Optional<Clip> left = spoken(now, asset).stream()
                    .filter(clip -> clip.end() == seam)
                    .findFirst();
            now = left.isPresent() ? joined(edits, now, left.get()) : now;
        }
        return edits;
    }

    private static Timeline add(List<TimelineEdit> edits, Timeline line, TimelineEdit edit) {
        Timeline after = edit.apply(line);
        edits.add(edit);
        return after;
    }

    private static Timeline joined(List<TimelineEdit> edits, Timeline line, Clip left) {
        try {
            return add(edits, line, new TimelineEdit.Join(left.id()));
        } catch (IllegalArgumentException apart) {
            return line;
        }
    }

    private List<Cutting.Placed> placed(Timeline line, Asset.Id asset, Rational in, long length) {
        var placed = new ArrayList<Cutting.Placed>();
        for (int i = 0; i < line.tracks().size(); i++) {
            Track track = line.tracks().get(i);
            Optional<Clip> model = track.clips().stream()
                    .filter(clip -> speaks(clip, asset))
                    .min(Comparator.comparingLong(clip -> Math.abs(clip.end() - at)));
            if (model.isPresent() && !track.locked()) {
                Clip like = model.get();
                Content.Media media = media(like);
                var content = new Content.Media(asset, in, Rational.ONE, media.sourceEnd());
                Clip clip = Clip.of(1, like.link() == 0 ? 0 : 1, content, 0, length);
                var sound = new Sound(like.sound().gainDb(), 0, 0, like.sound().ducked());
                placed.add(new Cutting.Placed(
                        i, clip.with(like.look().later(at - like.start()), sound, Optional.empty())));
            }
        }
        return placed;
    }

    private static Content.Media media(Clip clip) {
        return (Content.Media) clip.content();
    }

    private static Rational in(Clip clip) {
        return media(clip).in();
    }

    private static Rational out(Clip clip, Timeline line) {
        return media(clip).at(clip.length(), line.rate());
    }
}

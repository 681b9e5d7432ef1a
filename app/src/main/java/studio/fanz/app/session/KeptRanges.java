package studio.fanz.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.time.Rational;
import studio.fanz.core.timeline.Clip;
import studio.fanz.core.timeline.Content;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.core.timeline.Track;
import studio.fanz.media.play.EditList;

/// What a timeline keeps of one recording, for the player: exact seconds of the source, in the order of the timeline.
/// Clips of other recordings and gaps are passed over, and every stretch runs at the recording's own speed. Pure.
final class KeptRanges {

    private KeptRanges() {}

    /// The clips of the first track that plays the recording; `EditList.ALL` when none does. Clips that follow one
    /// another in the source as well are one stretch.
    static EditList of(Timeline line, Asset.Id asset) {
        return line.tracks().stream()
                .filter(track -> !track.muted())
                .map(track -> stretches(track, line.rate(), asset))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(EditList::of)
                .orElse(EditList.ALL);
    }

    private static List<EditList.Stretch> stretches(Track track, Rational rate, Asset.Id asset) {
        var found = new ArrayList<EditList.Stretch>();
        track.clips().stream().flatMap(clip -> stretch(clip, rate, asset)).forEach(next -> {
            boolean follows = !found.isEmpty() && Objects.equals(found.getLast().to(), next.from());
            if (follows) {
                found.set(found.size() - 1, new EditList.Stretch(found.getLast().from(), next.to()));
            } else {
                found.add(next);
            }
        });
        return found;
    }

    private static Stream<EditList.Stretch> stretch(Clip clip, Rational rate, Asset.Id asset) {
        if (!(clip.content() instanceof Content.Media media) || !media.asset().equals(asset)) {
            return Stream.empty();
        }
        // The last frame may reach half a frame beyond its source.
        Rational end = media.at(clip.length(), rate);
        Rational to = end.compareTo(media.sourceEnd()) < 0 ? end : media.sourceEnd();
        return Stream.of(new EditList.Stretch(media.in(), to));
    }
}

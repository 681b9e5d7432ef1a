package studio.fanz.media.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.time.Rational;
import studio.fanz.media.render.Take.Keep;

/// Takes of one recording as one stream of frames at the montage's rate, as libavfilter text. Every take is brought to
/// the constant rate first, so that which frames are kept is counted, not timed: frames of an uneven rate are those
/// that stand at the moments of the timeline's frames.
///
/// @param montage what is shown
/// @param takes   what it is read from
/// @param first   number of the graph's first input in the command
record CutPicture(Montage montage, Takes takes, int first) {

    /// From the inputs to `[NAME]`: pieces of one recording in the order of the timeline.
    String joined(List<Take> track, String name) {
        StringBuilder text = new StringBuilder();
        StringBuilder together = new StringBuilder();
        for (int i = 0; i < track.size(); i++) {
            String label = name + "t" + i;
            text.append(take(track.get(i))).append("[").append(label).append("];");
            together.append("[").append(label).append("]");
        }
        return text.append(together)
                .append("concat=n=%d,%s[%s]".formatted(track.size(), counted(), name))
                .toString();
    }

    /// The frames of one take, from its input on, without a label at the end.
    String take(Take take) {
        VideoFacts video = montage.reels().get(take.reel()).facts().video().orElseThrow();
        List<String> filters = new ArrayList<>();
        long frames = take.frames() + take.tail();
        if (montage.reels().get(take.reel()).facts().kind() == AssetKind.IMAGE) {
            return "[%d:%d]setpts=0,fps=%s,tpad=stop_mode=clone:stop=%d,trim=end_frame=%d"
                    .formatted(first + take.input(), video.index(), montage.rate(), frames, frames);
        }
        Rational start = montage.reels().get(take.reel()).origin().plus(take.in());
        filters.add(
                take.speed().equals(Rational.ONE)
                        ? "setpts=PTS-(%s)/TB".formatted(start)
                        : "setpts=(PTS-(%s)/TB)/(%s)".formatted(start, take.speed()));
        if (video.fieldOrder().length() == 2) {
            filters.add("bwdif=mode=send_frame:deint=interlaced");
        }
        filters.add("fps=%s:start_time=0".formatted(montage.rate()));
        List<Keep> keeps = take.joined();
        if (keeps.size() > 1) {
            filters.add("select='" + kept(keeps) + "'");
            filters.add("setpts=N");
        }
        // A tail may reach beyond the end of its recording: the last frame then stands. Elsewhere two frames make up
        // for the last one's unknown duration; more missing ones are damage, and the count afterwards tells.
        long spare = 2 + take.tail() + (video.variableRate() ? montage.rate().rounded() : 0);
        filters.add("tpad=stop_mode=clone:stop=" + spare);
        filters.add("trim=end_frame=" + frames);
        return "[%d:%d]".formatted(first + take.input(), video.index()) + String.join(",", filters);
    }

    /// Concatenating measures; counting knows.
    String counted() {
        return "settb=%s,setpts=N".formatted(montage.rate().inverse());
    }

    /// Whether frame number `n` is kept: a tree of comparisons, because FFmpeg limits how deep an expression nests.
    private static String kept(List<Keep> keeps) {
        if (keeps.size() == 1) {
            Keep keep = keeps.getFirst();
            return String.format(Locale.ROOT, "between(n,%d,%d)", keep.from(), keep.until() - 1);
        }
        int middle = keeps.size() / 2;
        return "if(lt(n,%d),%s,%s)"
                .formatted(
                        keeps.get(middle).from(),
                        kept(keeps.subList(0, middle)),
                        kept(keeps.subList(middle, keeps.size())));
    }
}

package studio.fanz.media.cut;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.time.Rational;
import studio.fanz.media.effect.SourceColour;
import studio.fanz.media.effect.ToneMap;

/// Filters that make pictures of one recording like those of another, or like what our encoders take.
final class Conform {

    private Conform() {}

    /// Makes encoders take the pictures, and changes nothing else.
    ///
    /// @param facts what a probe says of the recording; empty leaves its colours
    static String plain(Reel.Track track, Optional<VideoFacts> facts) {
        return String.join(",", kind(track, facts));
    }

    private static List<String> kind(Reel.Track track, Optional<VideoFacts> facts) {
        List<String> filters = new ArrayList<>();
        if (track.fields().equals("interlaced")) {
            filters.add("bwdif=mode=send_frame:deint=interlaced");
        }
        List<String> mapped = facts.map(SourceColour::of).map(ToneMap::filters).orElse(List.of());
        filters.addAll(mapped);
        boolean taken =
                track.pixelFormat().equals("yuv420p") || track.pixelFormat().equals("yuvj420p");
        if (mapped.isEmpty() && !taken) {
            filters.add("format=yuv420p");
        }
        return filters;
    }

    /// Makes pictures like those of `first`: turned, scaled into its frame with bars, at its rate.
    ///
    /// @param constant whether the first has a constant rate, which is then taken over
    static String like(Source source, Source first, Optional<VideoFacts> facts, boolean constant) {
        Reel.Track track = source.track();
        Reel.Track target = first.track();
        List<String> filters = new ArrayList<>(kind(track, facts));
        int turn = Math.floorMod(track.rotation() - target.rotation(), 360);
        switch (turn) {
            case 90 -> filters.add("transpose=clock");
            case 180 -> filters.add("hflip,vflip");
            case 270 -> filters.add("transpose=cclock");
            default -> {}
        }
        boolean sideways = turn == 90 || turn == 270;
        Rational aspect = track.pixelAspect();
        Rational shape = new Rational(track.width(), Math.max(1, track.height())).times(aspect);
        Rational inTarget =
                (sideways ? shape.inverse() : shape).times(target.pixelAspect().inverse());
        Rational frame = new Rational(target.width(), Math.max(1, target.height()));
        boolean wider = inTarget.compareTo(frame) >= 0;
        int width = wider ? target.width() : even(inTarget.toDouble() * target.height(), target.width());
        int height = wider ? even(target.width() / inTarget.toDouble(), target.height()) : target.height();
        String matrix = matrix(target);
        filters.add(String.format(Locale.ROOT, "scale=%d:%d:flags=lanczos%s", width, height, matrix));
        filters.add("format=yuv420p");
        filters.add(String.format(Locale.ROOT, "pad=%d:%d:-1:-1", target.width(), target.height()));
        filters.add("setsar=" + target.pixelAspect());
        if (constant && target.frameRate().num() > 0) {
            filters.add("fps=" + target.frameRate() + ":start_time=0");
        }
        return String.join(",", filters);
    }

    private static String matrix(Reel.Track target) {
        String[] colour = target.colour().split("/", -1);
        String named = switch (colour.length == 4 ? colour[3] : "") {
            case "bt709" -> ":out_color_matrix=bt709";
            case "smpte170m", "bt470bg" -> ":out_color_matrix=bt601";
            default -> "";
        };
        return named + (colour[0].equals("pc") ? ":out_range=pc" : ":out_range=tv");
    }

    private static int even(double wanted, int most) {
        return Math.clamp(Math.round(wanted / 2) * 2, 2, most);
    }
}

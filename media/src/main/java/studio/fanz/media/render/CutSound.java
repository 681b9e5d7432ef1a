package studio.fanz.media.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.fanz.core.asset.AudioFacts;
import studio.fanz.core.time.Rational;
import studio.fanz.core.timeline.Sound;
import studio.fanz.media.render.Montage.Heard;
import studio.fanz.media.render.Take.Keep;

/// The sounds of a montage mixed into one, as libavfilter text. Where a frame begins in samples is computed from the
/// frame's number each time, so nothing adds up: at every seam sound and picture are within one sample of each other.
///
/// @param montage what is heard
/// @param takes   what it is read from
/// @param rate    samples a second
/// @param mono    whether it becomes one channel
/// @param first   number of the graph's first input in the command
record CutSound(Montage montage, Takes takes, int rate, boolean mono, int first) {

    /// A click at a seam is longer than this many seconds.
    private static final double FADE_SECONDS = 0.005;

    /// Speech above -40 dBFS presses what lies under it down at once and lets it rise again in half a second.
    private static final String DUCKING =
            "sidechaincompress=threshold=0.01:ratio=8:attack=15:release=500:knee=4:detection=rms";

    /// From the inputs to a stream of exactly the montage's length, without a label at the end.
    String mixed() {
        StringBuilder text = new StringBuilder();
        List<String> tracks = new ArrayList<>();
        for (int i = 0; i < takes.sounds().size(); i++) {
            String name = "sound" + i;
            text.append(track(i, name)).append(";");
            tracks.add("[" + name + "]");
        }
        List<String> beds = new ArrayList<>();
        List<String> voices = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i++) {
            boolean ducked = montage.sounds().get(i).getFirst().sound().ducked();
            (ducked ? beds : voices).add(tracks.get(i));
        }
        if (beds.isEmpty() || voices.isEmpty()) {
            return text + mix(tracks);
        }
        return text + mix(voices) + ",asplit[voice][speech];" + mix(beds) + "[bed];[bed][speech]" + DUCKING + "[under];"
                + mix(List.of("[voice]", "[under]"));
    }

    private static String mix(List<String> tracks) {
        return String.join("", tracks)
                + (tracks.size() == 1
                        ? "anull"
                        : "amix=inputs=%d:normalize=0:duration=longest".formatted(tracks.size()));
    }

    /// One track from its beginning to the montage's end, gaps silent.
    private String track(int number, String name) {
        List<Heard> clips = montage.sounds().get(number);
        StringBuilder text = new StringBuilder();
        List<String> pieces = new ArrayList<>();
        long at = 0;
        for (Take take : takes.sounds().get(number)) {
            if (take.at() > at) {
                pieces.add(silence(text, name + "p" + pieces.size(), samples(take.at()) - samples(at)));
            }
            take(take, clips, text, name, pieces);
            at = take.end();
        }
        if (at < montage.frames()) {
            pieces.add(silence(text, name + "p" + pieces.size(), samples(montage.frames()) - samples(at)));
        }
        text.append(String.join("", pieces.stream().map(p -> "[" + p + "]").toList()));
        return text.append("concat=n=%d:v=0:a=1,asetpts=N/SR/TB[%s]".formatted(pieces.size(), name))
                .toString();
    }

    private String silence(StringBuilder text, String label, long samples) {
        text.append("anullsrc=r=%d:cl=%s,aformat=sample_fmts=fltp,atrim=end_sample=%d[%s];"
                .formatted(rate, layout(), samples, label));
        return label;
    }

    /// A stretch of the timeline that is heard from one place on.
    private record Piece(long from, long until, long at, Heard clip, boolean fadesIn, boolean fadesOut) {}

    private void take(Take take, List<Heard> clips, StringBuilder text, String name, List<String> pieces) {
        AudioFacts audio = montage.reels().get(take.reel()).facts().audio().getFirst();
        Rational start = montage.reels().get(take.reel()).origin().plus(take.in());
        String whole = ("[%d:%d]atrim=start=%s,asetpts=PTS-(%s)/TB,%s,"
                        + "aresample=%d:async=1:first_pts=0:min_hard_comp=0.02,aformat=sample_fmts=fltp%s")
                .formatted(
                        first + take.input(),
                        audio.index(),
                        decimal(start),
                        start,
                        Downmixing.filter(audio, mono),
                        rate,
                        tempo(take.speed()));
        List<Piece> parts = parts(take, clips);
        text.append(whole);
        List<String> labels = split(parts, text, name + "p" + pieces.size());
        for (int i = 0; i < parts.size(); i++) {
            String label = name + "p" + pieces.size();
            text.append(labels.get(i))
                    .append(shaped(parts.get(i)))
                    .append("[")
                    .append(label)
                    .append("];");
            pieces.add(label);
        }
    }

    /// Touching keeps of equal sound are one piece; the others fade for a moment where they begin and end.
    private List<Piece> parts(Take take, List<Heard> clips) {
        List<Piece> parts = new ArrayList<>();
        long at = take.at();
        for (Keep keep : take.keeps()) {
            Heard clip = clips.get(keep.clip());
            Optional<Piece> last = parts.isEmpty() ? Optional.empty() : Optional.of(parts.getLast());
            boolean touches = last.filter(p -> p.until() == keep.from()).isPresent();
            if (touches && plainly(last.get().clip(), clip)) {
                Piece one = parts.removeLast();
                parts.add(new Piece(one.from(), keep.until(), one.at(), one.clip(), one.fadesIn(), one.fadesOut()));
            } else {
                boolean begins = at == 0 && clip.in().equals(Rational.ZERO);
                parts.add(new Piece(keep.from(), keep.until(), at, clip, !touches && !begins, true));
            }
            at += keep.frames();
        }
        for (int i = 0; i + 1 < parts.size(); i++) {
            if (parts.get(i).until() == parts.get(i + 1).from()) {
                Piece p = parts.get(i);
                parts.set(i, new Piece(p.from(), p.until(), p.at(), p.clip(), p.fadesIn(), false));
            }
        }
        return parts;
    }

    private static boolean plainly(Heard one, Heard other) {
        Sound a = one.sound();
        Sound b = other.sound();
        return a.gainDb() == b.gainDb()
                && a.fadeIn() + a.fadeOut() + b.fadeIn() + b.fadeOut() == 0
                && a.ducked() == b.ducked();
    }

    /// Cuts the running chain at the pieces' edges: halves again and again, so that a sample meets few of many cuts.
    ///
    /// @return for each piece, what its chain begins with
    private List<String> split(List<Piece> parts, StringBuilder text, String name) {
        if (parts.size() == 1) {
            return List.of("," + trim(parts, 0) + ",");
        }
        List<String> labels = new ArrayList<>();
        text.append(",");
        halve(parts, 0, text, name + "x", labels);
        return labels;
    }

    private void halve(List<Piece> parts, long from, StringBuilder text, String name, List<String> labels) {
        text.append(trim(parts, from));
        if (parts.size() == 1) {
            text.append("[").append(name).append("];");
            labels.add("[" + name + "]");
            return;
        }
        String one = name + "a";
        String other = name + "b";
        text.append(",asplit[%s0][%s0];".formatted(one, other));
        int middle = parts.size() / 2;
        long begun = parts.getFirst().from();
        text.append("[").append(one).append("0]");
        halve(parts.subList(0, middle), begun, text, one, labels);
        text.append("[").append(other).append("0]");
        halve(parts.subList(middle, parts.size()), begun, text, other, labels);
    }

    /// What pieces need of a stream that begins at a frame.
    private String trim(List<Piece> parts, long from) {
        return "atrim=start_sample=%d:end_sample=%d"
                .formatted(
                        samples(parts.getFirst().from()) - samples(from),
                        samples(parts.getLast().until()) - samples(from));
    }

    /// A piece with its level and fades, of exactly as many samples as its frames last.
    private String shaped(Piece piece) {
        long frames = piece.until() - piece.from();
        long length = samples(piece.at() + frames) - samples(piece.at());
        long brief = Math.min(Math.round(rate * FADE_SECONDS), length / 2);
        Sound sound = piece.clip().sound();
        List<String> filters = new ArrayList<>();
        filters.add("asetpts=PTS-STARTPTS");
        filters.add("apad=whole_len=" + length);
        filters.add("atrim=end_sample=" + length);
        if (sound.gainDb() != 0) {
            filters.add(String.format(Locale.ROOT, "volume=%.3fdB:precision=float", sound.gainDb()));
        }
        long in = Math.max(piece.fadesIn() ? brief : 0, samples(sound.fadeIn()));
        long out = Math.max(piece.fadesOut() ? brief : 0, samples(sound.fadeOut()));
        if (in > 0) {
            filters.add("afade=t=in:ss=0:ns=" + in);
        }
        if (out > 0) {
            filters.add("afade=t=out:ss=%d:ns=%d".formatted(length - out, out));
        }
        return String.join(",", filters);
    }

    /// The sample at which a frame begins.
    private long samples(long frame) {
        return montage.seconds(frame).times(new Rational(rate, 1)).rounded();
    }

    private static String tempo(Rational speed) {
        if (speed.equals(Rational.ONE)) {
            return "";
        }
        double factor = speed.toDouble();
        StringBuilder text = new StringBuilder();
        while (factor < 0.5) {
            text.append(",atempo=0.5");
            factor /= 0.5;
        }
        return text.append(String.format(Locale.ROOT, ",atempo=%.6f", factor)).toString();
    }

    private String layout() {
        return mono ? "mono" : "stereo";
    }

    private static String decimal(Rational seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds.toDouble());
    }
}

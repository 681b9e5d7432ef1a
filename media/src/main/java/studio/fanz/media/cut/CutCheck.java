package studio.fanz.media.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import studio.fanz.core.project.Rendition.Check;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;

/// Compares a finished file with what was asked: every packet by its time and size, every encoded edge by its decoded
/// frames.
final class CutCheck {

    /// Least likeness of an edge to the decoded source, dB.
    static final double LEAST_PSNR = 40;

    private static final int FRAMES_BEHIND = 3;
    private static final int LONGEST_LOOK = 900;
    private static final double MAX_OFFSET = 0.020;

    private final PictureLayout layout;
    private final Splicer.TrackOrder order;
    private final Reel reading;
    private final Reel.Track picture;
    private final long[] shown;
    private final List<Check> checks = new ArrayList<>();

    /// @param layout  of the picture
    /// @param order   of the picture
    /// @param reading what reading the finished file gave
    CutCheck(PictureLayout layout, Splicer.TrackOrder order, Reel reading) {
        this.layout = layout;
        this.order = order;
        this.reading = reading;
        this.picture = reading.picture().orElseThrow();
        this.shown = picture.packets().shown();
    }

    /// Everything that the packets say.
    ///
    /// @param sameBytes whether copied packets stand in the file byte for byte as they were
    void packets(boolean sameBytes) {
        int wanted = order.pts().length;
        check("frames", shown.length == wanted, shown.length, wanted);
        long apart = shown.length == wanted ? furthest() : Long.MAX_VALUE;
        boolean onGrid = apart <= tolerance();
        check("times", onGrid, onGrid ? "on the grid" : apart + " ticks off", "on the grid");
        if (sameBytes) {
            int other = 0;
            for (int i = 0; i < Math.min(wanted, picture.packets().count()); i++) {
                int size = layout.sizes().get(i);
                other += size >= 0 && size != picture.packets().size()[i] ? 1 : 0;
            }
            check("copies", other == 0, other + " changed", "0 changed");
        }
    }

    private long furthest() {
        long[] wanted = order.pts().clone();
        Arrays.sort(wanted);
        long furthest = 0;
        for (int i = 0; i < wanted.length; i++) {
            furthest = Math.max(furthest, Math.abs(shown[i] - shown[0] - here(wanted[i] - wanted[0])));
        }
        return furthest;
    }

    /// Containers with coarser clocks round; nothing may be off by more than that.
    private long tolerance() {
        return picture.timebase().compareTo(order.timebase()) <= 0 ? 1 : 2;
    }

    /// Ticks of the order as ticks of the file.
    private long here(long ticks) {
        return new Rational(ticks, 1)
                .times(order.timebase())
                .times(picture.timebase().inverse())
                .rounded();
    }

    /// Decodes each edge and a few frames behind it.
    void edges(Splicer.Table table) throws MediaException {
        int missing = 0;
        int damaged = 0;
        double worst = 99;
        for (PictureLayout.Edge edge : layout.edges()) {
            long from = shown[0] + here(edge.from());
            int first = Math.max(0, place(from));
            int count = Math.min(edge.times().length, LONGEST_LOOK);
            int behind = edge.times().length <= LONGEST_LOOK ? FRAMES_BEHIND : 0;
            int end = Math.min(shown.length, first + count + behind);
            long to = end < shown.length ? shown[end] : Long.MAX_VALUE;
            Splicer.Seen seen = table.look(new Splicer.LookOrder(
                    reading.file(),
                    picture.index(),
                    shown[first],
                    to,
                    java.util.Optional.of(edge.part().samples())));
            missing += Math.abs(seen.times().length - (end - first));
            damaged += seen.damaged();
            // Frames behind the edge have no sample of their own.
            worst = Math.min(
                    worst, Arrays.stream(seen.psnr()).limit(count).min().orElse(99));
        }
        if (!layout.edges().isEmpty()) {
            check("edges", missing == 0 && damaged == 0, missing + " missing, " + damaged + " damaged", "all whole");
            String measured = String.format(Locale.ROOT, "%.1f dB", worst);
            check("psnr", worst >= LEAST_PSNR, measured, "40 dB or more");
        }
    }

    private int place(long time) {
        int at = Arrays.binarySearch(shown, time);
        if (at >= 0) {
            return at;
        }
        int above = Math.min(shown.length - 1, -at - 1);
        int below = Math.max(0, above - 1);
        return time - shown[below] < shown[above] - time ? below : above;
    }

    /// Whether each sound begins where it should, measured against the picture.
    void sound(List<Splicer.TrackOrder> sounds) {
        List<Reel.Track> heard = reading.all(Reel.Kind.SOUND);
        long wanted = sounds.stream().filter(sound -> sound.pts().length > 0).count();
        long found = heard.stream().filter(track -> track.packets().count() > 0).count();
        check("sounds", wanted == found, found, wanted);
        double worst = 0;
        for (int i = 0; i < Math.min(sounds.size(), heard.size()); i++) {
            Splicer.TrackOrder sound = sounds.get(i);
            Packets packets = heard.get(i).packets();
            if (sound.pts().length == 0 || packets.count() == 0) {
                continue;
            }
            double picture = shown[0] * this.picture.timebase().toDouble();
            double first = packets.pts()[0] * heard.get(i).timebase().toDouble() - picture;
            double asked = sound.pts()[0] * sound.timebase().toDouble();
            worst = Math.max(worst, Math.abs(first - asked));
        }
        if (wanted > 0) {
            check(
                    "av-offset",
                    worst <= MAX_OFFSET,
                    String.format(Locale.ROOT, "%.1f ms", worst * 1000),
                    "20 ms or less");
        }
    }

    private void check(String name, boolean passed, Object measured, Object wanted) {
        checks.add(new Check(name, passed, measured.toString(), wanted.toString()));
    }

    /// What was found.
    List<Check> all() {
        return List.copyOf(checks);
    }
}

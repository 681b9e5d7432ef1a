package studio.fanz.media.cut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Whatever the groups of pictures are like: the parts of a piece show its frames, each once, and nothing copied needs
/// anything that is not copied with it.
class PartPlannerPropertyTest {

    @Property(tries = 2000)
    void partsShowEveryFrameOnce(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int groups,
            @ForAll boolean open,
            @ForAll boolean variable,
            @ForAll @IntRange(max = 1000) int a,
            @ForAll @IntRange(max = 1000) int b) {
        Packets packets = Groups.random(seed, groups, open, variable).packets();
        Piece piece = piece(packets, a, b);
        List<Long> shown = new ArrayList<>();
        long at = piece.in();
        for (Part part : new PartPlanner(packets).smart(piece)) {
            assertThat(part.from()).isEqualTo(at);
            at = part.to();
            shown.addAll(frames(packets, part));
        }
        assertThat(at).isEqualTo(piece.out());
        long[] wanted = Arrays.stream(packets.shown())
                .filter(time -> time >= piece.in() && time < piece.out())
                .toArray();
        assertThat(shown.stream().mapToLong(Long::longValue).sorted().toArray()).isEqualTo(wanted);
    }

    @Property(tries = 2000)
    void whatIsCopiedNeedsNothingElse(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int groups,
            @ForAll boolean open,
            @ForAll @IntRange(max = 1000) int a,
            @ForAll @IntRange(max = 1000) int b) {
        Groups all = Groups.random(seed, groups, open, false);
        Piece piece = piece(all.packets(), a, b);
        for (Part part : new PartPlanner(all.packets()).smart(piece)) {
            if (part instanceof Part.Copied copied) {
                Set<Integer> kept = kept(all.packets(), copied);
                assertThat(all.packets().is(copied.first(), Packets.COPY_POINT)).isTrue();
                for (int packet : kept) {
                    assertThat(kept).containsAll(all.references().get(packet));
                }
            }
        }
    }

    @Property(tries = 1000)
    void timesOfDecodingAscendAndNeverComeAfterTheShowing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int groups, @ForAll boolean variable) {
        long[] pts = Groups.random(seed, groups, true, variable).packets().pts();
        long[] dts = DecodeTimes.of(pts);
        for (int i = 0; i < pts.length; i++) {
            assertThat(dts[i]).isLessThanOrEqualTo(pts[i]);
            if (i > 0) {
                assertThat(dts[i]).isGreaterThan(dts[i - 1]);
            }
        }
    }

    private static Piece piece(Packets packets, int a, int b) {
        FrameGrid grid = FrameGrid.of(packets, studio.fanz.core.time.Rational.ONE, studio.fanz.core.time.Rational.ZERO);
        int x = a % grid.frames();
        int y = b % grid.frames();
        int first = Math.min(x, y);
        int end = Math.max(x, y) + 1;
        return new Piece(0, first, end, grid.time(first), grid.time(end));
    }

    private static Set<Integer> kept(Packets packets, Part.Copied copied) {
        Set<Integer> kept = new HashSet<>();
        for (int i = copied.first(); i <= copied.last(); i++) {
            if (packets.pts()[i] >= copied.from()) {
                kept.add(i);
            }
        }
        return kept;
    }

    private static List<Long> frames(Packets packets, Part part) {
        if (part instanceof Part.Copied copied) {
            return kept(packets, copied).stream().map(i -> packets.pts()[i]).toList();
        }
        return Arrays.stream(packets.shown())
                .filter(time -> time >= part.from() && time < part.to())
                .boxed()
                .toList();
    }
}

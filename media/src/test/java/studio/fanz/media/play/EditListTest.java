package studio.fanz.media.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;

class EditListTest {

    private static Rational frames(long count) {
        return new Rational(count * 1001, 30_000);
    }

    private final EditList two = EditList.of(
            List.of(new EditList.Stretch(frames(30), frames(60)), new EditList.Stretch(frames(90), frames(100))));

    @Test
    void moments_of_the_result_are_moments_of_what_is_kept() {
        assertThat(two.length()).isEqualTo(frames(40));
        assertThat(two.source(Rational.ZERO)).contains(frames(30));
        assertThat(two.source(frames(29))).contains(frames(59));
        assertThat(two.source(frames(30))).contains(frames(90));
        assertThat(two.source(frames(40))).isEmpty();
        assertThat(two.output(frames(90))).contains(frames(30));
        assertThat(two.output(frames(60))).isEmpty();
        assertThat(EditList.ALL.source(frames(7))).contains(frames(7));
    }

    @Test
    void there_and_back_is_the_same_to_the_tick_however_many_cuts_there_are() {
        Random random = new Random(3);
        var stretches = new java.util.ArrayList<EditList.Stretch>();
        long at = 0;
        for (int i = 0; i < 3_000; i++) {
            long from = at + random.nextInt(1, 40);
            at = from + random.nextInt(1, 60);
            stretches.add(new EditList.Stretch(frames(from), frames(at)));
        }
        EditList many = EditList.of(stretches);
        for (EditList.Kept kept : many.kept()) {
            assertThat(many.output(kept.from())).contains(kept.output());
            assertThat(many.source(kept.output())).contains(kept.from());
        }
        Rational kept = stretches.stream().map(s -> s.to().minus(s.from())).reduce(Rational.ZERO, Rational::plus);
        assertThat(many.length()).isEqualTo(kept);
    }

    @Test
    void nothing_cannot_be_kept() {
        assertThatThrownBy(() -> new EditList.Kept(frames(3), frames(3), Rational.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_way_goes_from_stretch_to_stretch_and_round_a_loop() {
        Route way = Route.of(two, Optional.empty());
        assertThat(way.legs()).hasSize(2);
        Route.Leg first = way.legs().getFirst();
        Route.Leg last = way.legs().getLast();
        assertThat(way.from(0, false)).contains(first);
        assertThat(way.from(2_500_000, false)).contains(last);
        assertThat(way.from(2_500_000, true)).contains(first);
        assertThat(way.after(last, false)).isEmpty();
        assertThat(way.after(last, true)).contains(first);

        Route round = Route.of(two, Optional.of(new Span(1_500, 3_100)));
        assertThat(round.legs()).extracting(Route.Leg::fromUs).containsExactly(1_499_500L, 3_003_000L);
        assertThat(round.legs()).extracting(Route.Leg::toUs).containsExactly(2_002_000L, 3_099_500L);
        assertThat(round.after(round.legs().getLast(), false))
                .contains(round.legs().getFirst());
        assertThat(round.after(round.legs().getFirst(), true))
                .contains(round.legs().getLast());
    }

    @Test
    void without_cuts_and_loops_the_way_is_the_whole_recording() {
        assertThat(Route.of(EditList.ALL, Optional.empty())).isEqualTo(Route.WHOLE);
        assertThat(Route.WHOLE.jumps()).isFalse();
        assertThat(Route.of(EditList.ALL, Optional.of(new Span(500, 700))).legs())
                .containsExactly(new Route.Leg(0, 499_500, 699_500));
    }
}

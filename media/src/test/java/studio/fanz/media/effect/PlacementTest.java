package studio.fanz.media.effect;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlacementTest {

    @Test
    void aWidePictureStandsInTheMiddleOfATallFrame() {
        assertThat(Placement.inside(1920, 1080, 1080, 1920)).isEqualTo(new Placement(1, 1, 1080, 608, 0, 656));
    }

    @Test
    void aHairlineOfBlackIsStretchedAway() {
        assertThat(Placement.inside(1919, 1080, 1920, 1080).hasBars(1920, 1080)).isFalse();
    }

    @Property
    void whatStandsInsideNeverSticksOutAndIsEven(
            @ForAll @IntRange(min = 1, max = 8000) int width,
            @ForAll @IntRange(min = 1, max = 8000) int height,
            @ForAll @IntRange(min = 8, max = 2000) int halfWidth,
            @ForAll @IntRange(min = 8, max = 2000) int halfHeight) {
        Placement place = Placement.inside(width, height, 2 * halfWidth, 2 * halfHeight);
        assertThat(place.x() + place.width()).isLessThanOrEqualTo(2 * halfWidth);
        assertThat(place.y() + place.height()).isLessThanOrEqualTo(2 * halfHeight);
        assertThat((place.x() | place.y() | place.width() | place.height()) & 1).isZero();
        assertThat(place.width() == 2 * halfWidth || place.height() == 2 * halfHeight)
                .isTrue();
    }

    @Property
    void aCropKeepsTheShapeOfTheFrame(
            @ForAll @IntRange(min = 16, max = 8000) int width, @ForAll @IntRange(min = 16, max = 8000) int height) {
        Placement place = Placement.covering(width, height, 1080, 1920);
        double shape = place.cropWidth() * width / (place.cropHeight() * height);
        assertThat(shape).isEqualTo(1080.0 / 1920, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(Math.max(place.cropWidth(), place.cropHeight())).isEqualTo(1);
    }
}

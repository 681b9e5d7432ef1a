package studio.fanz.media.cut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// New numbers for parameter sets change nothing but the numbers.
class SetIdsPropertyTest {

    @Property
    void escapingIsUndoneByUnescaping(@ForAll byte[] raw) {
        assertThat(NalUnits.unescaped(NalUnits.escaped(raw))).isEqualTo(raw);
    }

    @Property
    void aSliceGrowsByOneByteAndKeepsItsContent(@ForAll long seed, @ForAll @IntRange(min = 15, max = 30) int number) {
        byte[] raw = new byte[200];
        new Random(seed).nextBytes(raw);
        // first_mb 0 (1), slice type 7 (0001000), picture set 0 (1): nine bits, then whatever follows.
        raw[0] = 0x65;
        raw[1] = (byte) 0b1000_1000;
        raw[2] |= (byte) 0b1000_0000;
        raw[199] |= 1;
        byte[] put = NalUnits.unescaped(new SetIds(false, 3, number).put(NalUnits.escaped(raw)));
        assertThat(put).hasSize(201);
        assertThat(java.util.Arrays.copyOfRange(put, 4, 201)).isEqualTo(java.util.Arrays.copyOfRange(raw, 3, 200));
        assertThat(put[3] & 0x7F).isEqualTo(raw[2] & 0x7F);
    }
}

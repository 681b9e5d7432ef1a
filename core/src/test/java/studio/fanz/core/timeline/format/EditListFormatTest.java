package studio.fanz.core.timeline.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import studio.fanz.core.json.Otio;
import studio.fanz.core.time.Rational;
import studio.fanz.core.timeline.format.EditList.Event;

/// What is written comes back, and nothing that is read can do harm.
class EditListFormatTest {

    private static final Rational NTSC = new Rational(30_000, 1001);

    private static final List<String> PIECES = List.of(
            "001  AX       B     C        00:00:00:00 00:00:01:10 00:00:00:00 00:00:01:10\n",
            "001  AX  V  D 024  99:99:99:99 00:00:01:10 00:00:02:00 00:00:01:10\n",
            "* FROM CLIP NAME: a.mp4\n",
            "M2   AX       -060.0                00:00:00:00\n",
            "* SPEED: 1/0\n",
            "in_frame,out_frame\n",
            "in,out\n",
            "1,2\n",
            "-1,NaN\n",
            "9223372036854775807,9\n",
            "\"",
            ",",
            "\n",
            "{\"tracks\":{\"children\":[{\"kind\":\"Video\",\"children\":[",
            "{\"OTIO_SCHEMA\":\"Clip.2\",\"source_range\":{\"duration\":{\"value\":1e300}}}",
            "]}]}}",
            "\u0000",
            "é");

    @Property(tries = 200)
    void whatIsWrittenAsEdlComesBack(@ForAll("lists") EditList list) throws Exception {
        assertThat(Edl.read(Edl.write(list), list.rate())).isEqualTo(list);
    }

    @Property(tries = 200)
    void whatIsWrittenAsOtioComesBack(@ForAll("lists") EditList list) throws Exception {
        assertThat(Otio.read(Otio.write(list), Rational.ONE)).isEqualTo(list);
    }

    @Property(tries = 200)
    void whatIsWrittenAsATableComesBackWithoutItsTitle(@ForAll("lists") EditList list) throws Exception {
        EditList back = CutTable.read(CutTable.write(list), Rational.ONE);
        assertThat(back).isEqualTo(new EditList("", list.rate(), list.events()));
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedInAnOrderlyWay(@ForAll("texts") String text) {
        for (Reader reader : List.<Reader>of(Edl::read, CutTable::read, Otio::read)) {
            try {
                assertThat(reader.read(text, NTSC).events()).isNotEmpty();
            } catch (EditListException refused) {
                assertThat(refused.code()).isNotNull();
            }
        }
    }

    @Test
    void aListOfAnotherEditorIsUnderstood() throws Exception {
        EditList list = Edl.read("""
                TITLE: Resolve
                FCM: NON-DROP FRAME

                001  AX       V     C        01:00:00:10 01:00:02:00 01:00:00:00 01:00:01:20
                * FROM CLIP NAME: talk.mov
                002  AX       AA    C        01:00:00:10 01:00:02:00 01:00:00:00 01:00:01:20
                003  AX       V     D    012 00:00:10:00 00:00:12:00 01:00:01:20 01:00:03:20
                M2   AX       060.0                00:00:10:00
                """, new Rational(30, 1));
        assertThat(list.events())
                .containsExactly(
                        new Event("talk.mov", 108_010, 108_000, 50, Rational.ONE),
                        new Event("AX", 300, 108_050, 60, new Rational(2, 1)));
    }

    @Test
    void aTableOfSecondsIsEnough() throws Exception {
        EditList list = CutTable.read("in,out\n1.0,2.5\n4,5\n", new Rational(30, 1));
        assertThat(list.events())
                .containsExactly(new Event("", 30, 0, 45, Rational.ONE), new Event("", 120, 45, 30, Rational.ONE));
    }

    @Test
    void aTextWithoutEventsIsRefused() {
        assertThatThrownBy(() -> Edl.read("TITLE: empty\n", NTSC)).isInstanceOf(EditListException.class);
    }

    private interface Reader {
        EditList read(String text, Rational rate) throws EditListException;
    }

    @Provide
    Arbitrary<EditList> lists() {
        Arbitrary<Rational> rates = Arbitraries.of(new Rational(25, 1), new Rational(60, 1), NTSC);
        Arbitrary<long[]> figures =
                Arbitraries.longs().between(0, 400_000).array(long[].class).ofSize(4);
        return Combinators.combine(rates, figures.list().ofMinSize(1).ofMaxSize(12))
                .as(EditListFormatTest::list);
    }

    private static EditList list(Rational rate, List<long[]> figures) {
        List<Event> events = new ArrayList<>();
        long at = 0;
        for (long[] f : figures) {
            at += f[0] % 3 == 0 ? f[0] % 100 : 0;
            long frames = 1 + f[1] % 5000;
            Rational speed = f[2] % 4 == 0 ? new Rational(1 + f[2] % 3000, 1000) : Rational.ONE;
            events.add(new Event("take " + f[3] % 7 + ", \"ä\".mp4", f[3], at, frames, speed));
            at += frames;
        }
        return new EditList("A title", rate, events);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    }
}

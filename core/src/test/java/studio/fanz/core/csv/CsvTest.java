package studio.fanz.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void cellsAreNamedByTheHeader() {
        assertThat(Csv.rows("a,b\n1,2\n3\n4,5,6\n"))
                .containsExactly(Map.of("a", "1", "b", "2"), Map.of("a", "3", "b", ""), Map.of("a", "4", "b", "5"));
    }

    @Test
    void quotesHoldCommasLineBreaksAndQuotes() {
        assertThat(Csv.records("\"a,b\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",\"\""))
                .containsExactly(List.of("a,b", "say \"hi\""), List.of("two\nlines", ""));
    }

    @Test
    void aByteOrderMarkAndEmptyLinesAreSkipped() {
        assertThat(Csv.rows("\uFEFFa\n\n1\r\n\r\n2\r3"))
                .extracting(row -> row.get("a"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void anEmptyTextHasNoRows() {
        assertThat(Csv.rows("")).isEmpty();
    }

    @Test
    void anOpenQuoteIsRefused() {
        assertThatThrownBy(() -> Csv.rows("a\n\"b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aColumnNameThatComesTwiceIsRefused() {
        assertThatThrownBy(() -> Csv.rows("a,a\n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whatIsQuotedComesBack(
            @ForAll @Size(min = 1, max = 4)
                    List<
                                    @Size(min = 1, max = 4) List<
                                            @StringLength(max = 6) @CharRange(from = 'a', to = 'c')
                                            @Chars({'"', ',', '\n', '\r', ' ', 'é'}) String>>
                            records) {
        String text = records.stream()
                .map(cells -> cells.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
        assertThat(Csv.records(text)).isEqualTo(records);
    }
}

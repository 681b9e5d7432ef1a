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
    void cells_are_named_by_the_header() {
        assertThat(Csv.rows("a,b\n1,2\n3\n4,5,6\n"))
                .containsExactly(Map.of("a", "1", "b", "2"), Map.of("a", "3", "b", ""), Map.of("a", "4", "b", "5"));
    }

    @Test
    void quotes_hold_commas_line_breaks_and_quotes() {
        assertThat(Csv.records("\"a,b\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",\"\""))
                .containsExactly(List.of("a,b", "say \"hi\""), List.of("two\nlines", ""));
    }

    @Test
    void a_byte_order_mark_and_empty_lines_are_skipped() {
        assertThat(Csv.rows("\uFEFFa\n\n1\r\n\r\n2\r3"))
                .extracting(row -> row.get("a"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void an_empty_text_has_no_rows() {
        assertThat(Csv.rows("")).isEmpty();
    }

    @Test
    void an_open_quote_is_refused() {
        assertThatThrownBy(() -> Csv.rows("a\n\"b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_column_name_that_comes_twice_is_refused() {
        assertThatThrownBy(() -> Csv.rows("a,a\n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void what_is_quoted_comes_back(
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

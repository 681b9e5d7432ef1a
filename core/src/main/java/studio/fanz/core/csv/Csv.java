package studio.fanz.core.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads comma-separated tables as RFC 4180 has them: quoted fields may hold commas, doubled quotes and line
/// breaks; lines end with LF, CRLF or CR; a byte order mark and empty lines are skipped.
public final class Csv {

    private final String text;
    private int at;

    private Csv(String text) {
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0;
    }

    /// The rows below the header line, each as column name to cell in the header's order. A cell that a short
    /// row lacks is empty; cells beyond the header are dropped.
    ///
    /// @throws IllegalArgumentException when a quoted field is not closed or a column name comes twice
    public static List<Map<String, String>> rows(String text) {
        List<List<String>> records = records(text);
        if (records.isEmpty()) {
            return List.of();
        }
        List<String> header = records.getFirst();
        if (header.stream().distinct().count() != header.size()) {
            throw new IllegalArgumentException("a column name comes twice: " + header);
        }
        return records.stream().skip(1).map(cells -> row(header, cells)).toList();
    }

    /// All records, the header included, each as its cells in order.
    ///
    /// @throws IllegalArgumentException when a quoted field is not closed
    public static List<List<String>> records(String text) {
        return new Csv(text).readAll();
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), i < cells.size() ? cells.get(i) : "");
        }
        return Collections.unmodifiableMap(row);
    }

    private List<List<String>> readAll() {
        List<List<String>> records = new ArrayList<>();
        while (at < text.length()) {
            int start = at;
            List<String> cells = readRecord();
            boolean emptyLine = cells.equals(List.of("")) && text.charAt(start) != '"';
            if (!emptyLine) {
                records.add(cells);
            }
        }
        return records;
    }

    private List<String> readRecord() {
        List<String> cells = new ArrayList<>();
        cells.add(readCell());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            cells.add(readCell());
        }
        if (at < text.length()) {
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return List.copyOf(cells);
    }

    private String readCell() {
        StringBuilder cell = new StringBuilder();
        if (at < text.length() && text.charAt(at) == '"') {
            readQuoted(cell);
        }
        // What stands behind a closing quote belongs to the cell: lenient, as every spreadsheet is.
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            cell.append(text.charAt(at++));
        }
        return cell.toString();
    }

    private void readQuoted(StringBuilder cell) {
        int opened = at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                return;
            }
        }
        throw new IllegalArgumentException("the quote opened at character " + opened + " is not closed");
    }
}

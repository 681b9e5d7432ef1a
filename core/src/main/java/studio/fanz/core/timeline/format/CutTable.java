package studio.fanz.core.timeline.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.fanz.core.csv.Csv;
import studio.fanz.core.time.Rational;
import studio.fanz.core.timeline.format.EditList.Event;

/// A cut list as a comma-separated table (RFC 4180), one row for each event. Frames are exact; seconds are there for
/// people. A table needs no more than `in_frame` and `out_frame` to be read, or `in` and `out` in seconds.
public final class CutTable {

    private static final String NAME = "CSV";
    private static final String HEADER = "source,in_frame,out_frame,at_frame,frames,speed,rate,in,out,at";

    private CutTable() {}

    /// Writes a list; its title is not part of it.
    public static String write(EditList list) {
        StringBuilder text = new StringBuilder(HEADER).append("\r\n");
        for (Event event : list.events()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s,%d,%d,%d,%d,%s,%s,%s,%s,%s\r\n",
                    quoted(event.source()),
                    event.in(),
                    event.out(),
                    event.at(),
                    event.frames(),
                    event.speed(),
                    list.rate(),
                    seconds(event.in(), list.rate()),
                    seconds(event.out(), list.rate()),
                    seconds(event.at(), list.rate())));
        }
        return text.toString();
    }

    /// Reads a table.
    ///
    /// @param rate frames per second where the table does not say
    /// @throws EditListException NO_EVENTS, DAMAGED
    public static EditList read(String text, Rational rate) throws EditListException {
        try {
            List<Map<String, String>> rows = Csv.rows(text);
            Rational own = rate;
            List<Event> events = new ArrayList<>();
            long at = 0;
            for (Map<String, String> row : rows) {
                own = filled(row, "rate") ? Rational.parse(cell(row, "rate")) : own;
                Event event = event(row, own, at);
                events.add(event);
                at = event.at() + event.frames();
            }
            if (events.isEmpty()) {
                throw new EditListException(EditListException.Code.NO_EVENTS, NAME, "no row below the header");
            }
            return new EditList("", own, events);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new EditListException(EditListException.Code.DAMAGED, NAME, String.valueOf(e.getMessage()));
        }
    }

    private static Event event(Map<String, String> row, Rational rate, long next) {
        long in = frame(row, "in", rate);
        long out = frame(row, "out", rate);
        Rational speed = filled(row, "speed") ? Rational.parse(cell(row, "speed")) : Rational.ONE;
        if (speed.num() <= 0) {
            throw new IllegalArgumentException("a speed above 0");
        }
        long frames = filled(row, "frames")
                ? Long.parseLong(cell(row, "frames"))
                : new Rational(out - in, 1).times(speed.inverse()).rounded();
        long at = filled(row, "at_frame") ? Long.parseLong(cell(row, "at_frame")) : next;
        return new Event(row.getOrDefault("source", ""), in, at, frames, speed);
    }

    private static long frame(Map<String, String> row, String column, Rational rate) {
        if (filled(row, column + "_frame")) {
            return Long.parseLong(cell(row, column + "_frame"));
        }
        if (!filled(row, column)) {
            throw new IllegalArgumentException("a row without " + column + "_frame");
        }
        double seconds = Double.parseDouble(cell(row, column));
        return Math.round(seconds * rate.toDouble());
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "").strip();
    }

    private static boolean filled(Map<String, String> row, String column) {
        return !row.getOrDefault(column, "").isBlank();
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') && !cell.isEmpty();
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static String seconds(long frame, Rational rate) {
        return String.format(
                Locale.ROOT,
                "%.6f",
                new Rational(frame, 1).times(rate.inverse()).toDouble());
    }
}

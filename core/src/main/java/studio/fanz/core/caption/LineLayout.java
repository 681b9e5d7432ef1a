package studio.fanz.core.caption;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Breaks the text of a cue into lines: as few as fit, at places where a reader expects a break, of about equal
/// length, the lower one rather the longer.
///
/// Cost of a layout = Σ lines ((size − mean) / limit)² × 6 + Σ breaks (0.6 × seam + 0.8) + 0.5 × (upper −
/// lower) / limit where an upper line is longer.
final class LineLayout {

    private static final double UNEVEN = 6;
    private static final double TOP_HEAVY = 0.5;
    private static final double SEAM = 0.6;
    private static final double BREAK = 0.8;

    private final SpokenText text;
    private final LineLimit limit;
    private final Seams seams;
    private final int maxLines;

    LineLayout(SpokenText text, LineLimit limit, Seams seams, int maxLines) {
        this.text = text;
        this.limit = limit;
        this.seams = seams;
        this.maxLines = Math.max(1, maxLines);
    }

    /// How well units `from` to `to` (exclusive) can be laid out; infinite when they need more lines than
    /// allowed.
    double cost(int from, int to) {
        int first = text.firstAtom(from);
        int end = text.firstAtom(to);
        if (limit.fits(first, end)) {
            return 0;
        }
        int lines = fewestLines(first, end);
        return lines > maxLines
                ? Double.POSITIVE_INFINITY
                : best(first, end, lines).cost();
    }

    /// The lines of units `from` to `to` (exclusive); more than allowed only where no fewer hold them.
    List<String> lines(int from, int to) {
        int first = text.firstAtom(from);
        int end = text.firstAtom(to);
        int[] starts = best(first, end, fewestLines(first, end)).starts();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            lines.add(text.line(starts[i], i + 1 < starts.length ? starts[i + 1] : end));
        }
        return List.copyOf(lines);
    }

    private int fewestLines(int first, int end) {
        int lines = 1;
        int start = first;
        for (int a = first + 1; a < end; a++) {
            if (!limit.fits(start, a + 1)) {
                lines++;
                start = a;
            }
        }
        return lines;
    }

    private record Layout(double cost, int[] starts) {}

    /// Dynamic programme over (lines used, atoms placed).
    private Layout best(int first, int end, int lines) {
        int atoms = end - first;
        double mean = limit.size(first, end) / lines;
        double[][] cost = new double[lines + 1][atoms + 1];
        int[][] from = new int[lines + 1][atoms + 1];
        for (double[] row : cost) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        cost[0][0] = 0;
        for (int line = 1; line <= lines; line++) {
            for (int to = line; to <= atoms; to++) {
                for (int start = to - 1; start >= line - 1 && limit.fits(first + start, first + to); start--) {
                    double before = cost[line - 1][start];
                    if (before == Double.POSITIVE_INFINITY) {
                        continue;
                    }
                    double total = before + lineCost(first, first + start, first + to, mean);
                    if (line > 1) {
                        double upper = limit.size(first + from[line - 1][start], first + start);
                        total += topHeavy(upper, limit.size(first + start, first + to));
                    }
                    if (total < cost[line][to]) {
                        cost[line][to] = total;
                        from[line][to] = start;
                    }
                }
            }
        }
        int[] starts = new int[lines];
        int to = atoms;
        for (int line = lines; line >= 1; line--) {
            to = from[line][to];
            starts[line - 1] = first + to;
        }
        return new Layout(cost[lines][atoms], starts);
    }

    private double lineCost(int first, int start, int to, double mean) {
        double off = (limit.size(start, to) - mean) / limit.max();
        double seam = start == first ? 0 : BREAK + SEAM * seams.atLine(start);
        return UNEVEN * off * off + seam;
    }

    private double topHeavy(double upper, double lower) {
        return TOP_HEAVY * Math.max(0, upper - lower) / limit.max();
    }
}

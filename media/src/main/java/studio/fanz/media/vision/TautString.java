package studio.fanz.media.vision;

import java.util.ArrayList;
import java.util.List;

/// The stillest path through a row of gates, as a string pulled tight with both ends free: it stands where it can stand
/// and goes straight where it must move (shortest path in a tube; the taut string of Davies and Kovac 2001). Then no
/// faster than allowed. Pure.
final class TautString {

    private final long[] times;
    private final double[] low;
    private final double[] high;
    private final List<Node> nodes = new ArrayList<>();

    private TautString(long[] times, double[] low, double[] high) {
        this.times = times;
        this.low = low;
        this.high = high;
    }

    private record Node(int gate, double at) {}

    /// The path's place at every gate.
    ///
    /// @param times   of the gates, rising
    /// @param low     lower edge of each gate
    /// @param high    upper edge of each gate, at or above `low`
    /// @param fastest units per millisecond; where the gates ask for more they are missed
    static double[] through(long[] times, double[] low, double[] high, double fastest) {
        TautString string = new TautString(times, low, high);
        string.pull();
        return slowed(times, string.places(), fastest);
    }

    private void pull() {
        int last = times.length - 1;
        Node anchor = start();
        nodes.add(new Node(0, anchor.at()));
        nodes.add(anchor);
        while (nodes.getLast().gate() < last) {
            nodes.add(next(nodes.getLast()));
        }
    }

    /// Stands as long as one place lies in all gates; turns where the gate that comes leaves it.
    private Node start() {
        double floor = Double.NEGATIVE_INFINITY;
        double ceiling = Double.POSITIVE_INFINITY;
        int floorGate = 0;
        int ceilingGate = 0;
        for (int i = 0; i < times.length; i++) {
            if (low[i] > ceiling) {
                return new Node(ceilingGate, ceiling);
            }
            if (high[i] < floor) {
                return new Node(floorGate, floor);
            }
            if (low[i] >= floor) {
                floor = low[i];
                floorGate = i;
            }
            if (high[i] <= ceiling) {
                ceiling = high[i];
                ceilingGate = i;
            }
        }
        return new Node(times.length - 1, (floor + ceiling) / 2);
    }

    /// The next corner as seen from one: the gate edge around which the line of sight has to bend.
    private Node next(Node from) {
        double steepestLow = Double.NEGATIVE_INFINITY;
        double flattestHigh = Double.POSITIVE_INFINITY;
        int lowGate = from.gate();
        int highGate = from.gate();
        for (int i = from.gate() + 1; i < times.length; i++) {
            double way = times[i] - times[from.gate()];
            double toLow = (low[i] - from.at()) / way;
            double toHigh = (high[i] - from.at()) / way;
            if (toLow > flattestHigh) {
                return new Node(highGate, high[highGate]);
            }
            if (toHigh < steepestLow) {
                return new Node(lowGate, low[lowGate]);
            }
            if (toLow >= steepestLow) {
                steepestLow = toLow;
                lowGate = i;
            }
            if (toHigh <= flattestHigh) {
                flattestHigh = toHigh;
                highGate = i;
            }
        }
        if (steepestLow > 0) {
            return new Node(lowGate, low[lowGate]);
        }
        return flattestHigh < 0 ? new Node(highGate, high[highGate]) : new Node(times.length - 1, from.at());
    }

    private double[] places() {
        double[] out = new double[times.length];
        int node = 0;
        for (int i = 0; i < times.length; i++) {
            while (node + 1 < nodes.size() - 1 && nodes.get(node + 1).gate() <= i) {
                node++;
            }
            Node a = nodes.get(node);
            Node b = nodes.get(Math.min(node + 1, nodes.size() - 1));
            double way = times[b.gate()] - times[a.gate()];
            double part = way <= 0 ? 1 : (times[i] - times[a.gate()]) / way;
            out[i] = a.at() + Math.clamp(part, 0, 1) * (b.at() - a.at());
        }
        return out;
    }

    /// The mean of the two nearest paths of bounded speed, one above and one below (McShane's and Whitney's
    /// extensions): unchanged where it was slow enough, early and late by the same amount where it was not.
    private static double[] slowed(long[] times, double[] at, double fastest) {
        double[] above = at.clone();
        double[] below = at.clone();
        for (int i = 1; i < at.length; i++) {
            double reach = fastest * (times[i] - times[i - 1]);
            above[i] = Math.max(above[i], above[i - 1] - reach);
            below[i] = Math.min(below[i], below[i - 1] + reach);
        }
        for (int i = at.length - 2; i >= 0; i--) {
            double reach = fastest * (times[i + 1] - times[i]);
            above[i] = Math.max(above[i], above[i + 1] - reach);
            below[i] = Math.min(below[i], below[i + 1] + reach);
        }
        double[] out = new double[at.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (above[i] + below[i]) / 2;
        }
        return out;
    }
}

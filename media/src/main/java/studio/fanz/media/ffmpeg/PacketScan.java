package studio.fanz.media.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.SourceInstant;
import studio.fanz.media.MediaException;

/// What the packets of one stream say when the headers do not: whether frame durations differ, and where it ends.
///
/// @param packets      how many were read
/// @param variableRate whether distances between presentation times differ by more than rounding explains
/// @param endMs        end of the last packet in milliseconds of the stream's own time, if any packet has a time
record PacketScan(long packets, boolean variableRate, OptionalLong endMs) {

    /// Enough for a minute and more; a recording that changes its rate does so earlier.
    static final int ENOUGH_FOR_RATE = 3000;

    /// Distances to this part of the usual one are the same.
    private static final double SAME = 0.1;

    /// How many distances may be odd ones: a lost frame does not make a variable rate.
    private static final double ODD_ONES = 0.002;

    /// Reads packets of a stream.
    ///
    /// @param limit how many at most; 0 = all
    static PacketScan run(Ffmpeg tools, InputFile input, int stream, Rational timebase, int limit, JobContext job)
            throws MediaException {
        List<String> command = new ArrayList<>(List.of(tools.ffprobe().toString(), "-v", "error", "-of", "csv=p=0"));
        command.addAll(List.of("-select_streams", Integer.toString(stream)));
        command.addAll(List.of("-show_entries", "packet=pts,duration,flags"));
        if (limit > 0) {
            command.addAll(List.of("-read_intervals", "%+#" + limit));
        }
        command.addAll(input.arguments());
        try (Child child = Child.start(command, job);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(child.output(), StandardCharsets.UTF_8))) {
            PacketScan scan = read(lines, timebase);
            child.await();
            child.throwIfStalled(input.path());
            return scan;
        } catch (IOException e) {
            job.checkpoint();
            throw new MediaException(MediaException.Code.DAMAGED, input.name(), String.valueOf(e.getMessage()), e);
        }
    }

    private static PacketScan read(BufferedReader lines, Rational timebase) throws IOException {
        long[] times = new long[ENOUGH_FOR_RATE];
        int kept = 0;
        long packets = 0;
        long end = Long.MIN_VALUE;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] fields = line.split(",");
            packets++;
            if (fields.length < 3 || fields[0].equals("N/A") || fields[2].contains("D")) {
                continue;
            }
            long pts = Long.parseLong(fields[0]);
            long duration = fields[1].equals("N/A") ? 0 : Long.parseLong(fields[1]);
            end = Math.max(end, pts + duration);
            if (kept < times.length) {
                times[kept++] = pts;
            }
        }
        OptionalLong endMs = end == Long.MIN_VALUE
                ? OptionalLong.empty()
                : OptionalLong.of(new SourceInstant(end, timebase).toMillis());
        return new PacketScan(packets, differ(Arrays.copyOf(times, kept), timebase), endMs);
    }

    /// Whether the distances between these presentation times, in any order, differ.
    static boolean differ(long[] times, Rational timebase) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        int distances = sorted.length - 1;
        if (distances < 2) {
            return false;
        }
        long[] steps = new long[distances];
        for (int i = 0; i < distances; i++) {
            steps[i] = sorted[i + 1] - sorted[i];
        }
        long[] ordered = steps.clone();
        Arrays.sort(ordered);
        double usual = ordered[distances / 2];
        double rounding = Math.max(1, 0.001 / timebase.toDouble());
        double allowed = Math.max(usual * SAME, rounding) + 0.5;
        long odd = Arrays.stream(steps)
                .filter(step -> Math.abs(step - usual) > allowed)
                .count();
        return odd > Math.max(1, distances * ODD_ONES);
    }
}

package studio.fanz.media.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;

/// Finds out at which exact times the frames around a moment are shown, from the packets' time stamps alone.
///
/// @param tools the executables
/// @param input the file
/// @param video its picture
record FrameClock(Ffmpeg tools, InputFile input, VideoFacts video) {

    private static final double BEFORE = 0.5;
    private static final double AFTER = 1.5;
    private static final double TAIL = 10;

    /// Times of frames near a place.
    ///
    /// @param startOfSource what the file's own clock shows at the start of the source, exact seconds
    /// @param times         presentation times from the start of the source, ascending
    record Near(Rational startOfSource, TreeSet<Rational> times) {

        /// The frame with the time nearest to `wanted`.
        Optional<Rational> nearest(Rational wanted) {
            Rational below = times.floor(wanted);
            Rational above = times.ceiling(wanted);
            if (below == null || above == null) {
                return Optional.ofNullable(below == null ? above : below);
            }
            boolean belowIsNearer = wanted.minus(below).compareTo(above.minus(wanted)) <= 0;
            return Optional.of(belowIsNearer ? below : above);
        }
    }

    /// The frames from a little before `seconds` to a little after it; from the first one when that is 0.
    ///
    /// @throws MediaException DECODE_FAILED when there are none
    Near around(double seconds, JobContext job) throws MediaException {
        Rational start = startOfSource(job);
        double from = start.toDouble() + seconds - BEFORE;
        String interval = seconds <= BEFORE
                ? String.format(Locale.ROOT, "%%+%.3f", seconds + AFTER)
                : String.format(Locale.ROOT, "%.3f%%%.3f", from, from + BEFORE + AFTER);
        TreeSet<Rational> times = times(start, List.of("-read_intervals", interval), job);
        if (times.isEmpty()) {
            // A slide show changes its picture once in a while.
            times = times(start, List.of(), job);
        }
        if (times.isEmpty()) {
            throw new MediaException(Code.DECODE_FAILED, input.name(), "there are no frames in it");
        }
        return new Near(start, times);
    }

    /// When the last frame begins; for containers that do not say how long their picture is.
    ///
    /// @param seconds about where the file ends
    /// @throws MediaException DECODE_FAILED when there are no frames at all
    Rational last(double seconds, JobContext job) throws MediaException {
        Rational start = startOfSource(job);
        String interval = String.format(Locale.ROOT, "%.3f", start.toDouble() + seconds - TAIL);
        TreeSet<Rational> times =
                seconds > TAIL ? times(start, List.of("-read_intervals", interval), job) : new TreeSet<>();
        if (times.isEmpty()) {
            times = times(start, List.of(), job);
        }
        if (times.isEmpty()) {
            throw new MediaException(Code.DECODE_FAILED, input.name(), "there are no frames in it");
        }
        return times.last();
    }

    private TreeSet<Rational> times(Rational start, List<String> where, JobContext job) throws MediaException {
        List<String> command = new ArrayList<>(List.of(tools.ffprobe().toString(), "-v", "error"));
        command.addAll(List.of("-select_streams", Integer.toString(video.index())));
        command.addAll(where);
        command.addAll(List.of("-show_entries", "packet=pts", "-of", "csv=p=0"));
        command.addAll(input.arguments());
        TreeSet<Rational> times = new TreeSet<>();
        for (String line : lines(command, job)) {
            String pts = line.replace(",", "").trim();
            if (pts.matches("-?\\d+")) {
                times.add(new Rational(Long.parseLong(pts), 1)
                        .times(video.timebase())
                        .minus(start));
            }
        }
        return times;
    }

    /// What the file's own clock shows at the start of the source.
    private Rational startOfSource(JobContext job) throws MediaException {
        List<String> command = new ArrayList<>(List.of(tools.ffprobe().toString(), "-v", "error"));
        command.addAll(List.of("-show_entries", "format=start_time", "-of", "csv=p=0"));
        command.addAll(input.arguments());
        return lines(command, job).stream()
                .map(String::trim)
                .filter(line -> line.matches("-?\\d+\\.\\d{1,9}"))
                .findFirst()
                .map(FrameClock::decimal)
                .orElse(Rational.ZERO);
    }

    private static Rational decimal(String text) {
        int point = text.indexOf('.');
        long scale = Math.round(Math.pow(10, text.length() - point - 1));
        return new Rational(Long.parseLong(text.replace(".", "")), scale);
    }

    private List<String> lines(List<String> command, JobContext job) throws MediaException {
        List<String> lines = new ArrayList<>();
        try (Child child = Child.start(command, job);
                var reader = new BufferedReader(new InputStreamReader(child.output(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
            child.await();
            child.throwIfStalled(input.path());
            return lines;
        } catch (IOException e) {
            job.checkpoint();
            throw new MediaException(Code.DECODE_FAILED, input.name(), String.valueOf(e.getMessage()), e);
        }
    }
}

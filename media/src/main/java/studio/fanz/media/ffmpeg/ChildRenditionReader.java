package studio.fanz.media.ffmpeg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.export.Reading;
import studio.fanz.media.export.RenditionReader;

/// Reads a finished file through one ffmpeg child: every packet is listed, and the sound decoded into a loudness meter.
public final class ChildRenditionReader implements RenditionReader {

    private final Ffmpeg tools;

    /// @param tools the executables to use
    public ChildRenditionReader(Ffmpeg tools) {
        this.tools = tools;
    }

    @Override
    public Reading read(Path file, JobContext job) throws MediaException {
        InputFile input = InputFile.open(file);
        try (Child child = Child.start(command(input), job);
                var lines = new BufferedReader(new InputStreamReader(child.output(), StandardCharsets.UTF_8))) {
            List<TrackCount> counts = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                job.checkpoint();
                take(line, counts);
            }
            int status = child.await();
            child.throwIfStalled(input.path());
            String printed = child.errorTail();
            if (status != 0) {
                throw new MediaException(Code.CHECK_FAILED, input.name(), printed);
            }
            List<Reading.Track> tracks = counts.stream().map(TrackCount::track).toList();
            return new Reading(tracks, Ebur128.parse(printed), complaints(printed));
        } catch (IOException e) {
            job.checkpoint();
            throw new MediaException(Code.CHECK_FAILED, input.name(), String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> command(InputFile input) {
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-hide_banner", "-nostdin"));
        command.addAll(List.of("-nostats", "-v", "level+info", "-copyts"));
        command.addAll(input.arguments());
        command.addAll(
                List.of("-map", "0", "-c", "copy", "-avoid_negative_ts", "disabled", "-f", "framecrc", "pipe:1"));
        command.addAll(List.of("-map", "0:a?", "-map", "0:v", "-c:v", "copy"));
        command.addAll(List.of("-af", "ebur128=peak=true:framelog=quiet", "-f", "null", "-"));
        return command;
    }

    /// `#tb 0: 1/15360`, `#media_type 0: video`, then `stream, dts, pts, duration, size, crc`, and `F=0x0`
    /// unless it is a key frame.
    private static void take(String line, List<TrackCount> counts) {
        if (line.startsWith("#tb ") || line.startsWith("#media_type ")) {
            int stream = Integer.parseInt(line.substring(line.indexOf(' ') + 1, line.indexOf(':')));
            String value = line.substring(line.indexOf(':') + 1).trim();
            while (counts.size() <= stream) {
                counts.add(new TrackCount());
            }
            if (line.startsWith("#tb ")) {
                counts.get(stream).timebase = Rational.parse(value);
            } else {
                counts.get(stream).kind = value;
            }
        } else if (!line.startsWith("#")) {
            String[] cells = line.split(",");
            counts.get(Integer.parseInt(cells[0].trim()))
                    .add(number(cells[1]), number(cells[2]), number(cells[3]), !line.contains("F=0x0"));
        }
    }

    private static long number(String cell) {
        return Long.parseLong(cell.trim());
    }

    private static String complaints(String printed) {
        return printed.lines()
                .filter(line -> line.contains("[error]") || line.contains("[fatal]"))
                .collect(Collectors.joining("; "));
    }

    /// Adds up one stream.
    private static final class TrackCount {
        private String kind = "";
        private Rational timebase = Rational.ONE;
        private long packets;
        private long start = Long.MAX_VALUE;
        private long end = Long.MIN_VALUE;
        private long lastDts = Long.MIN_VALUE;
        private boolean monotonic = true;
        private long lastKey = Long.MIN_VALUE;
        private long keyEvery;
        private long keyAfter = Long.MAX_VALUE;

        void add(long dts, long pts, long duration, boolean key) {
            if (key && lastKey != Long.MIN_VALUE) {
                keyEvery = Math.max(keyEvery, pts - lastKey);
                keyAfter = Math.min(keyAfter, pts - lastKey);
            }
            lastKey = key ? pts : lastKey;
            packets++;
            start = Math.min(start, pts);
            end = Math.max(end, pts + duration);
            monotonic &= dts > lastDts;
            lastDts = dts;
        }

        Reading.Track track() {
            double tick = timebase.toDouble();
            return packets == 0
                    ? new Reading.Track(kind, 0, 0, 0, true, 0, 0)
                    : new Reading.Track(
                            kind,
                            packets,
                            start * tick,
                            end * tick,
                            monotonic,
                            Math.max(keyEvery, end - lastKey) * tick,
                            Math.min(keyAfter, end - start) * tick);
        }
    }
}

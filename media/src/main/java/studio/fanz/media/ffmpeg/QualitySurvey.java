package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.export.Order;
import studio.fanz.media.export.Survey.Quality;
import studio.fanz.media.render.PictureGraph;
import studio.fanz.media.render.Stretch;

/// Finds the coarsest quantiser at which a picture still looks like its scaled source: short samples are scaled once,
/// encoded at several levels, decoded again and compared (SSIM), all in one child and without a file.
///
/// @param tools our executables
/// @param order what will be made
record QualitySurvey(Ffmpeg tools, Order order) {

    /// Wanted of the samples; 0.98 is wanted of the whole, and samples may miss its busiest part.
    static final double WANTED_SSIM = 0.9845;

    private static final int[] LEVELS = {20, 25, 30};
    private static final int FINEST = 14;
    private static final int COARSEST = 32;

    /// What looks good on any footage we tried, for encoders outside our own ffmpeg.
    private static final int UNMEASURED = 19;

    private static final int SAMPLE_FRAMES = 8;
    private static final Pattern SSIM = Pattern.compile("\\[ssim@q(\\d+) .*?\\] SSIM Y:([0-9.]+) .*?All:([0-9.]+)");
    private static final Pattern SIZE = Pattern.compile("\\[out#(\\d+)/null .*?\\] video:(\\d+)KiB");

    /// Looks at the samples.
    ///
    /// @throws MediaException ENCODER_FAILED when the samples cannot be encoded
    Quality run(JobContext job) throws MediaException {
        EncoderArguments encoder = EncoderArguments.of(order.encoder().name());
        if (!order.encoder().bundled() || !encoder.quantised()) {
            return bounded(new Quality(UNMEASURED, 0, 0, 0), Map.of());
        }
        try (Child child = Child.start(command(encoder), job)) {
            EncodeProgress.follow(child, "export-survey", 0, job);
            int status = child.await();
            Map<Integer, Double> alike = similarity(child.errorTail());
            if (status != 0 || alike.size() < LEVELS.length) {
                // A source with a hole where a sample was taken can still be exported; the finest guess is safe.
                return bounded(new Quality(UNMEASURED, 0, 0, 0), Map.of());
            }
            return choose(alike, rates(child.errorTail()));
        } catch (IOException e) {
            job.checkpoint();
            throw ExportFailure.of(order.request(), String.valueOf(e.getMessage()));
        }
    }

    /// From what the levels looked like and cost to the level to use.
    private Quality choose(Map<Integer, Double> alike, Map<Integer, Double> rates) {
        int level = FINEST;
        for (int next = FINEST; next <= COARSEST; next++) {
            if (similarityAt(alike, next) >= WANTED_SSIM) {
                level = next;
            }
        }
        long floor = order.spec().picture().minBps();
        while (level > LEVELS[0] && rateAt(rates, level) < floor) {
            level--;
        }
        return bounded(new Quality(level, similarityAt(alike, level), Math.round(rateAt(rates, level)), 0), rates);
    }

    /// Holds a rate when the level would break the target's bound.
    private Quality bounded(Quality quality, Map<Integer, Double> rates) {
        long bound = order.spec().picture().maxBps();
        boolean known = !rates.isEmpty();
        // Samples are a tenth off either way; far below the bound there is nothing to hold.
        return bound != Long.MAX_VALUE && known && quality.expectedBps() > bound * 0.85
                ? quality.capped((long) (bound * 0.92))
                : quality;
    }

    private List<String> command(EncoderArguments encoder) throws MediaException {
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-hide_banner", "-nostdin"));
        command.addAll(List.of("-v", "info"));
        command.addAll(EncodeProgress.ARGUMENTS);
        command.addAll(encoder.device());
        List<PictureGraph> samples = samples();
        for (PictureGraph sample : samples) {
            ExportCommand at = new ExportCommand(tools, at(sample.stretch()));
            command.addAll(at.source());
        }
        command.addAll(List.of("-filter_complex", split(samples, encoder)));
        for (int i = 0; i < LEVELS.length; i++) {
            command.addAll(List.of("-map", "[e" + i + "]"));
            command.addAll(encoder.output(order.spec().picture(), new Quality(LEVELS[i], 0, 0, 0)));
            command.addAll(List.of("-f", "null", "-"));
        }
        StringBuilder compare = new StringBuilder();
        for (int i = 0; i < LEVELS.length; i++) {
            command.addAll(List.of("-dec", i + ":0"));
            compare.append(i == 0 ? "" : ";").append("[dec:%d][r%d]ssim@q%d[s%d]".formatted(i, i, LEVELS[i], i));
        }
        command.addAll(List.of("-filter_complex", compare.toString()));
        for (int i = 0; i < LEVELS.length; i++) {
            command.addAll(List.of("-map", "[s" + i + "]", "-f", "null", "-"));
        }
        return command;
    }

    private static String split(List<PictureGraph> samples, EncoderArguments encoder) {
        StringBuilder graph = new StringBuilder();
        StringBuilder together = new StringBuilder();
        int first = 0;
        for (int i = 0; i < samples.size(); i++) {
            // Each sample has inputs of its own; labels inside a graph must not meet those of the next.
            graph.append(samples.get(i).text("sample" + i, first)).append(";");
            first += samples.get(i).inputs();
            together.append("[sample").append(i).append("]");
        }
        graph.append(together).append("concat=n=%d,settb=AVTB,split=%d".formatted(samples.size(), 2 * LEVELS.length));
        for (int i = 0; i < LEVELS.length; i++) {
            graph.append("[p%d][r%d]".formatted(i, i));
        }
        for (int i = 0; i < LEVELS.length; i++) {
            graph.append(";[p%d]null%s[e%d]".formatted(i, encoder.upload(), i));
        }
        return graph.toString();
    }

    /// Places spread over the stretch, the more the longer it is.
    private List<PictureGraph> samples() {
        Rational rate = order.spec().picture().frameRate();
        long frames = order.frames();
        int count = Math.clamp(frames / 300, 1, 5);
        long length = Math.min(SAMPLE_FRAMES, frames);
        List<PictureGraph> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long first = (frames - length) * (2L * i + 1) / (2L * count);
            Rational start = order.stretch().start().plus(new Rational(first, 1).times(rate.inverse()));
            Rational end = start.plus(new Rational(length, 1).times(rate.inverse()));
            Stretch stretch = new Stretch(start, end, rate.inverse().times(new Rational(1, 2)), false);
            samples.add(at(stretch).picture());
        }
        return samples;
    }

    private Order at(Stretch stretch) {
        return new Order(order.request(), order.video(), order.encoder(), stretch, 0);
    }

    private static Map<Integer, Double> similarity(String printed) {
        Map<Integer, Double> found = new TreeMap<>();
        Matcher matcher = SSIM.matcher(printed);
        while (matcher.find()) {
            double worse = Math.min(Double.parseDouble(matcher.group(2)), Double.parseDouble(matcher.group(3)));
            found.put(Integer.parseInt(matcher.group(1)), worse);
        }
        return found;
    }

    private Map<Integer, Double> rates(String printed) {
        Map<Integer, Double> found = new TreeMap<>();
        Matcher matcher = SIZE.matcher(printed);
        double seconds = samples().size()
                * Math.min(SAMPLE_FRAMES, order.frames())
                / order.spec().picture().frameRate().toDouble();
        while (matcher.find()) {
            int output = Integer.parseInt(matcher.group(1));
            if (output < LEVELS.length) {
                found.put(LEVELS[output], Double.parseDouble(matcher.group(2)) * 1024 * 8 / seconds);
            }
        }
        return found;
    }

    /// What is lost grows by a factor with each step of the quantiser.
    private static double similarityAt(Map<Integer, Double> alike, int level) {
        return 1 - Math.exp(line(alike, level, value -> Math.log(Math.max(1e-6, 1 - value))));
    }

    private static double rateAt(Map<Integer, Double> rates, int level) {
        return rates.size() < LEVELS.length ? 0 : Math.exp(line(rates, level, value -> Math.log(Math.max(1, value))));
    }

    private static double line(Map<Integer, Double> values, int level, java.util.function.DoubleUnaryOperator scale) {
        int from = level <= LEVELS[1] ? 0 : 1;
        double a = scale.applyAsDouble(
                Optional.ofNullable(values.get(LEVELS[from])).orElse(0.0));
        double b = scale.applyAsDouble(
                Optional.ofNullable(values.get(LEVELS[from + 1])).orElse(0.0));
        return a + (b - a) * (level - LEVELS[from]) / (LEVELS[from + 1] - LEVELS[from]);
    }
}

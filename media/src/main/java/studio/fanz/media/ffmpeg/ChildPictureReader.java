package studio.fanz.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Rational;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.frame.PictureReader;
import studio.fanz.media.frame.TimedPicture;

/// Reads pictures through an ffmpeg child, which sends them back raw inside Matroska, so that each has its exact time.
public final class ChildPictureReader implements PictureReader {

    /// Wanted times nearer to one another than this are read by one child.
    private static final long SAME_CHILD_MS = 1500;

    private final Ffmpeg tools;

    /// @param tools the executables to use
    public ChildPictureReader(Ffmpeg tools) {
        this.tools = tools;
    }

    @Override
    public List<TimedPicture> at(
            Path file, MediaFacts facts, List<Long> timesMs, int maxWidth, int maxHeight, JobContext job)
            throws MediaException {
        PictureChain chain = PictureChain.fitting(videoOf(file, facts), maxWidth, maxHeight);
        Request request = new Request(InputFile.open(file), facts, chain, job);
        List<TimedPicture> pictures = new ArrayList<>();
        for (int from = 0; from < timesMs.size(); ) {
            int to = from + 1;
            while (to < timesMs.size() && timesMs.get(to) - timesMs.get(to - 1) < SAME_CHILD_MS) {
                to++;
            }
            pictures.addAll(together(request, timesMs.subList(from, to)));
            from = to;
        }
        return pictures;
    }

    @Override
    public void keyFrames(
            Path file,
            MediaFacts facts,
            long everyMs,
            int maxWidth,
            int maxHeight,
            Consumer<TimedPicture> sink,
            JobContext job)
            throws MediaException {
        PictureChain chain = PictureChain.fitting(videoOf(file, facts), maxWidth, maxHeight);
        Request request = new Request(InputFile.open(file), facts, chain, job);
        String thinned = "select=isnan(prev_selected_t)+gte(t-prev_selected_t\\," + seconds(everyMs) + ")";
        boolean[] any = new boolean[1];
        read(request, List.of("-skip_frame", "nokey"), thinned + "," + chain.toRgb(), picture -> {
            any[0] = true;
            sink.accept(picture);
            return true;
        });
        if (!any[0]) {
            throw new MediaException(Code.DECODE_FAILED, request.input().name(), "no picture could be decoded");
        }
    }

    /// Pictures at times close to one another, by one child.
    private List<TimedPicture> together(Request request, List<Long> timesMs) throws MediaException {
        long start = Math.max(0, timesMs.getFirst() - marginMs(request.facts()));
        List<TimedPicture> found = from(request, start, timesMs);
        if (found.isEmpty() && start > 0) {
            // The frame shown began long before, or there is nothing that late: begin at the key frame, then at 0.
            found = from(request, -start, timesMs);
        }
        if (found.isEmpty() && start > 0) {
            found = from(request, 0, timesMs);
        }
        if (found.isEmpty()) {
            throw new MediaException(Code.DECODE_FAILED, request.input().name(), "no picture could be decoded");
        }
        return found;
    }

    /// @param startMs where decoded frames begin to count; negative: at the key frame before that
    /// @return one picture for each time, or none when the first frame that came was already too late
    private List<TimedPicture> from(Request request, long startMs, List<Long> timesMs) throws MediaException {
        List<String> seek = new ArrayList<>();
        if (startMs != 0) {
            seek.addAll(List.of("-ss", seconds(Math.abs(startMs))));
        }
        if (startMs < 0) {
            seek.add("-noaccurate_seek");
        }
        Picker picker = new Picker(timesMs, startMs == 0);
        read(request, seek, request.chain().toRgb(), picker);
        return picker.finish();
    }

    /// Runs one child and hands out pictures until the predicate has enough.
    private void read(Request request, List<String> before, String filters, Predicate<TimedPicture> wantsMore)
            throws MediaException {
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-nostdin", "-v", "error"));
        command.addAll(List.of("-copyts", "-start_at_zero"));
        command.addAll(before);
        command.addAll(request.input().arguments());
        command.addAll(List.of("-map", "0:" + request.chain().video().index(), "-vf", filters));
        command.addAll(RawOutput.ARGUMENTS);
        try (Child child = Child.start(command, request.job())) {
            MatroskaBlocks blocks = new MatroskaBlocks(child.output());
            boolean more = true;
            while (more && blocks.next()) {
                request.job().checkpoint();
                byte[] rgb = Arrays.copyOf(blocks.data(), blocks.length());
                Picture picture =
                        new Picture(request.chain().width(), request.chain().height(), rgb);
                more = wantsMore.test(new TimedPicture(blocks.timeMs(), picture));
            }
            child.throwIfStalled(request.input().path());
            request.input().throwIfChanged();
        } catch (IOException e) {
            request.job().checkpoint();
            throw new MediaException(Code.DECODE_FAILED, request.input().name(), String.valueOf(e.getMessage()), e);
        }
    }

    private static VideoFacts videoOf(Path file, MediaFacts facts) throws MediaException {
        return facts.video()
                .orElseThrow(() -> new MediaException(Code.NO_VIDEO, InputFile.nameOf(file), "it holds sound only"));
    }

    /// One and a half frames, so that the frame on screen at the wanted time is the first or second to come.
    private static long marginMs(MediaFacts facts) {
        Rational rate = facts.video().map(VideoFacts::frameRate).orElse(Rational.ZERO);
        if (facts.kind() == AssetKind.IMAGE || rate.num() == 0) {
            return 1000;
        }
        return (long) Math.ceil(Math.min(1000, 1500 / rate.toDouble()));
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%d.%03d", ms / 1000, ms % 1000);
    }

    private record Request(InputFile input, MediaFacts facts, PictureChain chain, JobContext job) {}

    /// Keeps for every wanted time the last picture that began at or before it.
    private static final class Picker implements Predicate<TimedPicture> {

        private final List<Long> wanted;
        private final boolean fromTheStart;
        private final List<TimedPicture> found = new ArrayList<>();
        private final List<TimedPicture> last = new ArrayList<>(1);
        private boolean tooLate;

        /// @param fromTheStart whether a first picture after the wanted time is the best there is
        Picker(List<Long> wanted, boolean fromTheStart) {
            this.wanted = wanted;
            this.fromTheStart = fromTheStart;
        }

        @Override
        public boolean test(TimedPicture next) {
            while (found.size() < wanted.size() && next.timeMs() > wanted.get(found.size())) {
                if (last.isEmpty() && !fromTheStart) {
                    tooLate = true;
                    return false;
                }
                found.add(last.isEmpty() ? next : last.getFirst());
            }
            last.clear();
            last.add(next);
            return found.size() < wanted.size();
        }

        List<TimedPicture> finish() {
            if (tooLate || (found.isEmpty() && last.isEmpty())) {
                return List.of();
            }
            while (found.size() < wanted.size()) {
                found.add(last.getFirst());
            }
            return found;
        }
    }
}

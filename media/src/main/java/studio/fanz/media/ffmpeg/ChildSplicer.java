package studio.fanz.media.ffmpeg;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.job.Progress;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.cut.Reel;
import studio.fanz.media.cut.Splicer;

/// Splices in a second Java process (see [SpliceProgram]), started once for a cut and spoken to over its pipes.
public final class ChildSplicer implements Splicer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public Table open(JobContext job) throws MediaException {
        return new Conversation(Child.talking(command(), job, PATIENCE), job);
    }

    private static List<String> command() throws MediaException {
        Path home = Path.of(System.getProperty("java.home"), "bin");
        Path java = List.of(home.resolve("java"), home.resolve("java.exe")).stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new MediaException(
                        Code.FFMPEG_MISSING, "java", "this installation came without " + home.resolve("java")));
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xms64m", "-Xmx1g"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        // A crash over a hostile file says so on standard error and leaves nothing behind.
        command.addAll(List.of("-XX:+DisplayVMOutputToStderr", "-XX:-CreateCoredumpOnCrash"));
        command.add("-XX:ErrorFile=" + (Files.exists(Path.of("/dev/null")) ? "/dev/null" : "NUL"));
        command.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
        command.add("-Dorg.bytedeco.javacpp.maxBytes=0");
        command.add("-Dorg.bytedeco.javacpp.nopointergc=true");
        String cache = System.getProperty("org.bytedeco.javacpp.cachedir");
        if (cache != null) {
            command.add("-Dorg.bytedeco.javacpp.cachedir=" + cache);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SpliceProgram.class.getName()));
        return command;
    }

    /// Orders and answers in turn.
    private static final class Conversation implements Table {

        private final Child child;
        private final JobContext job;
        private final DataOutputStream orders;
        private final DataInputStream answers;

        Conversation(Child child, JobContext job) {
            this.child = child;
            this.job = job;
            this.orders = new DataOutputStream(new BufferedOutputStream(child.input(), 1 << 16));
            this.answers = new DataInputStream(new BufferedInputStream(child.output(), 1 << 16));
        }

        @Override
        public Reel read(Path file) throws MediaException {
            InputFile input = InputFile.open(file);
            return ask(
                    new Question<>(SpliceProgram.READ, o -> SpliceWire.path(o, input.path()), SpliceWire::reel, file),
                    done -> new Progress("cut-read", done, input.size(), Progress.Unit.BYTES));
        }

        @Override
        public Encoded encode(FrameOrder order) throws MediaException {
            return ask(
                    new Question<>(
                            SpliceProgram.FRAMES,
                            o -> SpliceWire.frames(o, order),
                            SpliceWire::encoded,
                            order.source()),
                    done -> new Progress("cut-encode", done, order.frames(), Progress.Unit.FRAMES));
        }

        @Override
        public Encoded encode(SoundOrder order) throws MediaException {
            return ask(
                    new Question<>(
                            SpliceProgram.SOUND,
                            o -> SpliceWire.sound(o, order),
                            SpliceWire::encoded,
                            order.stretches().getFirst().source()),
                    done -> new Progress(
                            "cut-sound",
                            done * 1000 / order.rate(),
                            Math.round(order.seconds() * 1000),
                            Progress.Unit.MILLISECONDS));
        }

        @Override
        public void join(JoinOrder order) throws MediaException {
            long packets = order.tracks().getFirst().pts().length;
            ask(
                    new Question<>(SpliceProgram.JOIN, o -> SpliceWire.join(o, order), _ -> packets, order.target()),
                    done -> new Progress("cut-write", done, packets, Progress.Unit.FRAMES));
        }

        @Override
        public Seen look(LookOrder order) throws MediaException {
            return ask(
                    new Question<>(SpliceProgram.LOOK, o -> SpliceWire.look(o, order), SpliceWire::seen, order.file()),
                    done -> new Progress("cut-check", done, 0, Progress.Unit.FRAMES));
        }

        /// One order and how its answer is read.
        private record Question<T>(int order, Fields fields, SpliceWire.Get<T> answer, Path file) {}

        /// The rest of an order.
        private interface Fields {
            void put(DataOutputStream out) throws IOException;
        }

        private <T> T ask(Question<T> question, LongFunction<Progress> progress) throws MediaException {
            job.checkpoint();
            try {
                orders.writeByte(question.order());
                question.fields().put(orders);
                orders.flush();
                while (true) {
                    int kind = answers.readByte();
                    job.checkpoint();
                    switch (kind) {
                        case SpliceProgram.PROGRESS -> job.report(progress.apply(answers.readLong()));
                        case SpliceProgram.ANSWER -> {
                            return question.answer().get(answers);
                        }
                        default -> throw problem();
                    }
                }
            } catch (IOException ended) {
                child.await();
                child.throwIfStalled(question.file());
                throw new MediaException(Code.DECODE_FAILED, InputFile.nameOf(question.file()), lastWords(), ended);
            }
        }

        /// What it said when it ended, but for the places in our own code.
        private String lastWords() {
            return child.errorTail()
                    .lines()
                    .filter(line -> !line.startsWith("\tat ") && !line.isBlank())
                    .reduce((_, line) -> line)
                    .orElse("it ended without a word");
        }

        private MediaException problem() throws IOException {
            String id = SpliceWire.text(answers);
            String thing = SpliceWire.text(answers);
            String detail = SpliceWire.text(answers);
            for (Code code : Code.values()) {
                if (code.id().equals(id)) {
                    return new MediaException(code, thing, detail);
                }
            }
            throw new IOException(id);
        }

        @Override
        public void close() {
            child.close();
        }
    }
}

package studio.fanz.media.cut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.store.DraftFile;
import studio.fanz.core.store.StepStore;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.probe.Prober;

/// Makes a cut and keeps it only when reading it again shows what was asked: list the packets, plan, encode what has to
/// be encoded, put together into a draft, read the draft, publish. Blocks; any thread.
public final class CutRecipe {

    private final Splicer splicer;
    private final Prober prober;
    private final OutsideEncoders outside;
    private final StepStore steps;
    private final Path scratch;

    /// @param outside encoders of the system
    /// @param steps   where long encoded parts are remembered
    /// @param scratch folder for short ones; made when needed
    public CutRecipe(Splicer splicer, Prober prober, OutsideEncoders outside, StepStore steps, Path scratch) {
        this.steps = steps;
        this.outside = outside;
        this.splicer = splicer;
        this.prober = prober;
        this.scratch = scratch;
    }

    /// Cuts.
    ///
    /// @throws MediaException whatever reading, planning, encoding and writing can fail with
    public Cut cut(CutRequest asked, JobContext job) throws MediaException {
        long began = System.nanoTime();
        CutRequest request = asked.absolute();
        Container container = Container.of(request.target())
                .orElseThrow(() -> new MediaException(Code.CUT_CONTAINER, name(request.target()), ""));
        refuseSource(request);
        // What a killed cut left half-made beside its target.
        DraftFile.sweep(folder(request.target()));
        try (DraftFile parts = DraftFile.beside(scratch.resolve("parts"));
                DraftFile draft = DraftFile.beside(request.target());
                Splicer.Table table = splicer.open(job)) {
            Files.createDirectories(parts.file());
            List<Source> sources = new ArrayList<>(List.of(Source.of(table.read(request.source()))));
            for (Path joined : request.joined()) {
                sources.add(Source.of(table.read(joined)));
            }
            PartShelf shelf = new PartShelf(steps, parts.file());
            CutWork work =
                    new CutWork(request, container, sources, facts(sources, job), table, outside, shelf, draft.file());
            CutWork.Made made = make(work, request.mode());
            draft.publish();
            return new CutReport(work, made)
                    .of(prober.probe(request.target(), job), (System.nanoTime() - began) / 1_000_000);
        } catch (StoreException e) {
            throw problem(request.target(), e);
        } catch (IOException e) {
            throw new MediaException(Code.WRITE_FAILED, name(scratch), String.valueOf(e.getMessage()), e);
        }
    }

    /// Better quality where edges were too poor; everything encoded where copies could not be joined.
    private static CutWork.Made make(CutWork work, CutMode mode) throws MediaException {
        for (int step = 0; step < EdgeCodec.STEPS; step++) {
            CutWork.Made made = work.make(mode, step);
            Optional<Rendition.Check> failed =
                    made.checks().stream().filter(check -> !check.passed()).findFirst();
            if (failed.isEmpty()) {
                return made;
            }
            boolean poor = failed.get().name().equals("psnr");
            if (!poor && mode == CutMode.AUTO && !made.plan().whole()) {
                return verified(work, work.makeWhole(step));
            }
            if (!poor || step + 1 == EdgeCodec.STEPS) {
                return verified(work, made);
            }
        }
        throw new IllegalStateException("no steps");
    }

    private static CutWork.Made verified(CutWork work, CutWork.Made made) throws MediaException {
        for (Rendition.Check check : made.checks()) {
            // The finest quantiser there is was tried; what it makes is as good as our encoder can.
            if (!check.passed() && !check.name().equals("psnr")) {
                throw new MediaException(
                        Code.CHECK_FAILED,
                        name(work.request().target()),
                        check.name() + " is " + check.measured() + ", not " + check.wanted());
            }
        }
        return made;
    }

    private static void refuseSource(CutRequest request) throws MediaException {
        List<Path> read = new ArrayList<>(request.joined());
        read.add(request.source());
        for (Path source : read) {
            try {
                if (Files.exists(request.target()) && Files.isSameFile(source, request.target())) {
                    throw new MediaException(Code.CUT_ONTO_SOURCE, name(request.target()), "");
                }
            } catch (IOException missing) {
                // Reading it says so.
            }
        }
    }

    /// Asks a probe only where its answer changes what is made.
    private List<Optional<VideoFacts>> facts(List<Source> sources, JobContext job) throws MediaException {
        List<Optional<VideoFacts>> all = new ArrayList<>();
        for (Source source : sources) {
            boolean deep = !source.track().pixelFormat().equals("yuv420p");
            all.add(
                    deep || sources.size() > 1
                            ? prober.probe(source.reel().file(), job).video()
                            : Optional.empty());
        }
        return all;
    }

    private static MediaException problem(Path target, StoreException e) {
        Code code = switch (e.code()) {
            case DISK_FULL -> Code.DISK_FULL;
            case READ_ONLY -> Code.FOLDER_READ_ONLY;
            default -> Code.WRITE_FAILED;
        };
        return new MediaException(code, name(target), String.valueOf(e.getMessage()), e);
    }

    private static Path folder(Path target) {
        Path folder = target.getParent();
        return folder == null ? target : folder;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}

package studio.fanz.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.fanz.app.task.Workbench;
import studio.fanz.assets.Assets;
import studio.fanz.assets.Texts;
import studio.fanz.core.job.CancellableContext;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.json.Json;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.Home;

/// Runs one verb from its options to its exit code: one document or plain lines on standard output, everything
/// else on standard error, Ctrl-C stops within a second.
final class Run {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final long STOP_MILLIS = 900;

    private final Assets assets;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final PictureBook book;
    private final Texts problems;
    private final Texts texts;

    Run(Assets assets, PrintStream out, PrintStream err, boolean terminal, PictureBook book) {
        this.book = book;
        this.assets = assets;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.problems = Texts.load(assets, "problems", java.util.Locale.getDefault());
        this.texts = Texts.load(assets, "cli", java.util.Locale.getDefault());
    }

    Assets assets() {
        return assets;
    }

    PictureBook book() {
        return book;
    }

    Texts texts() {
        return texts;
    }

    /// What a verb does between its options and its answer.
    @FunctionalInterface
    interface Body {
        Answer work(Workbench bench, JobContext job) throws StudioException;
    }

    int of(Common common, Body body) {
        var progress = new ProgressLine(err, texts, terminal);
        var job = new CancellableContext(common.quiet ? p -> {} : progress::show);
        var ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(job, ended, progress), "ctrl-c");
        Runtime.getRuntime().addShutdownHook(hook);
        try (var bench = Workbench.open(assets, Home.find(common.home), common.threads)) {
            Answer answer = body.work(bench, job);
            progress.finish();
            print(common, answer);
            return answer.exit();
        } catch (CancellationException stopped) {
            progress.finish();
            return failed(common, "CANCELLED", texts.get("cancelled"), texts.get("cancelled.hint"), ExitCode.CANCELLED);
        } catch (StudioException problem) {
            progress.finish();
            return failed(common, problem);
        } catch (RuntimeException | Error bug) {
            progress.finish();
            LOG.error("bug", bug);
            return failed(common, "BUG", texts.get("bug", bug.toString()), texts.get("bug.hint"), ExitCode.BUG);
        } finally {
            ended.countDown();
            remove(hook);
        }
    }

    /// For what goes wrong before a verb runs.
    int usage(boolean json, String message) {
        var problem = new CliException(CliException.Code.USAGE, "", message);
        var common = new Common();
        common.json = json;
        return failed(common, problem);
    }

    private void print(Common common, Answer answer) {
        if (common.json) {
            out.print(Json.pretty(answer.document()));
        } else {
            answer.lines().forEach(out::println);
        }
        out.flush();
    }

    private int failed(Common common, StudioException problem) {
        return failed(common, problem.code().id(), sentence(problem), hint(problem), ExitCode.of(problem));
    }

    /// What happened, to which thing.
    String sentence(StudioException problem) {
        String code = problem.code().id();
        return problems.find(code, problem.arguments().toArray()).orElse(code);
    }

    /// What to do now, empty when nothing is known that helps.
    private String hint(StudioException problem) {
        return problems.find(problem.code().id() + ".hint", problem.arguments().toArray())
                .orElse("");
    }

    /// A problem as documents tell it.
    ObjectNode error(StudioException problem) {
        return error(problem.code().id(), sentence(problem), hint(problem));
    }

    private static ObjectNode error(String code, String message, String hint) {
        return Json.object().put("code", code).put("message", message).put("hint", hint);
    }

    private int failed(Common common, String code, String message, String hint, int exit) {
        err.println(message);
        if (!hint.isEmpty()) {
            err.println(hint);
        }
        if (common.json) {
            ObjectNode document = Json.object();
            document.set("error", error(code, message, hint));
            out.print(Json.pretty(document));
        }
        out.flush();
        return exit;
    }

    /// Runs in the shutdown hook: the verb gets a moment to tidy up, then the process ends with the right code.
    private static void stop(CancellableContext job, CountDownLatch ended, ProgressLine progress) {
        if (ended.getCount() == 0) {
            return;
        }
        job.cancel();
        try {
            ended.await(STOP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        progress.finish();
        HardExit.with(ExitCode.CANCELLED);
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The hook is what is running.
        }
    }
}

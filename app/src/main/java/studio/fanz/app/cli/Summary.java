package studio.fanz.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.fanz.assets.Texts;
import studio.fanz.core.caption.Word;
import studio.fanz.core.platform.RenditionPlan;
import studio.fanz.core.review.Finding;
import studio.fanz.core.time.Timecode;
import studio.fanz.media.prep.Prep;

/// Ten plain lines about one prepared recording: what was found, the one thing it is least sure of, where
/// things are, how to open them.
///
/// @param texts the bundle `cli`
record Summary(Texts texts) {

    List<String> lines(Prep.Result result) {
        var lines = new ArrayList<String>();
        var facts = result.source().facts();
        lines.add(texts.get(
                "sum.source", result.report().source().name(), Timecode.of(facts.durationMs()), shape(result)));
        lines.add(words(result));
        lines.add(captions(result));
        lines.add(covers(result));
        lines.add(findings(result));
        lines.add(files(result));
        lines.add(refused(result));
        lines.add(unsure(result));
        lines.add(texts.get("sum.folder", result.folder().path()));
        lines.add(texts.get("sum.open", opener(), quoted(result.folder().path().toString())));
        return lines;
    }

    private String shape(Prep.Result result) {
        return result.source()
                .facts()
                .video()
                .map(video -> video.displayWidth() + "x" + video.displayHeight())
                .orElse(texts.get("sum.sound-only"));
    }

    private String words(Prep.Result result) {
        int count = result.transcript().words().size();
        if (count == 0) {
            return texts.get("sum.no-words");
        }
        String title = result.draft().title().text();
        return texts.get("sum.words", count, result.transcript().language(), title);
    }

    private String captions(Prep.Result result) {
        long flagged = result.captions().cues().stream()
                .filter(cue -> !cue.flags().isEmpty())
                .count();
        return texts.get(
                "sum.captions",
                result.captions().cues().size(),
                result.captions().profile(),
                flagged);
    }

    private String covers(Prep.Result result) {
        List<String> times = result.covers().chosen().stream()
                .map(cover -> Timecode.of(cover.timeMs()))
                .toList();
        return times.isEmpty() ? texts.get("sum.no-covers") : texts.get("sum.covers", String.join(", ", times));
    }

    private String findings(Prep.Result result) {
        long blocks = count(result, Finding.Severity.BLOCKS);
        long warnings = count(result, Finding.Severity.WARNING);
        return texts.get(
                "sum.findings", blocks, warnings, result.review().skipped().size());
    }

    private static long count(Prep.Result result, Finding.Severity severity) {
        return result.review().findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private String files(Prep.Result result) {
        List<String> made = result.renditions().files().stream()
                .map(file -> file.file() + " (" + String.join(", ", file.targets()) + ")")
                .toList();
        return made.isEmpty() ? texts.get("sum.no-files") : texts.get("sum.files", String.join(", ", made));
    }

    private String refused(Prep.Result result) {
        List<RenditionPlan.Refusal> refused = result.renditions().refused();
        if (refused.isEmpty()) {
            return texts.get("sum.none-refused");
        }
        List<String> targets =
                refused.stream().map(RenditionPlan.Refusal::target).toList();
        boolean tooLong = refused.stream().anyMatch(refusal -> refusal.moment().isPresent());
        return texts.get(tooLong ? "sum.refused-long" : "sum.refused", String.join(", ", targets));
    }

    private String unsure(Prep.Result result) {
        Optional<Word> least = result.transcript().words().stream().min(Comparator.comparingDouble(Word::confidence));
        return least.map(word -> texts.get(
                        "sum.unsure", word.text(), Timecode.of(word.startMs()), Math.round(word.confidence() * 100)))
                .orElseGet(() -> texts.get("sum.unsure-nothing"));
    }

    private static String opener() {
        String system = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
        if (system.startsWith("mac")) {
            return "open";
        }
        return system.startsWith("windows") ? "start" : "xdg-open";
    }

    private static String quoted(String path) {
        return path.matches("[\\w./@+,:=-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}

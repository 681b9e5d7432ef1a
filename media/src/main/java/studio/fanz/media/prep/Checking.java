package studio.fanz.media.prep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import studio.fanz.core.asset.Loudness;
import studio.fanz.core.caption.CaptionRules;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.platform.Target;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Finding.Severity;
import studio.fanz.core.review.Review;
import studio.fanz.core.time.Span;
import studio.fanz.media.language.LanguageCheck;

/// Brings together all that was looked for: picture, sound, words, captions, and what targets take.
final class Checking {

    /// What platforms level to; renditions are brought there.
    private static final double TARGET_LUFS = -14;

    /// Off by more than this, people reach for the volume (ATSC A/85 tolerates 2 LU between programmes).
    private static final double TOLERATED_LU = 2;

    private final Preparation preparation;
    private final Tools tools;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();
    private final List<Review.Skipped> skipped = new ArrayList<>();
    private final List<ModelUse> models = new ArrayList<>();

    Checking(Preparation preparation, Tools tools) {
        this.preparation = preparation;
        this.tools = tools;
    }

    /// What a creator should look at before posting.
    ///
    /// @param limits how a target looks at the recording: as the file that is, or as the files that would be made
    Review review(List<Target> targets, Function<Target, Review> limits) throws StudioException {
        add(preparation.looks().review());
        add(language());
        sound();
        captions(preparation.captions());
        for (Target target : targets) {
            add(limits.apply(target));
        }
        if (targets.isEmpty()) {
            skipped.add(new Review.Skipped("limits", "no-targets"));
        }
        findings.sort(Comparator.comparing((Finding f) -> f.severity() != Severity.BLOCKS)
                .thenComparing(f -> f.span().map(Span::startMs).orElse(-1L)));
        return new Review(
                findings,
                ran.stream().distinct().toList(),
                skipped.stream().distinct().toList(),
                models.stream().distinct().toList());
    }

    private void add(Review part) {
        findings.addAll(part.findings());
        ran.addAll(part.ran());
        skipped.addAll(part.skipped());
        models.addAll(part.models());
    }

    private Review language() throws StudioException {
        List<LanguageCheck.Piece> pieces = new ArrayList<>();
        for (Looks.Writing writing : preparation.looks().writing()) {
            var span = new Span(writing.startMs(), Math.max(writing.startMs(), writing.endMs()));
            pieces.add(new LanguageCheck.Piece(writing.text(), Optional.of(span), "frame-text"));
        }
        return tools.language().check(preparation.transcript(), pieces);
    }

    private void sound() throws StudioException {
        Hearing hearing = preparation.hearing();
        if (hearing.loudness().isEmpty()) {
            skipped.add(new Review.Skipped("loudness", "no-audio"));
            skipped.add(new Review.Skipped("silence", "no-audio"));
            return;
        }
        ran.add("loudness");
        ran.add("silence");
        loudness(hearing.loudness().get()).ifPresent(findings::add);
        for (Span silence : hearing.silences()) {
            findings.add(measured(
                    "silence",
                    Severity.NOTE,
                    Optional.of(silence),
                    "sound",
                    seconds(silence.lengthMs()),
                    "",
                    Optional.empty()));
        }
    }

    private static Optional<Finding> loudness(Loudness loudness) {
        if (loudness.silent()) {
            return Optional.of(
                    measured("loudness", Severity.WARNING, Optional.empty(), "sound", "silent", "", Optional.empty()));
        }
        double off = loudness.integratedLufs() - TARGET_LUFS;
        if (Math.abs(off) <= TOLERATED_LU) {
            return Optional.empty();
        }
        return Optional.of(measured(
                "loudness",
                Severity.NOTE,
                Optional.empty(),
                "sound",
                String.format(Locale.ROOT, "%.1f LUFS", loudness.integratedLufs()),
                String.format(Locale.ROOT, "%.0f LUFS", TARGET_LUFS),
                Optional.of(new Finding.Fix("loudness", List.of()))));
    }

    private void captions(Captions captions) {
        if (captions.cues().isEmpty()) {
            skipped.add(new Review.Skipped("caption", "no-words"));
            return;
        }
        ran.add("caption");
        for (Cue cue : captions.cues()) {
            for (Cue.Flag flag : cue.flags()) {
                if (CaptionRules.isAdvice(flag.rule())) {
                    continue;
                }
                findings.add(new Finding(
                        "caption",
                        Severity.NOTE,
                        Optional.of(new Span(cue.startMs(), cue.endMs())),
                        "captions",
                        List.of(),
                        flag.rule() + " " + number(flag.measured()),
                        number(flag.limit()),
                        "caption-profiles.csv " + captions.profile(),
                        1,
                        fix(flag)));
            }
        }
    }

    /// A word that is longer than a line has no way out.
    private static Optional<Finding.Fix> fix(Cue.Flag flag) {
        String code = switch (flag.reason()) {
            case "too-much-text", "too-long", "speech-too-slow" -> "split-caption";
            case "too-few-words" -> "join-caption";
            case "speech-too-fast" -> "shorten-caption";
            case "too-short" -> "lengthen-caption";
            case "no-room" -> "move-caption";
            case "off-speech" -> "retime-caption";
            case "gap" -> "close-gap";
            case "near-shot-change" -> "snap-caption";
            default -> "";
        };
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding.Fix(code, List.of(flag.rule(), number(flag.limit()))));
    }

    private static Finding measured(
            String code,
            Severity severity,
            Optional<Span> span,
            String where,
            String measured,
            String limit,
            Optional<Finding.Fix> fix) {
        return new Finding(code, severity, span, where, List.of(), measured, limit, "EBU R 128", 1, fix);
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}

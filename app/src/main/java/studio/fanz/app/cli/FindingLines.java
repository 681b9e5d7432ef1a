package studio.fanz.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.fanz.assets.Texts;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Review;
import studio.fanz.core.time.Timecode;

/// Findings as people read them.
final class FindingLines {

    private final Texts findings;
    private final Texts texts;

    FindingLines(Run run) {
        this.findings = Texts.load(run.assets(), "findings", Locale.getDefault());
        this.texts = run.texts();
    }

    List<String> of(Review review) {
        List<String> lines = new ArrayList<>();
        review.findings().forEach(finding -> lines.add(line(finding)));
        if (review.findings().isEmpty()) {
            lines.add(texts.get("check.nothing"));
        }
        if (!review.skipped().isEmpty()) {
            List<String> skipped = review.skipped().stream()
                    .map(skip -> skip.code() + " (" + skip.why() + ")")
                    .distinct()
                    .toList();
            lines.add(texts.get("check.skipped", String.join(", ", skipped)));
        }
        return lines;
    }

    private String line(Finding finding) {
        String time =
                finding.span().map(span -> Timecode.of(span.startMs()) + " ").orElse("");
        String targets = String.join(", ", finding.targets());
        String key = finding.code().replace(':', '.');
        String what = findings.find(key, finding.measured(), finding.limit(), finding.source(), targets)
                .orElse(finding.code() + " " + finding.measured());
        String whose = targets.isEmpty() || what.contains(targets) ? "" : " (" + targets + ")";
        return finding.severity().name().toLowerCase(Locale.ROOT) + "  " + time + what + whose;
    }
}

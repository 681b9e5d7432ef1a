package studio.fanz.app.session;

import studio.fanz.assets.Texts;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Review;

/// Findings in sentences.
///
/// @param findings the bundle `findings`: one sentence a code
/// @param ui       the bundle `ui`, for what only the window says
public record FindingWords(Texts findings, Texts ui) {

    /// What was found, in one sentence with its figures.
    public String title(Finding finding) {
        String key = finding.code().replace(':', '.');
        Object[] said = {finding.measured(), finding.limit(), finding.source(), String.join(", ", finding.targets())};
        return findings.find(key, said)
                .or(() -> ui.find("finding." + key, said))
                .orElseGet(() -> ui.get("finding.other", finding.code(), finding.measured()));
    }

    /// Who says so, where it rests on a limit; empty for everything else.
    public String detail(Finding finding) {
        return finding.level().isEmpty()
                ? ""
                : findings.find("level." + finding.level()).orElse("");
    }

    /// What would mend it; empty when nothing is known.
    public String fix(Finding finding) {
        return finding.fix()
                .flatMap(fix ->
                        findings.find("fix." + fix.code(), fix.arguments().toArray()))
                .orElse("");
    }

    /// Why a check did not run.
    public String why(Review.Skipped skipped) {
        int cut = skipped.why().indexOf(':');
        String code = cut < 0 ? skipped.why() : skipped.why().substring(0, cut);
        String detail = cut < 0 ? "" : skipped.why().substring(cut + 1);
        return findings.find("skipped." + code, detail).orElse(skipped.why());
    }

    /// The name of a check.
    public String check(String code) {
        String bare = code.contains(":") ? code.substring(0, code.indexOf(':')) : code;
        return ui.find("check." + bare).orElse(code);
    }
}

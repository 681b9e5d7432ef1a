package studio.fanz.app.session;

import studio.fanz.assets.Texts;
import studio.fanz.core.review.Finding;

/// Findings in sentences.
///
/// @param texts the bundle `ui`
public record FindingWords(Texts texts) {

    /// What was found, in a few words; the measured figure included where there is one.
    public String title(Finding finding) {
        String code = finding.code().contains(":")
                ? finding.code().substring(0, finding.code().indexOf(':'))
                : finding.code();
        String sentence = texts.find("finding." + code, finding.measured(), finding.limit())
                .orElseGet(() -> texts.get("finding.other", finding.code(), finding.measured()));
        return finding.measured().isEmpty() ? sentence.replace(": ", "").strip() : sentence;
    }

    /// What was allowed and who says so; empty when there is nothing to say.
    public String detail(Finding finding) {
        String allowed = finding.limit().isEmpty() ? "" : texts.get("finding.limit.allowed", finding.limit());
        String source = finding.source().isEmpty() ? "" : texts.get("finding.source", finding.source());
        return allowed.isEmpty() || source.isEmpty() ? allowed + source : allowed + " · " + source;
    }

    /// What would mend it; empty when nothing is known.
    public String fix(Finding finding) {
        return finding.fix()
                .flatMap(fix -> texts.find("fix." + fix.code(), fix.arguments().toArray()))
                .orElse("");
    }
}

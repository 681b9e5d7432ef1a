package studio.fanz.core.review;

import java.util.List;
import studio.fanz.core.insight.ModelUse;

/// All that was checked, and all that was not: silence is not approval.
///
/// @param findings blocks first, then by time
/// @param ran      codes of the checks that ran
/// @param skipped  the checks that did not run, with why
/// @param models   the models that were asked
public record Review(List<Finding> findings, List<String> ran, List<Skipped> skipped, List<ModelUse> models) {

    public Review {
        findings = List.copyOf(findings);
        ran = List.copyOf(ran);
        skipped = List.copyOf(skipped);
        models = List.copyOf(models);
    }

    /// A check that did not run.
    ///
    /// @param code the check
    /// @param why  a code: `no-video`, `no-audio`, `no-model`, `language-not-supported:de`, `too-long`,
    ///             `no-limits-known`, `not-measured`, `when-posting`
    /// @param targets the targets it concerns; empty = all
    public record Skipped(String code, String why, List<String> targets) {

        public Skipped {
            targets = List.copyOf(targets);
        }

        /// A check that concerns all targets.
        public Skipped(String code, String why) {
            this(code, why, List.of());
        }
    }
}

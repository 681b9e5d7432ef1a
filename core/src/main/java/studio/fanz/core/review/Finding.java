package studio.fanz.core.review;

import java.util.List;
import java.util.Optional;
import studio.fanz.core.time.Span;

/// Something a creator should look at before posting.
///
/// @param code       stable name of the check (`flash`, `black`, `frozen`, `silence`, `loudness`, `language`,
///                   `adult-image`, `caption`, `limit:duration_max_s`)
/// @param severity   what it means for posting
/// @param span       where in time, when it is somewhere
/// @param where      what it is about: `picture`, `sound`, `captions`, `title`, `text`, `frame-text`, `file`
/// @param targets    the targets it concerns (`youtube/shorts`); empty = all
/// @param measured   what was found, with its unit, as a person reads it
/// @param limit      what was allowed, with its unit; empty when there is no figure
/// @param source     where the limit or the model comes from, with its date
/// @param confidence 0..1; 1 only for things measured, never for a model's opinion
/// @param fix        what would mend it, if something would
/// @param level      for limits who says so: `official`, `secondary`, `conflict` (sources differ), `conflict-all`
///                   (and
///                   none allows it), `unverified`, `advice`, `condition` (holds only under a condition nobody
/// knows);
///                   empty for everything else
public record Finding(
        String code,
        Severity severity,
        Optional<Span> span,
        String where,
        List<String> targets,
        String measured,
        String limit,
        String source,
        double confidence,
        Optional<Fix> fix,
        String level) {

    public Finding {
        targets = List.copyOf(targets);
    }

    /// A finding that rests on no row of `limits.csv`.
    public Finding(
            String code,
            Severity severity,
            Optional<Span> span,
            String where,
            List<String> targets,
            String measured,
            String limit,
            String source,
            double confidence,
            Optional<Fix> fix) {
        this(code, severity, span, where, targets, measured, limit, source, confidence, fix, "");
    }

    /// What a finding means for posting.
    public enum Severity {
        /// Good to know.
        NOTE,
        /// Look at it before posting.
        WARNING,
        /// The named targets refuse it (an official limit). Never the word of a model.
        BLOCKS
    }

    /// A way out as a code with arguments (`trim` `180000`, `reencode`, `shorten` `2200`), never an Edit.
    public record Fix(String code, List<String> arguments) {
        public Fix {
            arguments = List.copyOf(arguments);
        }
    }
}

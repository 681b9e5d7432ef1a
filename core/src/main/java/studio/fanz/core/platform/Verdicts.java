package studio.fanz.core.platform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Finding.Severity;
import studio.fanz.core.review.Review;

/// Judges measures by rows and says it as findings: the table of levels in `assets/facts/README.md`. Collects what
/// it
/// could not judge. For one target; not shared between threads.
final class Verdicts {

    private final Target target;
    private final Limits limits;
    private final Circumstances circumstances;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> ran = new ArrayList<>();
    private final List<Review.Skipped> skipped = new ArrayList<>();

    Verdicts(Target target, Limits limits, Circumstances circumstances) {
        this.target = target;
        this.limits = limits;
        this.circumstances = circumstances;
    }

    /// Judges one limit; `measure` gets the row because text is counted in the row's unit.
    void judge(String limit, String where, Function<Limit, Measured> measure) {
        List<Limit> rows = limits.of(target.id(), limit);
        reportNotUnderstood(limit, rows);
        Set<Limit> told = new HashSet<>();
        for (Limit row : rows) {
            boolean applies = row.understood() && circumstances.judge(row) != Circumstances.Verdict.FAILS;
            if (applies && told.add(row)) {
                judge(row, where, measure.apply(row), conflictGroup(row, rows), told);
            }
        }
    }

    /// Notes that a limit was not looked at.
    void skip(String limit, String why) {
        var skip = new Review.Skipped("limit:" + limit, why, List.of(target.id()));
        if (!skipped.contains(skip)) {
            skipped.add(skip);
        }
    }

    /// Adds a finding that rests on no row.
    void add(Finding finding) {
        findings.add(finding);
    }

    /// Everything found so far, blocks first.
    Review review() {
        findings.sort((a, b) -> b.severity().compareTo(a.severity()));
        return new Review(findings, ran.stream().distinct().toList(), skipped, List.of());
    }

    private void reportNotUnderstood(String limit, List<Limit> rows) {
        if (rows.stream().anyMatch(row -> !row.understood())) {
            skip(limit, "not-understood");
        }
    }

    private List<Limit> conflictGroup(Limit row, List<Limit> rows) {
        if (!row.isLevel(Limit.Level.CONFLICT) || row.recommended()) {
            return List.of(row);
        }
        return rows.stream()
                .filter(other -> other.understood()
                        && other.isLevel(Limit.Level.CONFLICT)
                        && !other.recommended()
                        && other.sameGroup(row))
                .toList();
    }

    private void judge(Limit row, String where, Measured measured, List<Limit> group, Set<Limit> told) {
        if (measured instanceof Measured.Absent) {
            return;
        }
        if (measured instanceof Measured.Unknown unknown) {
            skip(row.name(), unknown.why());
            return;
        }
        ran.add("limit:" + row.name());
        told.addAll(group);
        List<Limit> broken =
                group.stream().filter(one -> Rules.broken(one, measured)).toList();
        if (!broken.isEmpty()) {
            findings.add(finding(broken.getFirst(), where, measured, group, broken.size() == group.size()));
        }
    }

    private Finding finding(Limit row, String where, Measured measured, List<Limit> group, boolean all) {
        String level = level(row, group, all);
        return new Finding(
                "limit:" + row.name(),
                severity(level),
                Optional.empty(),
                where,
                List.of(target.id()),
                Figures.of(measured, row.unit()),
                group.stream().map(this::figure).collect(Collectors.joining(" | ")),
                group.stream().map(one -> quoted(one, group)).collect(Collectors.joining(" | ")),
                1,
                Fixes.of(row),
                level);
    }

    private String level(Limit row, List<Limit> group, boolean all) {
        if (circumstances.judge(row) == Circumstances.Verdict.UNKNOWN) {
            return "condition";
        }
        if (row.recommended()) {
            return "advice";
        }
        return switch (row.level().orElseThrow()) {
            case OFFICIAL -> "official";
            case SECONDARY -> "secondary";
            case UNVERIFIED -> "unverified";
            case CONFLICT -> all && group.size() > 1 ? "conflict-all" : "conflict";
        };
    }

    private static Severity severity(String level) {
        return switch (level) {
            case "official" -> Severity.BLOCKS;
            case "advice", "condition" -> Severity.NOTE;
            default -> Severity.WARNING;
        };
    }

    private String figure(Limit row) {
        return row.when().isEmpty() ? Figures.of(row) : Figures.of(row) + " (" + conditions(row.when()) + ")";
    }

    private static String conditions(Map<String, String> when) {
        return when.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining(" "));
    }

    private static String quoted(Limit row, List<Limit> group) {
        return group.size() == 1 ? row.cited() : Figures.of(row) + ": " + row.cited();
    }
}

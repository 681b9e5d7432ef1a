package studio.fanz.core.platform;

import java.util.HashMap;
import java.util.Map;
import studio.fanz.core.asset.MediaFacts;

/// What is known about the conditions in the `when` column. A key that is missing is unknown, and a row that depends
/// on it gives advice only.
///
/// @param known key to value (`account`, `claim`, `placement`, `media`, `embed`, `server`, `height`, `rate`)
public record Circumstances(Map<String, String> known) {

    public Circumstances {
        known = Map.copyOf(known);
    }

    /// Whether a row applies.
    public enum Verdict {
        HOLDS,
        /// Another value is known to be the case.
        FAILS,
        UNKNOWN
    }

    /// What is known without asking anyone: a server counts as untouched until its own answer replaces those rows.
    public static Circumstances usual() {
        return new Circumstances(Map.of("server", "default"));
    }

    /// These, with one more thing known.
    public Circumstances with(String key, String value) {
        Map<String, String> more = new HashMap<>(known);
        more.put(key, value);
        return new Circumstances(more);
    }

    /// These, with what a file tells: its medium, the short edge of its picture, and whether its rate is above 30
    /// frames a second.
    public Circumstances of(MediaFacts facts) {
        Circumstances told = with("media", medium(facts));
        if (facts.video().isEmpty()) {
            return told;
        }
        var video = facts.video().get();
        told = told.with("height", String.valueOf(Math.min(video.displayWidth(), video.displayHeight())));
        double fps = video.frameRate().toDouble();
        // 30000/1001 and what rounds to 30 are the standard rate.
        return fps <= 0 ? told : told.with("rate", fps > 30.05 ? "high" : "standard");
    }

    /// Whether all conditions of the row hold; one that fails outweighs one that is unknown.
    public Verdict judge(Limit row) {
        Verdict verdict = Verdict.HOLDS;
        for (var condition : row.when().entrySet()) {
            String value = known.get(condition.getKey());
            if (value == null) {
                verdict = Verdict.UNKNOWN;
            } else if (!value.equals(condition.getValue())) {
                return Verdict.FAILS;
            }
        }
        return verdict;
    }

    private static String medium(MediaFacts facts) {
        return switch (facts.kind()) {
            case IMAGE -> facts.container().equals("gif") ? "gif" : "image";
            case VIDEO -> "video";
            case AUDIO -> "audio";
        };
    }
}

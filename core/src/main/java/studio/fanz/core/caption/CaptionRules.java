package studio.fanz.core.caption;

import java.util.Map;

/// The rules of one profile that hold for one language, by name. A rule without a row does not hold.
///
/// @param values value by rule name, in the units of `caption-profiles.csv`
public record CaptionRules(Map<String, Double> values) {

    public CaptionRules {
        values = Map.copyOf(values);
    }

    /// Whether there is such a rule.
    public boolean has(String rule) {
        return values.containsKey(rule);
    }

    /// The rule's value, or what to take where there is no such rule.
    public double or(String rule, double otherwise) {
        return values.getOrDefault(rule, otherwise);
    }

    /// A rule counted in whole things (words, lines, graphemes, frames), or what to take where there is none.
    public int count(String rule, int otherwise) {
        Double value = values.get(rule);
        return value == null ? otherwise : (int) Math.min(Integer.MAX_VALUE, Math.round(value));
    }

    /// A rule in milliseconds as frames, rounded half up, or what to take where there is none.
    public long frames(String rule, TimeGrid grid, long otherwise) {
        Double value = values.get(rule);
        return value == null ? otherwise : grid.framesIn(Math.round(value));
    }

    /// Whether breaking the rule is only advice: reading bands that the source itself calls recommended, and
    /// rules that ask how fast a speaker may talk rather than how captions are made.
    public static boolean isAdvice(String rule) {
        return rule.startsWith("best_") || rule.equals("min_wpm") || rule.equals("max_wpm");
    }
}

package studio.fanz.core.caption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One cue between its neighbours, judged by all rules, each breach with the reason that explains it best.
final class CueJudgement {

    private final Cue cue;
    private final @Nullable Cue before;
    private final @Nullable Cue after;
    private final int wordCount;
    private final CueRules rules;
    private final long in;
    private final long out;
    private final boolean heard;
    private final long firstSound;
    private final long lastSound;

    CueJudgement(Cue cue, @Nullable Cue before, @Nullable Cue after, int wordCount, List<Word> words, CueRules rules) {
        this.cue = cue;
        this.before = before;
        this.after = after;
        this.wordCount = wordCount;
        this.rules = rules;
        this.in = rules.grid().nearest(cue.startMs());
        this.out = rules.grid().nearest(cue.endMs());
        this.heard = cue.firstWord() >= 0 && cue.lastWord() < words.size() && cue.lastWord() >= cue.firstWord();
        this.firstSound =
                heard ? rules.grid().nearest(words.get(cue.firstWord()).startMs()) : in;
        this.lastSound = heard ? rules.grid().nearest(words.get(cue.lastWord()).endMs()) : out;
    }

    List<Cue.Flag> flags() {
        List<Cue.Flag> flags = new ArrayList<>();
        CueRules.Breach flag = (rule, measured, limit) -> flags.add(new Cue.Flag(rule, measured, limit, reason(rule)));
        int graphemes = cue.lines().stream().mapToInt(Graphemes::count).sum();
        rules.text(cue.lines(), wordCount, flag);
        rules.duration(in, out, graphemes, wordCount, flag);
        rules.shots(in, out, flag);
        if (after != null) {
            rules.gap(out, rules.grid().nearest(after.startMs()), flag);
        }
        if (heard) {
            rules.speech(in, out, firstSound, lastSound, flag);
        }
        return flags;
    }

    private String reason(String rule) {
        return switch (rule) {
            case "max_chars_per_line", "max_line_width_pct" ->
                longestLineIsOneWord() ? "word-too-long" : "too-much-text";
            case "max_lines" -> wordCount <= 1 ? "word-too-long" : "too-much-text";
            case "max_words_per_cue" -> "too-much-text";
            case "min_words_per_cue" -> "too-few-words";
            case "max_cps", "max_wpm", "min_ms_per_word" -> tooFast();
            case "min_duration_ms" -> noRoomBehind() ? "no-room" : "too-short";
            case "max_duration_ms", "min_wpm" ->
                heard && lastSound - firstSound >= out - in ? "speech-too-slow" : "too-long";
            case "max_start_offset_frames", "max_lead_ms", "max_lag_ms" -> noRoomBefore() ? "no-room" : "off-speech";
            case "max_end_extend_ms" -> out - in <= rules.minDuration() ? "must-be-read" : "off-speech";
            case CueRules.OVERLAP, "min_gap_frames", "min_gap_ms" -> "no-room";
            case "chain_below_ms", "no_gap_below_ms" -> "gap";
            default -> "near-shot-change";
        };
    }

    private String tooFast() {
        return heard && (noRoomBehind() || out >= lastSound) ? "speech-too-fast" : "too-short";
    }

    private boolean noRoomBehind() {
        long room = Math.max(rules.minGap(), rules.chainTo());
        return after != null && rules.grid().nearest(after.startMs()) - out <= room;
    }

    private boolean noRoomBefore() {
        return before != null && in - rules.grid().nearest(before.endMs()) <= rules.minGap();
    }

    private boolean longestLineIsOneWord() {
        return cue.lines().stream()
                .max(Comparator.comparingInt(Graphemes::count))
                .map(line -> line.indexOf(' ') < 0)
                .orElse(false);
    }
}

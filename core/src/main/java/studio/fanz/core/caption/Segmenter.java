package studio.fanz.core.caption;

import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.time.Rational;

/// Makes captions out of a transcript: which words share a cue ([CueSplit]), how they are broken into lines
/// ([LineLayout]), when each cue appears and goes ([CueTimes]). Pure; any thread; a three-hour transcript takes
/// about a second.
public final class Segmenter {

    private Segmenter() {}

    /// Captions under a profile. Every word stands in exactly one cue, cues never overlap, times are frames of
    /// the picture as millisecond labels, text of right-to-left languages stays in logical order. What cannot
    /// obey carries a flag.
    ///
    /// @param transcript in source time
    /// @param profile    offered for the transcript's language
    /// @param frameRate  frames per second; 0 for sound alone or a variable rate, which gives whole milliseconds
    /// @param shots      of the whole source in order; empty when there are none or they are not known
    /// @throws IllegalArgumentException when the profile is not offered for the language
    public static Captions segment(
            Transcript transcript, CaptionProfile profile, Rational frameRate, List<Shot> shots) {
        if (!profile.offers(transcript.language())) {
            throw new IllegalArgumentException(profile.name() + " has no rules for " + transcript.language());
        }
        TimeGrid grid = TimeGrid.of(frameRate);
        CueRules rules = new CueRules(profile.rules(transcript.language()), grid, shots);
        List<Cue> cues = cues(SpokenText.of(transcript), rules, transcript.language(), mediaEnd(shots, grid));
        Captions captions = new Captions(transcript.language(), profile.name(), cues);
        return CaptionCheck.check(captions, rules, transcript.words());
    }

    private static List<Cue> cues(SpokenText text, CueRules rules, String language, long mediaEnd) {
        Seams seams = new Seams(text, language);
        LineLimit limit = new LineLimit(text, rules.values());
        LineLayout layout = new LineLayout(text, limit, seams, rules.values().count("max_lines", 2));
        List<CueSplit.Run> runs = new CueSplit(text, rules, seams, layout, limit).runs();
        List<List<String>> lines =
                runs.stream().map(run -> layout.lines(run.from(), run.to())).toList();
        List<CueTimes.Spoken> spoken = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            spoken.add(spoken(text, runs.get(i), lines.get(i), rules.grid()));
        }
        CueTimes.Times[] times = new CueTimes(rules, spoken, mediaEnd).solve();
        List<Cue> cues = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            cues.add(new Cue(
                    rules.grid().millis(times[i].in()),
                    rules.grid().millis(times[i].out()),
                    lines.get(i),
                    text.units().get(runs.get(i).from()).firstWord(),
                    text.units().get(runs.get(i).to() - 1).lastWord(),
                    List.of()));
        }
        return cues;
    }

    private static CueTimes.Spoken spoken(SpokenText text, CueSplit.Run run, List<String> lines, TimeGrid grid) {
        SpokenText.Unit first = text.units().get(run.from());
        SpokenText.Unit last = text.units().get(run.to() - 1);
        return new CueTimes.Spoken(
                grid.nearest(first.startMs()),
                grid.nearest(last.endMs()),
                lines.stream().mapToInt(Graphemes::count).sum(),
                last.lastWord() - first.firstWord() + 1);
    }

    private static long mediaEnd(List<Shot> shots, TimeGrid grid) {
        return shots.isEmpty()
                ? Long.MAX_VALUE / 4
                : grid.nearest(shots.getLast().endMs());
    }
}

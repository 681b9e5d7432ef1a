package studio.fanz.core.caption;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.time.Rational;

/// Says for each cue which rules of a profile it breaks, by how much and why: for captions we made, edited or
/// imported. Pure; any thread.
///
/// Reasons: `speech-too-fast`, `speech-too-slow` (what is heard leaves no choice), `word-too-long` (one word
/// alone exceeds it), `no-room` (the neighbours stand too near), `must-be-read` (shorter would break the
/// shortest duration), `too-short`, `too-long`, `too-much-text`, `too-few-words`, `off-speech`,
/// `near-shot-change`, `gap`.
public final class CaptionCheck {

    private CaptionCheck() {}

    /// The same captions with fresh flags; what flags they carried is dropped. Rules about speech are not
    /// checked.
    ///
    /// @param captions  in order of time
    /// @param profile   under which they are judged, by their language
    /// @param frameRate frames per second; 0 for none or a variable one
    /// @param shots     of the whole source in order; empty when unknown
    public static Captions check(Captions captions, CaptionProfile profile, Rational frameRate, List<Shot> shots) {
        return check(captions, profile, frameRate, shots, List.of());
    }

    /// The same, and against what is heard for cues that name their words.
    ///
    /// @param words of the transcript, a word's place is its id; empty when there is none
    public static Captions check(
            Captions captions, CaptionProfile profile, Rational frameRate, List<Shot> shots, List<Word> words) {
        CaptionRules rules = profile.rules(captions.language());
        return check(captions, new CueRules(rules, TimeGrid.of(frameRate), shots), words);
    }

    static Captions check(Captions captions, CueRules rules, List<Word> words) {
        List<Cue> cues = captions.cues();
        List<Cue> checked = new ArrayList<>();
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i);
            var judged = new CueJudgement(
                    cue,
                    i == 0 ? null : cues.get(i - 1),
                    i + 1 == cues.size() ? null : cues.get(i + 1),
                    wordCount(cue),
                    words,
                    rules);
            checked.add(
                    new Cue(cue.startMs(), cue.endMs(), cue.lines(), cue.firstWord(), cue.lastWord(), judged.flags()));
        }
        return new Captions(captions.language(), captions.profile(), checked);
    }

    /// Words of a cue: those of the transcript it names, else what UAX 29 counts in its text.
    static int wordCount(Cue cue) {
        if (cue.firstWord() >= 0) {
            return cue.lastWord() - cue.firstWord() + 1;
        }
        String text = cue.text();
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int count = 0;
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; to = words.next()) {
            count += text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit) ? 1 : 0;
            from = to;
        }
        return count;
    }
}

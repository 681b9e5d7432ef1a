package studio.fanz.core.caption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.insight.ModelUse;

/// Transcripts, shots and the shipped profiles for tests.
final class CaptionFixtures {

    static final CaptionProfiles PROFILES = CaptionProfiles.parse(read("facts/caption-profiles.csv"));

    private CaptionFixtures() {}

    static CaptionProfile profile(String name) {
        return PROFILES.named(name).orElseThrow();
    }

    static String read(String asset) {
        try {
            return Files.readString(Path.of(System.getProperty("fanz.assets"), asset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Transcript transcript(String language, String text, List<Word> words) {
        List<Segment> segments = words.isEmpty()
                ? List.of()
                : List.of(new Segment(
                        text, words.getFirst().startMs(), words.getLast().endMs(), words));
        return new Transcript(language, 1, new ModelUse("test", "1", ""), segments, List.of());
    }

    /// Words parted by blanks, each sounding `perWordMs`, without pauses.
    static Transcript spoken(String language, String text, long perWordMs) {
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            long start = words.size() * perWordMs;
            words.add(new Word(word, start, start + perWordMs, 1));
        }
        return transcript(language, text, words);
    }

    /// The bundled recording's words, as its makers timed them.
    static Transcript sample() {
        List<Word> words = new ArrayList<>();
        for (String line : read("sample/words.tsv").lines().skip(1).toList()) {
            String[] cells = line.split("\t");
            words.add(new Word(cells[0], Long.parseLong(cells[1]), Long.parseLong(cells[2]), 1));
        }
        return transcript("en", String.join(" ", words.stream().map(Word::text).toList()), words);
    }

    /// Shots that change at these moments.
    static List<Shot> shots(long endMs, long... changes) {
        List<Shot> shots = new ArrayList<>();
        long start = 0;
        for (long change : changes) {
            shots.add(new Shot(start, change, start, change, start == 0 ? Shot.Kind.START : Shot.Kind.CUT));
            start = change;
        }
        shots.add(new Shot(start, endMs, start, endMs, start == 0 ? Shot.Kind.START : Shot.Kind.CUT));
        return shots;
    }
}

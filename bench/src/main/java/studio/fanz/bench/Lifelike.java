package studio.fanz.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.store.Arrival;
import studio.fanz.core.store.Hashing;
import studio.fanz.core.time.IdSource;

/// A library as a busy creator might have it, the same from the same seed: words follow Zipf's law over a
/// vocabulary of 20,000 made of syllables, names are camera names and titles, recordings have up to four tags
/// and 5 to 40 sentences.
final class Lifelike {

    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "ran", "te", "sul", "vor", "en", "da", "pri", "mo", "ster", "ile", "un", "gra", "be", "tho",
        "ni"
    };
    private static final List<AssetKind> KINDS =
            List.of(AssetKind.VIDEO, AssetKind.VIDEO, AssetKind.VIDEO, AssetKind.AUDIO, AssetKind.IMAGE);
    private static final int VOCABULARY = 20_000;
    private static final int TAGS = 200;
    private static final long START_MS = 1_600_000_000_000L;

    private final Random random;
    private final List<String> words;
    private final IdSource ids;

    Lifelike(long seed) {
        this.random = new Random(seed);
        this.ids = new IdSource(() -> Instant.ofEpochMilli(START_MS), new Random(seed));
        var made = new TreeSet<String>();
        while (made.size() < VOCABULARY) {
            made.add(word(2 + random.nextInt(3)));
        }
        this.words = new ArrayList<>(made);
        java.util.Collections.shuffle(this.words, random);
    }

    private String word(int syllables) {
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    /// A word as often as its rank says (Zipf, exponent 1).
    String spoken() {
        double u = random.nextDouble();
        return words.get((int) Math.min(VOCABULARY - 1, Math.exp(u * Math.log(VOCABULARY)) - 1));
    }

    Arrival arrival(int number) {
        String name = random.nextInt(3) == 0
                ? "IMG_%04d.MP4".formatted(random.nextInt(10_000))
                : spoken() + " " + spoken() + " " + number + ".mp4";
        AssetKind kind = KINDS.get(random.nextInt(KINDS.size()));
        var facts = new MediaFacts(
                kind,
                "mp4",
                1_000_000L + number,
                random.nextInt(600_000),
                Optional.empty(),
                List.of(),
                List.of(),
                true,
                false,
                0,
                Map.of("creation_time", "2026-01-01T00:00:00Z"));
        var tags = new TreeSet<String>();
        for (int i = random.nextInt(5); i > 0; i--) {
            tags.add(words.get(random.nextInt(TAGS)));
        }
        var asset = new Asset(
                new Asset.Id(ids.next()),
                Hashing.of(("asset " + number).getBytes(StandardCharsets.UTF_8)),
                Path.of("/videos", String.valueOf(number / 1000), number + " " + name)
                        .toAbsolutePath(),
                name,
                facts,
                Instant.ofEpochMilli(START_MS + number * 60_000L));
        return new Arrival(asset, START_MS, Set.copyOf(tags));
    }

    Transcript transcript() {
        var segments = new ArrayList<Segment>();
        long at = 0;
        for (int i = 5 + random.nextInt(36); i > 0; i--) {
            var said = new ArrayList<Word>();
            for (int w = 4 + random.nextInt(12); w > 0; w--) {
                said.add(new Word(spoken(), at, at + 300, 0.9));
                at += 350;
            }
            String text = String.join(" ", said.stream().map(Word::text).toList());
            segments.add(
                    new Segment(text, said.getFirst().startMs(), said.getLast().endMs(), said));
        }
        return new Transcript("en", 1, new ModelUse("bench", "1", ""), segments, List.of());
    }

    /// What people type: a common word, a rare one, two, three, the beginning of one, a quoted pair.
    List<String> queries(int count) {
        var queries = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            queries.add(
                    switch (i % 6) {
                        case 0 -> spoken();
                        case 1 -> words.get(random.nextInt(VOCABULARY));
                        case 2 -> spoken() + " " + spoken();
                        case 3 -> spoken() + " " + spoken() + " " + spoken();
                        case 4 -> spoken().substring(0, 3);
                        default -> "\"" + spoken() + " " + spoken() + "\"";
                    });
        }
        return queries;
    }
}

package studio.fanz.core.store.sqlite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/// Recordings for tests.
final class Lives {

    static final IdSource IDS = IdSource.ofThisMachine();

    private Lives() {}

    static Arrival arrival(String name, AssetKind kind, String... tags) {
        var facts = new MediaFacts(
                kind,
                "mp4",
                1_000,
                60_000,
                Optional.empty(),
                List.of(),
                List.of(),
                true,
                false,
                0,
                Map.of("title", name));
        var asset = new Asset(
                new Asset.Id(IDS.next()),
                Hashing.of(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Path.of("/videos").toAbsolutePath().resolve(name + ".mp4"),
                name,
                facts,
                Instant.ofEpochMilli(1_700_000_000_000L + name.length()));
        return new Arrival(asset, 5, Set.of(tags));
    }

    /// One segment a second, its words spread over it.
    static Transcript said(String language, String... sentences) {
        var segments = new java.util.ArrayList<Segment>();
        for (int i = 0; i < sentences.length; i++) {
            long start = 1_000L * i;
            List<Word> words = Arrays.stream(sentences[i].split(" "))
                    .map(text -> new Word(text, start, start + 900, 0.9))
                    .toList();
            segments.add(new Segment(sentences[i], start, start + 900, words));
        }
        return new Transcript(language, 1, new ModelUse("m", "1", ""), segments, List.of());
    }
}

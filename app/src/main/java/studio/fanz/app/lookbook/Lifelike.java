package studio.fanz.app.lookbook;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import studio.fanz.app.session.Item;
import studio.fanz.app.session.Item.Badge;
import studio.fanz.app.session.Need;
import studio.fanz.app.session.Spoken;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.AudioFacts;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.review.Finding;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;

/// A library as a creator's might be after a few weeks, painted at run time out of the bundled recording and
/// generated pictures.
final class Lifelike {

    private static final Instant NEWEST = Instant.parse("2026-11-20T13:20:00Z");
    private static final double WIDE = 16 / 9.0;
    private static final double TALL = 9 / 16.0;

    private final Path folder;
    private final IntFunction<BufferedImage> stills;
    private final List<Item> items = new ArrayList<>();
    private final Map<Asset.Id, Asset> assets = new HashMap<>();

    /// `stills` gives the bundled recording's picture at a time in milliseconds; pictures are written to `folder`.
    Lifelike(Path folder, IntFunction<BufferedImage> stills) {
        this.folder = folder;
        this.stills = stills;
    }

    /// Paints everything.
    LifelikeShelf shelf(Path sample) throws IOException {
        Set<Badge> ready = Set.of(Badge.CAPTIONED, Badge.CHECKED);
        Set<Badge> captioned = Set.of(Badge.CAPTIONED);
        Set<Badge> look = Set.of(Badge.CAPTIONED, Badge.CHECKED, Badge.NEEDS_LOOK);
        video("A small rocket", 48_600, WIDE, look, stills.apply(9_000));
        video("Harbour before breakfast", 161_000, WIDE, ready, Scenery.sea(1280, 720, 3));
        video("Launch, phone", 58_000, TALL, captioned, stills.apply(47_000));
        video("Deep field, slow pan", 32_000, 1, ready, stills.apply(43_500));
        video("Morning table", 252_000, WIDE, ready, Scenery.table(1280, 720, 5));
        video("Ridge walk, part 2", 67_000, 4 / 5.0, Set.of(), Scenery.hills(1280, 720, 8));
        video("What was in the box", 393_000, WIDE, look, stills.apply(23_500));
        picture("Bench, still", 3 / 2.0, Set.of(Badge.CHECKED), stills.apply(14_000));
        video("Rooftop at night", 725_000, TALL, ready, Scenery.lights(1280, 720, 4));
        video("Garden b-roll", 20_000, WIDE, Set.of(), Scenery.leaves(1280, 720, 9));
        sound("Talk about patience", 1_912_000, captioned);
        video("What it cost", 31_000, WIDE, ready, stills.apply(18_500));
        video("Ridge walk, part 1", 84_000, WIDE, ready, Scenery.hills(1280, 720, 21));
        video("Calendar card", 15_000, 1, captioned, stills.apply(38_000));
        picture("Evening on the pier", 4 / 3.0, Set.of(Badge.CHECKED), Scenery.sea(1280, 720, 12));
        video("Town lights, wide", 44_000, 21 / 9.0, Set.of(), Scenery.lights(1280, 720, 30));
        video("Leaves, close", 28_000, TALL, captioned, Scenery.leaves(1280, 720, 33));
        video("Second cup", 97_000, WIDE, ready, Scenery.table(1280, 720, 14));
        assets.put(items.getFirst().id(), rocket(sample));
        return new LifelikeShelf(List.copyOf(items), Map.copyOf(assets), needs(), spoken());
    }

    private Asset rocket(Path sample) {
        Item item = items.getFirst();
        return new Asset(item.id(), hash(1), sample, item.name(), facts(48_600, 1280, 720, "mp4", 3_536_409), NEWEST);
    }

    private List<Need> needs() {
        Item box = items.get(6);
        Item rocket = items.getFirst();
        return List.of(
                new Need(rocket.id(), rocket.name(), loudness("−21.4 LUFS"), 1),
                new Need(box.id(), box.name(), black(), 0));
    }

    private static Finding loudness(String measured) {
        return new Finding(
                "loudness",
                Finding.Severity.WARNING,
                Optional.empty(),
                "sound",
                List.of(),
                measured,
                "−14 ±0.5 LUFS",
                "",
                1,
                Optional.of(new Finding.Fix("loudness", List.of())));
    }

    private static Finding black() {
        return new Finding(
                "black",
                Finding.Severity.WARNING,
                Optional.of(new Span(26_700, 27_200)),
                "picture",
                List.of(),
                "0.5 s",
                "",
                "",
                1,
                Optional.empty());
    }

    private List<Spoken> spoken() {
        Item rocket = items.getFirst();
        Item table = items.get(4);
        return List.of(
                new Spoken(
                        rocket.id(),
                        rocket.name(),
                        33_265,
                        "…this step, and the",
                        "rocket",
                        "flew in a circle.",
                        rocket.poster()),
                new Spoken(
                        rocket.id(),
                        rocket.name(),
                        6_740,
                        "…prepare, um, a model",
                        "rocket",
                        "for its very first launch.",
                        rocket.poster()),
                new Spoken(
                        table.id(),
                        table.name(),
                        112_000,
                        "…so the little",
                        "rocket",
                        "pot goes on the small flame…",
                        table.poster()));
    }

    private void video(String name, long durationMs, double aspect, Set<Badge> badges, BufferedImage still)
            throws IOException {
        add(name, AssetKind.VIDEO, durationMs, aspect, badges, Optional.of(still));
    }

    private void picture(String name, double aspect, Set<Badge> badges, BufferedImage still) throws IOException {
        add(name, AssetKind.IMAGE, 0, aspect, badges, Optional.of(still));
    }

    private void sound(String name, long durationMs, Set<Badge> badges) throws IOException {
        add(name, AssetKind.AUDIO, durationMs, WIDE, badges, Optional.empty());
    }

    private void add(
            String name,
            AssetKind kind,
            long durationMs,
            double aspect,
            Set<Badge> badges,
            Optional<BufferedImage> still)
            throws IOException {
        int number = items.size() + 1;
        Optional<Path> poster = Optional.empty();
        if (still.isPresent()) {
            Path file = Files.createDirectories(folder).resolve("poster-" + number + ".jpg");
            Scenes.write(Scenes.cropped(still.get(), aspect), "jpg", file);
            poster = Optional.of(file);
        }
        var id = new Asset.Id(new UUID(number, number));
        Instant when = NEWEST.minusSeconds(number * 5_400L + (number > 7 ? 86_400 : 0));
        items.add(new Item(id, name, kind, durationMs, aspect, when, badges, poster, Optional.empty()));
        int height = aspect < 1 ? 1920 : 1080;
        String container = kind == AssetKind.IMAGE ? "jpg" : kind == AssetKind.AUDIO ? "wav" : "mov";
        MediaFacts facts =
                facts(durationMs, (int) Math.round(height * aspect), height, container, 40_000_000L + durationMs * 900);
        assets.put(id, new Asset(id, hash(number), folder.resolve(name + "." + container), name, facts, when));
    }

    static MediaFacts facts(long durationMs, int width, int height, String container, long size) {
        boolean moving = durationMs > 0;
        var video = new VideoFacts(
                0,
                "h264",
                "High",
                width,
                height,
                Rational.ONE,
                0,
                new Rational(30, 1),
                false,
                "yuv420p",
                8,
                "tv",
                "bt709",
                "bt709",
                "bt709",
                VideoFacts.DynamicRange.SDR,
                new Rational(1, 15360),
                0,
                durationMs,
                durationMs * 30 / 1000,
                4_000_000,
                "progressive");
        var audio = new AudioFacts(
                1, "aac", "LC", 48_000, 2, "stereo", new Rational(1, 48_000), 0, durationMs, 128_000, "");
        AssetKind kind = container.equals("wav") ? AssetKind.AUDIO : moving ? AssetKind.VIDEO : AssetKind.IMAGE;
        return new MediaFacts(
                kind,
                container,
                size,
                durationMs,
                kind == AssetKind.AUDIO ? Optional.empty() : Optional.of(video),
                moving ? List.of(audio) : List.of(),
                List.of(),
                true,
                false,
                0,
                Map.of());
    }

    private static ContentHash hash(int number) {
        return new ContentHash(HexFormat.of().formatHex(new byte[31]) + "%02x".formatted(number));
    }
}

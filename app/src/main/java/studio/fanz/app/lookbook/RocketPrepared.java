package studio.fanz.app.lookbook;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.IntFunction;
import studio.fanz.app.session.Prepared;
import studio.fanz.app.session.Prepared.Part;
import studio.fanz.app.session.Strip;
import studio.fanz.app.session.Wave;
import studio.fanz.assets.Assets;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.Cover;
import studio.fanz.core.asset.Shot;
import studio.fanz.core.caption.CaptionProfiles;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Segment;
import studio.fanz.core.caption.Segmenter;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.caption.Word;
import studio.fanz.core.insight.ModelUse;
import studio.fanz.core.post.Draft;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Review;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;

/// The bundled recording as its preparation would leave it, from the word list that ships beside it: the book must
/// not wait for models.
final class RocketPrepared {

    private static final int STRIP_CELLS = 24;
    private static final int STRIP_HEIGHT = 104;
    private static final int PEAKS = 50;
    private static final long EVERY_MS = 2_026;
    private static final ModelUse MODEL = new ModelUse("whisper-base-int8", "1", "");

    private final Assets assets;
    private final Path folder;
    private final IntFunction<BufferedImage> stills;

    RocketPrepared(Assets assets, Path folder, IntFunction<BufferedImage> stills) {
        this.assets = assets;
        this.folder = folder;
        this.stills = stills;
    }

    /// Everything there is.
    Prepared full(Asset asset) throws IOException {
        Transcript transcript = transcript(words());
        return new Prepared(
                asset,
                folder,
                Optional.of(folder.resolve("poster-1.jpg")),
                Optional.of(new Strip(strip(), STRIP_CELLS, EVERY_MS)),
                Optional.of(wave(transcript)),
                Optional.of(transcript),
                shots(),
                Optional.of(captions(transcript)),
                Optional.of(covers()),
                Optional.of(review()),
                Optional.of(draft()),
                List.of(),
                Set.of());
    }

    /// The first seconds: poster and some words, the rest still on its way.
    Prepared early(Asset asset) throws IOException {
        Transcript part = transcript(words().subList(0, 31));
        Set<Part> waiting =
                Set.of(Part.TRANSCRIPT, Part.CAPTIONS, Part.COVERS, Part.REVIEW, Part.DRAFT, Part.STRIP, Part.WAVE);
        Prepared none = Prepared.of(asset, folder, waiting);
        return new Prepared(
                asset,
                folder,
                Optional.of(folder.resolve("poster-1.jpg")),
                none.strip(),
                none.wave(),
                Optional.of(part),
                List.of(),
                none.captions(),
                none.covers(),
                none.review(),
                none.draft(),
                List.of(),
                waiting);
    }

    private List<Word> words() throws IOException {
        var random = new Random(7);
        var words = new ArrayList<Word>();
        Path table = assets.sample().resolveSibling("words.tsv");
        for (String line : Files.readAllLines(table, StandardCharsets.UTF_8)) {
            String[] cells = line.split("\t", -1);
            if (!cells[0].equals("word")) {
                double sure = random.nextInt(14) == 0 ? 0.38 : 0.9;
                words.add(new Word(cells[0], Long.parseLong(cells[1]), Long.parseLong(cells[2]), sure));
            }
        }
        return words;
    }

    private static Transcript transcript(List<Word> words) {
        var segments = new ArrayList<Segment>();
        var sentence = new ArrayList<Word>();
        for (Word word : words) {
            sentence.add(word);
            if (word.text().matches(".*[.!?]") || word.equals(words.getLast())) {
                String text = String.join(" ", sentence.stream().map(Word::text).toList());
                segments.add(new Segment(
                        text, sentence.getFirst().startMs(), sentence.getLast().endMs(), sentence));
                sentence.clear();
            }
        }
        return new Transcript("en", 0.99, MODEL, segments, List.of());
    }

    private Captions captions(Transcript transcript) throws IOException {
        String table = Files.readString(assets.facts().resolve("caption-profiles.csv"));
        var profile =
                CaptionProfiles.parse(table).named(CaptionProfiles.DEFAULT).orElseThrow();
        return Segmenter.segment(transcript, profile, new Rational(30, 1), List.of());
    }

    private static List<Shot> shots() {
        long[] starts = {0, 5_900, 12_200, 16_050, 20_950, 26_700, 27_200, 35_300, 40_500, 44_900, 48_600};
        var shots = new ArrayList<Shot>();
        for (int i = 0; i + 1 < starts.length; i++) {
            Shot.Kind kind = i == 0 ? Shot.Kind.START : Shot.Kind.CUT;
            shots.add(new Shot(starts[i], starts[i + 1], starts[i] * 30 / 1000, starts[i + 1] * 30 / 1000, kind));
        }
        return shots;
    }

    private Path strip() throws IOException {
        int width = STRIP_HEIGHT * 16 / 9;
        var strip = new BufferedImage(width * STRIP_CELLS, STRIP_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = strip.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (int cell = 0; cell < STRIP_CELLS; cell++) {
            g.drawImage(stills.apply((int) (cell * EVERY_MS)), cell * width, 0, width, STRIP_HEIGHT, null);
        }
        g.dispose();
        Path file = folder.resolve("strip.jpg");
        Scenes.write(strip, "jpg", file);
        return file;
    }

    private static Wave wave(Transcript transcript) {
        var random = new Random(3);
        float[] peaks = new float[(int) (48.6 * PEAKS)];
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] = 0.02f + random.nextFloat() * 0.03f;
        }
        for (Word word : transcript.words()) {
            int from = (int) (word.startMs() * PEAKS / 1000);
            int to = Math.min(peaks.length, (int) (word.endMs() * PEAKS / 1000) + 1);
            float loud = 0.4f + random.nextFloat() * 0.45f;
            for (int i = from; i < to; i++) {
                double shape = Math.sin(Math.PI * (i - from + 0.5) / (to - from));
                peaks[i] = (float) (loud * (0.35 + 0.65 * shape) * (0.7 + 0.3 * random.nextFloat()));
            }
        }
        return new Wave(PEAKS, peaks);
    }

    private Cover.Choice covers() throws IOException {
        return new Cover.Choice(
                List.of(
                        cover(1, 47_000, 0.84, 0.93, 0.81, 0.88, 0.72, 0.86),
                        cover(2, 9_000, 0.79, 0.9, 0.74, 0.77, 0.81, 0.83),
                        cover(3, 43_500, 0.71, 0.62, 0.33, 0.91, 0.94, 0.7)),
                List.of(),
                List.of(),
                List.of());
    }

    private Cover cover(
            int number,
            int timeMs,
            double score,
            double sharp,
            double light,
            double contrast,
            double colour,
            double read)
            throws IOException {
        Path file = Files.createDirectories(folder.resolve("thumbnails")).resolve(number + ".jpg");
        Scenes.write(stills.apply(timeMs), "jpg", file);
        SequencedMap<String, Double> parts = new LinkedHashMap<>();
        parts.put("sharpness", sharp);
        parts.put("exposure", light);
        parts.put("contrast", contrast);
        parts.put("colourfulness", colour);
        parts.put("legibility", read);
        return new Cover(timeMs, score, parts, "thumbnails/" + number + ".jpg", "chosen");
    }

    private static Review review() {
        return new Review(
                List.of(
                        finding(
                                "limit:duration_min_s",
                                Finding.Severity.BLOCKS,
                                Optional.empty(),
                                List.of("tiktok/video"),
                                "48.6 s",
                                "60 s",
                                Optional.empty()),
                        finding(
                                "loudness",
                                Finding.Severity.WARNING,
                                Optional.empty(),
                                List.of(),
                                "−21.4 LUFS",
                                "−14 ±0.5 LUFS",
                                Optional.of(new Finding.Fix("loudness", List.of()))),
                        finding(
                                "black",
                                Finding.Severity.WARNING,
                                Optional.of(new Span(26_700, 27_200)),
                                List.of(),
                                "0.5 s",
                                "",
                                Optional.empty()),
                        finding(
                                "silence",
                                Finding.Severity.NOTE,
                                Optional.of(new Span(26_100, 27_920)),
                                List.of(),
                                "1.8 s",
                                "",
                                Optional.empty())),
                List.of("loudness", "black", "frozen", "silence", "flash", "language", "caption", "limit"),
                List.of(new Review.Skipped("frame-text", "no-model")),
                List.of());
    }

    private static Finding finding(
            String code,
            Finding.Severity severity,
            Optional<Span> span,
            List<String> targets,
            String measured,
            String limit,
            Optional<Finding.Fix> fix) {
        String level = code.startsWith("limit:") ? "official" : "";
        return new Finding(code, severity, span, "sound", targets, measured, limit, "", 1, fix, level);
    }

    private static Draft draft() {
        var title = new Draft.Piece("How we prepare a model rocket for its very first launch", new Span(3_195, 8_500));
        var text = List.of(
                new Draft.Piece("Everything starts right here on the bench.", new Span(10_010, 11_920)),
                new Draft.Piece("Then comes the glue, and that is where you need patience.", new Span(27_920, 30_665)));
        var tags = List.of(
                new Draft.Piece("modelrocket", new Span(6_365, 7_140)),
                new Draft.Piece("launch", new Span(8_090, 8_500)),
                new Draft.Piece("patience", new Span(30_060, 30_665)));
        String body = "Everything starts right here on the bench. Then comes the glue, and that is where you need"
                + " patience. #modelrocket #launch #patience";
        return new Draft(
                "en",
                title,
                text,
                tags,
                List.of(
                        new Draft.Variant(
                                "youtube/long",
                                title.text(),
                                body,
                                List.of(
                                        new Draft.Counter("title", "grapheme", 55, 100, "official"),
                                        new Draft.Counter("text", "bytes", 131, 5_000, "official")),
                                List.of()),
                        new Draft.Variant(
                                "bluesky/post",
                                "",
                                body,
                                List.of(new Draft.Counter("text", "grapheme", 131, 300, "official")),
                                List.of())),
                "embeddings",
                List.of());
    }
}

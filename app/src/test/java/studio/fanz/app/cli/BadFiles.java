package studio.fanz.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import studio.fanz.kit.TestMedia;

/// Files as they lie on a creator's disk, made in a folder.
///
/// @param folder where they are made
record BadFiles(Path folder) {

    /// By the name of the case.
    Path file(String what) {
        return switch (what) {
            case "empty" -> bytes("empty.mp4", new byte[0]);
            case "text" ->
                bytes("text.mp4", "Not a film, only a sentence.\n".repeat(50).getBytes(StandardCharsets.UTF_8));
            case "truncated" -> truncated();
            case "no index" -> noIndex();
            case "flipped" -> flipped();
            case "picture as film" -> copy(picture(), "picture.mp4");
            case "picture" -> copy(picture(), "picture.png");
            case "no sound" -> TestMedia.clip("no-sound").frames(45).noAudio().make();
            case "sound only" ->
                TestMedia.clip("sound-only")
                        .frames(45)
                        .noVideo()
                        .container("m4a")
                        .make();
            case "one frame" -> TestMedia.clip("one-frame").frames(1).noAudio().make();
            case "odd size" ->
                TestMedia.clip("odd")
                        .size(173, 99)
                        .frames(45)
                        .codecs("mpeg4", "aac")
                        .make();
            case "rotated" -> TestMedia.clip("rotated").frames(45).rotated(90).make();
            case "anamorphic" ->
                TestMedia.clip("anamorphic").frames(45).pixelAspect("4/3").make();
            case "variable rate" ->
                TestMedia.clip("variable").frames(45).variableRate().make();
            case "10 bit" -> tenBit("ten", "yuv420p10le");
            case "4:2:2" -> tenBit("wide-chroma", "yuv422p10le");
            case "5.1" ->
                TestMedia.clip("surround").frames(45).sound("5.1", 48_000).make();
            case "8 kHz" ->
                TestMedia.clip("telephone").frames(45).sound("mono", 8000).make();
            case "song with cover" -> songWithCover();
            case "spaces" -> named("my  first take .mp4");
            case "emoji" -> named("party 🎉👩‍🚀.mp4");
            case "right to left" -> named("שלום مرحبا.mp4");
            case "quotes" -> named("it's \"quoted\" $HOME `x`; %d [1].mp4");
            case "like an option" -> named("-i -y.mp4");
            case "240 characters" -> named("x".repeat(236) + ".mp4");
            default -> throw new IllegalArgumentException(what);
        };
    }

    private Path named(String name) {
        return copy(TestMedia.clip("plain").frames(45).make(), name);
    }

    private static Path tenBit(String name, String format) {
        return TestMedia.clip(name)
                .frames(20)
                .codecs("prores_ks", "pcm_s16le")
                .pixelFormat(format)
                .container("mov")
                .make();
    }

    private Path truncated() {
        byte[] whole =
                read(TestMedia.clip("truncated").with("-movflags", "+faststart").make());
        return bytes("truncated.mp4", Arrays.copyOf(whole, whole.length / 2));
    }

    /// The index comes last in a plain MP4: without its end there is none.
    private Path noIndex() {
        byte[] whole = read(TestMedia.clip("no-index").frames(45).make());
        String bytes = new String(whole, StandardCharsets.ISO_8859_1);
        return bytes("no-index.mp4", Arrays.copyOf(whole, bytes.lastIndexOf("moov") - 4));
    }

    private Path flipped() {
        byte[] bytes = read(TestMedia.clip("flipped").frames(45).make());
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            bytes[200 + random.nextInt(bytes.length / 2)] ^= (byte) (1 + random.nextInt(255));
        }
        return bytes("flipped.mp4", bytes);
    }

    private Path picture() {
        Path made = folder.resolve("made.png");
        if (!Files.exists(made)) {
            TestMedia.ffmpeg(List.of("-f", "lavfi", "-i", "testsrc=s=63x35", "-frames:v", "1", "file:" + made));
        }
        return made;
    }

    private Path songWithCover() {
        Path song = folder.resolve("song.mp3");
        Path tone = TestMedia.clip("song")
                .frames(45)
                .noVideo()
                .container("wav")
                .codecs("", "pcm_s16le")
                .make();
        TestMedia.ffmpeg(List.of(
                "-i",
                "file:" + tone,
                "-i",
                "file:" + picture(),
                "-map",
                "0:a",
                "-map",
                "1:v",
                "-c:a",
                "libmp3lame",
                "-c:v",
                "copy",
                "-disposition:v",
                "attached_pic",
                "file:" + song));
        return song;
    }

    private Path copy(Path from, String name) {
        try {
            return Files.copy(from, folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path bytes(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

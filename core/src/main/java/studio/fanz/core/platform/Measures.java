package studio.fanz.core.platform;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.asset.AudioFacts;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.asset.VideoFacts;

/// What a file is in respect of each limit on files, pictures and coding.
final class Measures {

    /// Why a limit on coding was not looked at: headers do not tell, every packet would have to be read.
    static final String NOT_MEASURED = "not-measured";

    private static final Measured ABSENT = new Measured.Absent();
    private static final Measured UNKNOWN = new Measured.Unknown(NOT_MEASURED);

    private static final Map<String, Function<MediaFacts, Measured>> ALL = Map.ofEntries(
            entry("duration_min_s", Measures::duration),
            entry("duration_max_s", Measures::duration),
            entry("size_min_bytes", facts -> new Measured.Amount(facts.sizeBytes())),
            entry("size_max_bytes", facts -> new Measured.Amount(facts.sizeBytes())),
            entry("containers", facts -> Measured.Names.of(facts.container())),
            entry("faststart", facts -> new Measured.Flag(facts.indexFirst())),
            entry("edit_list", facts -> new Measured.Flag(facts.editList())),
            entry("width_min", picture(VideoFacts::displayWidth)),
            entry("width_max", picture(VideoFacts::displayWidth)),
            entry("height_min", picture(VideoFacts::displayHeight)),
            entry("height_max", picture(VideoFacts::displayHeight)),
            entry("long_edge_min", picture(Measures::longEdge)),
            entry("long_edge_max", picture(Measures::longEdge)),
            entry("short_edge_min", picture(Measures::shortEdge)),
            entry("short_edge_max", picture(Measures::shortEdge)),
            entry("pixels_max", picture(Measures::pixels)),
            entry("aspect_min", picture(Measures::ratio)),
            entry("aspect_max", picture(Measures::ratio)),
            entry("aspects", video(v -> new Measured.Shape(v.displayWidth(), v.displayHeight()))),
            entry("pixel_aspect", video(Measures::pixelAspect)),
            entry("fps_min", moving(Measures::frameRate)),
            entry("fps_max", moving(Measures::frameRate)),
            entry("fps", moving(Measures::frameRate)),
            entry("scan", moving(Measures::scan)),
            entry("chroma", moving(Measures::chroma)),
            entry("dynamic_range", video(Measures::dynamicRange)),
            entry("color_space", video(Measures::colourSpace)),
            entry("frames_max", video(v -> known(v.frames()))),
            entry("frame_pixels_max", video(v -> known(v.frames() * (double) pixels(v)))),
            entry("video_codecs", moving(v -> Measured.Names.of(v.codec().toLowerCase(Locale.ROOT)))),
            entry("audio_codecs", Measures::audioCodecs),
            entry("video_bitrate_min_bps", moving(v -> known(v.bitRate()))),
            entry("video_bitrate_max_bps", moving(v -> known(v.bitRate()))),
            entry("audio_bitrate_min_bps", lowestAudio(AudioFacts::bitRate)),
            entry("audio_rates_hz", Measures::sampleRates),
            entry("audio_rate_max_hz", highestAudio(AudioFacts::sampleRate)),
            entry("audio_channels", Measures::channels),
            entry("gop_min_s", moving(_ -> UNKNOWN)),
            entry("gop_max_s", moving(_ -> UNKNOWN)),
            entry("closed_gop", moving(_ -> UNKNOWN)),
            entry("b_frames_max", moving(_ -> UNKNOWN)));

    private Measures() {}

    /// Whether a file can be measured against that limit at all.
    static boolean concerns(String limit) {
        return ALL.containsKey(limit);
    }

    /// @param limit one that [#concerns]
    static Measured of(String limit, MediaFacts facts) {
        return ALL.getOrDefault(limit, _ -> UNKNOWN).apply(facts);
    }

    private static Measured duration(MediaFacts facts) {
        return facts.kind() == AssetKind.IMAGE ? ABSENT : known(facts.durationMs() / 1000.0);
    }

    private static Measured known(long value) {
        return known((double) value);
    }

    private static Measured known(double value) {
        return value > 0 ? new Measured.Amount(value) : UNKNOWN;
    }

    private static Function<MediaFacts, Measured> video(Function<VideoFacts, Measured> measure) {
        return facts -> facts.video().map(measure).orElse(ABSENT);
    }

    private static Function<MediaFacts, Measured> moving(Function<VideoFacts, Measured> measure) {
        return facts -> facts.kind() == AssetKind.VIDEO ? video(measure).apply(facts) : ABSENT;
    }

    private static Function<MediaFacts, Measured> picture(ToDoubleFunction<VideoFacts> measure) {
        return video(v -> new Measured.Amount(measure.applyAsDouble(v)));
    }

    private static int longEdge(VideoFacts video) {
        return Math.max(video.displayWidth(), video.displayHeight());
    }

    private static int shortEdge(VideoFacts video) {
        return Math.min(video.displayWidth(), video.displayHeight());
    }

    private static long pixels(VideoFacts video) {
        return (long) video.displayWidth() * video.displayHeight();
    }

    private static double ratio(VideoFacts video) {
        return (double) video.displayWidth() / video.displayHeight();
    }

    private static Measured pixelAspect(VideoFacts video) {
        return Measured.Names.of(
                video.pixelAspect().num() + ":" + video.pixelAspect().den());
    }

    private static Measured frameRate(VideoFacts video) {
        return known(video.frameRate().toDouble());
    }

    private static Measured scan(VideoFacts video) {
        if (video.fieldOrder().isEmpty() || video.fieldOrder().equals("unknown")) {
            return UNKNOWN;
        }
        return Measured.Names.of(video.fieldOrder().equals("progressive") ? "progressive" : "interlaced");
    }

    private static Measured chroma(VideoFacts video) {
        String format = video.pixelFormat();
        if (format.contains("420") || format.startsWith("nv12") || format.startsWith("p01")) {
            return Measured.Names.of("4:2:0");
        }
        if (format.contains("422")) {
            return Measured.Names.of("4:2:2");
        }
        return format.contains("444") ? Measured.Names.of("4:4:4") : UNKNOWN;
    }

    private static Measured dynamicRange(VideoFacts video) {
        return Measured.Names.of(video.dynamicRange() == VideoFacts.DynamicRange.SDR ? "sdr" : "hdr");
    }

    private static Measured colourSpace(VideoFacts video) {
        if (video.primaries().isEmpty() || video.transfer().isEmpty()) {
            return UNKNOWN;
        }
        boolean srgb = video.primaries().equals("bt709") && video.transfer().equals("iec61966-2-1");
        return Measured.Names.of(srgb ? "srgb" : video.primaries());
    }

    private static Measured audioCodecs(MediaFacts facts) {
        return facts.hasAudio()
                ? new Measured.Names(
                        facts.audio().stream().map(Measures::codecNames).toList())
                : ABSENT;
    }

    private static List<String> codecNames(AudioFacts audio) {
        String codec = audio.codec().toLowerCase(Locale.ROOT);
        // An AAC track without a stated profile is plain AAC in practice; HE-AAC states itself.
        boolean plain = codec.equals("aac")
                && (audio.profile().isEmpty() || audio.profile().equals("LC"));
        return plain ? List.of("aac", "aac-lc") : List.of(codec);
    }

    private static Function<MediaFacts, Measured> lowestAudio(ToDoubleFunction<AudioFacts> measure) {
        return facts -> facts.hasAudio()
                ? known(facts.audio().stream().mapToDouble(measure).min().orElseThrow())
                : ABSENT;
    }

    private static Function<MediaFacts, Measured> highestAudio(ToDoubleFunction<AudioFacts> measure) {
        return facts -> facts.hasAudio()
                ? known(facts.audio().stream().mapToDouble(measure).max().orElseThrow())
                : ABSENT;
    }

    private static Measured sampleRates(MediaFacts facts) {
        return each(facts, AudioFacts::sampleRate);
    }

    private static Measured channels(MediaFacts facts) {
        return each(facts, AudioFacts::channels);
    }

    private static Measured each(MediaFacts facts, Function<AudioFacts, Integer> measure) {
        return facts.hasAudio()
                ? new Measured.Names(facts.audio().stream()
                        .map(audio -> List.of(String.valueOf(measure.apply(audio))))
                        .toList())
                : ABSENT;
    }
}

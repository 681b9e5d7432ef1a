package studio.fanz.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.fanz.app.task.Workbench;
import studio.fanz.core.caption.CaptionProfile;
import studio.fanz.core.caption.CaptionProfiles;
import studio.fanz.core.platform.Target;
import studio.fanz.core.time.Timecode;
import studio.fanz.media.prep.MomentChoice;
import studio.fanz.media.prep.PrepOptions;

/// Turns typed words into what they mean, or says that they mean nothing.
final class Choices {

    static final String DEFAULT_PROFILE = CaptionProfiles.DEFAULT;
    private static final Set<String> ASPECTS = Set.of("16:9", "9:16", "1:1", "4:5");
    private static final Set<String> FORMATS = Set.of("srt", "vtt", "ass", "ttml", "json");

    private Choices() {}

    static Optional<String> language(String typed) {
        return typed.equals("auto") ? Optional.empty() : Optional.of(typed.toLowerCase(java.util.Locale.ROOT));
    }

    /// For verbs that look at a recording and make nothing of it.
    static PrepOptions nothing() {
        return captioning(Optional.empty(), DEFAULT_PROFILE);
    }

    /// For verbs that listen.
    static PrepOptions listening(Optional<String> language) {
        return captioning(language, DEFAULT_PROFILE);
    }

    /// For verbs that write captions.
    static PrepOptions captioning(Optional<String> language, String profile) {
        return new PrepOptions(List.of(), language, profile, false, Optional.empty(), new MomentChoice.Whole());
    }

    static List<Target> targets(Workbench bench, List<String> typed) throws CliException {
        var found = new ArrayList<Target>();
        for (String id : typed) {
            found.add(bench.targets()
                    .find(id.strip())
                    .orElseThrow(() -> new CliException(CliException.Code.NO_SUCH_TARGET, id, "")));
        }
        return found.stream().distinct().toList();
    }

    static void profile(Workbench bench, String typed) throws CliException {
        List<String> known =
                bench.profiles().all().stream().map(CaptionProfile::name).toList();
        if (!known.contains(typed)) {
            throw new CliException(CliException.Code.NO_SUCH_PROFILE, typed, String.join(", ", known));
        }
    }

    static Optional<String> aspect(String typed) throws CliException {
        if (typed.equals("auto")) {
            return Optional.empty();
        }
        if (!ASPECTS.contains(typed)) {
            throw new CliException(
                    CliException.Code.USAGE, typed, "\"" + typed + "\" is no shape: auto, 16:9, 9:16, 1:1, 4:5.");
        }
        return Optional.of(typed);
    }

    static void formats(List<String> typed) throws CliException {
        for (String format : typed) {
            if (!FORMATS.contains(format)) {
                throw new CliException(
                        CliException.Code.USAGE, format, "\"" + format + "\" is no format: srt, vtt, ass, ttml, json.");
            }
        }
    }

    static MomentChoice moment(Optional<String> typed) throws CliException {
        if (typed.isEmpty()) {
            return new MomentChoice.Whole();
        }
        if (typed.get().equals("auto")) {
            return new MomentChoice.Auto();
        }
        return new MomentChoice.Chosen(Timecode.parseSpan(typed.get())
                .orElseThrow(() -> new CliException(
                        CliException.Code.NOT_A_MOMENT,
                        typed.get(),
                        "it does not end after it starts, or is no time.")));
    }
}

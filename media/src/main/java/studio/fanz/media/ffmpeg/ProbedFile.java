package studio.fanz.media.ffmpeg;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.fanz.media.ffmpeg.Sections.Section;

/// What ffprobe printed about one file.
///
/// @param input what was probed
/// @param all   its sections
/// @param boxes what the box structure says, for MP4 and MOV
record ProbedFile(InputFile input, Sections all, Optional<Mp4Boxes> boxes) {

    /// One stream of it.
    ///
    /// @param name  its section's name
    /// @param about its values
    /// @param all   everything, for what stands in sections below
    record Stream(String name, Section about, Sections all) {

        boolean is(String type) {
            return about.text("codec_type").equals(type);
        }

        boolean disposed(String as) {
            return all.get(name + ".disposition").number(as) == 1;
        }

        Section tags() {
            return all.get(name + ".tags");
        }

        List<Section> sideData() {
            return all.below(name + ".side_data_list.side_data.");
        }
    }

    List<Stream> streams() {
        return all.numbered("streams.stream").stream()
                .map(name -> new Stream(name, all.get(name), all))
                .toList();
    }

    Section format() {
        return all.get("format");
    }

    /// The picture stream people mean: not an attached cover, the default one first.
    Optional<Stream> video() {
        List<Stream> pictures = streams().stream()
                .filter(s -> s.is("video") && !s.disposed("attached_pic") && !s.disposed("timed_thumbnails"))
                .toList();
        return pictures.stream()
                .filter(s -> s.disposed("default"))
                .findFirst()
                .or(() -> pictures.stream().findFirst());
    }

    /// Sound streams, the one a player chooses first, then in file order.
    List<Stream> audio() {
        return streams().stream()
                .filter(s -> s.is("audio") && s.about().number("channels") > 0)
                .sorted(Comparator.comparing((Stream s) -> !s.disposed("default")))
                .toList();
    }

    /// Short name of the container as the limits call it.
    String container() {
        String magic = input.magic().container();
        String ffmpeg = format().text("format_name");
        if (ffmpeg.startsWith("mov,")) {
            return brand(all.get("format.tags").text("major_brand").strip());
        }
        return magic.isEmpty() ? named(ffmpeg) : magic;
    }

    private static String brand(String brand) {
        return switch (brand) {
            case "qt" -> "mov";
            case "M4A", "M4B" -> "m4a";
            case "heic", "heix", "heim", "heis", "mif1" -> "heic";
            case "avif", "avis" -> "avif";
            default -> brand.startsWith("3gp") ? "3gp" : "mp4";
        };
    }

    private static String named(String ffmpeg) {
        return switch (ffmpeg) {
            case "mpegts" -> "ts";
            case "mpeg" -> "mpg";
            case "asf" -> "wmv";
            case "live_flv" -> "flv";
            case "aac" -> "aac";
            default -> ffmpeg.endsWith("_pipe") ? ffmpeg.substring(0, ffmpeg.length() - 5) : ffmpeg.split(",")[0];
        };
    }
}

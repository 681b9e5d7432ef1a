package studio.fanz.media.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.time.Rational;
import studio.fanz.core.time.Span;
import studio.fanz.core.timeline.Clip;
import studio.fanz.core.timeline.Content;
import studio.fanz.core.timeline.Look;
import studio.fanz.core.timeline.Sound;
import studio.fanz.core.timeline.Timeline;
import studio.fanz.core.timeline.Track;
import studio.fanz.core.timeline.Transition;

/// What a timeline shows and lets hear, with the recordings it takes them from. Positions are whole frames of its rate;
/// muted tracks are left out.
///
/// @param rate     frames per second
/// @param frames   its length, 1 or more
/// @param reels    the recordings; the others name them by their place in this list
/// @param pictures tracks of pictures, the lowest first; clips of one track in order, never overlapping
/// @param sounds   tracks of sound likewise
/// @param titles   words on the picture, in order of time
/// @param luts     folder of the LUTs that colours name, as `HASH.cube`
public record Montage(
        Rational rate,
        long frames,
        List<Reel> reels,
        List<List<Shown>> pictures,
        List<List<Heard>> sounds,
        List<Titled> titles,
        Path luts) {

    public Montage {
        reels = List.copyOf(reels);
        pictures = pictures.stream().map(List::copyOf).toList();
        sounds = sounds.stream().map(List::copyOf).toList();
        titles = List.copyOf(titles);
    }

    /// A recording.
    ///
    /// @param file   where it lies; only read
    /// @param facts  what the probe found in it
    /// @param origin seconds from the earliest time stamp of the file to the first frame: where its time on a
    ///               timeline begins
    public record Reel(Path file, MediaFacts facts, Rational origin) {

        /// One whose first frame was not looked for yet.
        public static Reel of(Path file, MediaFacts facts) {
            return new Reel(file, facts, Rational.ZERO);
        }
    }

    /// A stretch of a recording's picture.
    ///
    /// @param reel   its place in `reels`
    /// @param in     seconds from the recording's first frame
    /// @param speed  seconds of the recording per second shown
    /// @param at     first frame
    /// @param frames how many
    /// @param look   where and how it is shown
    /// @param into   how the clip before goes over into it
    public record Shown(
            int reel, Rational in, Rational speed, long at, long frames, Look look, Optional<Transition> into) {

        /// First frame after it.
        public long end() {
            return at + frames;
        }

        /// Whether it is shown just as recorded.
        boolean plain() {
            return speed.equals(Rational.ONE) && look.equals(Look.AS_IS);
        }
    }

    /// A stretch of a recording's sound; see [Shown].
    ///
    /// @param sound level, fades and whether it steps back under speech
    public record Heard(int reel, Rational in, Rational speed, long at, long frames, Sound sound) {

        /// First frame after it.
        public long end() {
            return at + frames;
        }
    }

    /// Words on the picture.
    ///
    /// @param text  lines split by line breaks
    /// @param style name of a title style, may be empty
    /// @param at    first frame
    public record Titled(String text, String style, long at, long frames) {

        /// First frame after it.
        public long end() {
            return at + frames;
        }
    }

    /// What a timeline shows.
    ///
    /// @param reels the recordings it uses
    /// @param place where a recording stands in `reels`
    /// @param luts  folder of the LUTs that colours name
    public static Montage of(Timeline line, List<Reel> reels, ToIntFunction<Asset.Id> place, Path luts) {
        var pictures = new ArrayList<List<Shown>>();
        var sounds = new ArrayList<List<Heard>>();
        var titles = new ArrayList<Titled>();
        for (Track track : line.tracks()) {
            if (track.muted() || track.clips().isEmpty()) {
                continue;
            }
            switch (track.kind()) {
                case VIDEO, OVERLAY ->
                    pictures.add(track.clips().stream()
                            .map(clip -> shown(clip, place))
                            .toList());
                case AUDIO -> {
                    List<Heard> heard = track.clips().stream()
                            .filter(clip -> !clip.sound().silent())
                            .map(clip -> heard(clip, place))
                            .toList();
                    // What steps back under speech is mixed apart from what is speech.
                    sounds.add(heard.stream().filter(h -> !h.sound().ducked()).toList());
                    sounds.add(heard.stream().filter(h -> h.sound().ducked()).toList());
                }
                case TITLE -> track.clips().forEach(clip -> titles.add(titled(clip)));
            }
        }
        sounds.removeIf(List::isEmpty);
        titles.sort(java.util.Comparator.comparingLong(Titled::at));
        return new Montage(line.rate(), Math.max(1, line.length()), reels, pictures, sounds, titles, luts);
    }

    private static Shown shown(Clip clip, ToIntFunction<Asset.Id> place) {
        var media = (Content.Media) clip.content();
        return new Shown(
                place.applyAsInt(media.asset()),
                media.in(),
                media.speed(),
                clip.start(),
                clip.length(),
                clip.look(),
                clip.into());
    }

    private static Heard heard(Clip clip, ToIntFunction<Asset.Id> place) {
        var media = (Content.Media) clip.content();
        return new Heard(
                place.applyAsInt(media.asset()), media.in(), media.speed(), clip.start(), clip.length(), clip.sound());
    }

    private static Titled titled(Clip clip) {
        var title = (Content.Title) clip.content();
        return new Titled(title.text(), title.style(), clip.start(), clip.length());
    }

    /// The same with the recordings' first frames found.
    public Montage withReels(List<Reel> now) {
        return new Montage(rate, frames, now, pictures, sounds, titles, luts);
    }

    /// Frames `from` to `until` alone, beginning at 0. A transition that began before is not seen.
    ///
    /// @throws IllegalArgumentException when there is no such frame
    public Montage within(long from, long until) {
        if (from < 0 || until <= from) {
            throw new IllegalArgumentException("frames " + from + " to " + until);
        }
        if (from == 0 && until >= frames) {
            return this;
        }
        long last = Math.min(until, frames);
        return new Montage(
                rate,
                last - from,
                reels,
                pictures.stream()
                        .map(track -> track.stream()
                                .filter(shown -> shown.at() < last && shown.end() > from)
                                .map(shown -> part(shown, from, last))
                                .toList())
                        .filter(track -> !track.isEmpty())
                        .toList(),
                sounds.stream()
                        .map(track -> track.stream()
                                .filter(heard -> heard.at() < last && heard.end() > from)
                                .map(heard -> part(heard, from, last))
                                .toList())
                        .filter(track -> !track.isEmpty())
                        .toList(),
                titles.stream()
                        .filter(title -> title.at() < last && title.end() > from)
                        .map(title -> new Titled(
                                title.text(),
                                title.style(),
                                Math.max(title.at(), from) - from,
                                Math.min(title.end(), last) - Math.max(title.at(), from)))
                        .toList(),
                luts);
    }

    private Shown part(Shown shown, long from, long until) {
        long cut = Math.max(0, from - shown.at());
        long at = Math.max(shown.at(), from) - from;
        var look = cut == 0 ? shown.look() : later(shown.look(), cut);
        return new Shown(
                shown.reel(),
                shown.in().plus(seconds(cut).times(shown.speed())),
                shown.speed(),
                at,
                Math.min(shown.end(), until) - Math.max(shown.at(), from),
                look,
                cut == 0 && at > 0 ? shown.into() : Optional.empty());
    }

    private Heard part(Heard heard, long from, long until) {
        long cut = Math.max(0, from - heard.at());
        long frames = Math.min(heard.end(), until) - Math.max(heard.at(), from);
        Sound sound = heard.sound();
        return new Heard(
                heard.reel(),
                heard.in().plus(seconds(cut).times(heard.speed())),
                heard.speed(),
                Math.max(heard.at(), from) - from,
                frames,
                new Sound(
                        sound.gainDb(),
                        cut == 0 ? Math.min(sound.fadeIn(), frames) : 0,
                        heard.end() <= until ? Math.min(sound.fadeOut(), frames) : 0,
                        sound.ducked()));
    }

    private static Look later(Look look, long frames) {
        return new Look(
                look.keyframes().stream()
                        .map(k ->
                                new Look.Keyframe(k.at() - frames, k.x(), k.y(), k.scale(), k.rotation(), k.opacity()))
                        .toList(),
                look.crop(),
                look.colour());
    }

    /// The frames a moment begins and ends at: those nearest to its labels, the end exclusive.
    public Stretch stretch(Optional<Span> moment) {
        Rational half = seconds(1).times(new Rational(1, 2));
        if (moment.isEmpty()) {
            return new Stretch(Rational.ZERO, seconds(frames), half, true);
        }
        long from = Math.clamp(frame(moment.get().startMs()), 0, frames - 1);
        long until = Math.clamp(frame(moment.get().endMs()), from + 1, frames);
        return new Stretch(seconds(from), seconds(until), half, false);
    }

    /// The part of it that a stretch of its own time shows.
    public Montage within(Stretch stretch) {
        long from = Math.clamp(stretch.start().times(rate).rounded(), 0, frames - 1);
        return within(from, Math.clamp(stretch.end().times(rate).rounded(), from + 1, frames));
    }

    private long frame(long ms) {
        return new Rational(ms, 1000).times(rate).rounded();
    }

    /// How long some frames last, exactly.
    public Rational seconds(long count) {
        return new Rational(count, 1).times(rate.inverse());
    }

    /// Whether all that is seen is one recording as it was taken, without gaps, in pieces: it needs no more than
    /// cutting.
    public boolean cutsOnly() {
        if (pictures.size() != 1 || !titles.isEmpty()) {
            return false;
        }
        long end = 0;
        for (Shown shown : pictures.getFirst()) {
            if (shown.at() != end
                    || !shown.plain()
                    || shown.reel() != 0
                    || shown.into().isPresent()) {
                return false;
            }
            end = shown.end();
        }
        return end == frames;
    }

    /// The files a graph of this montage reads, in the order of its inputs.
    public List<Reading> readings() {
        return Takes.of(this).inputs().stream()
                .map(input -> new Reading(reels.get(input.reel()).file(), input.from(), input.seconds()))
                .toList();
    }

    /// A file opened at a place.
    ///
    /// @param from    seconds from its earliest time stamp to the first frame that is used
    /// @param seconds how much of it is used
    public record Reading(Path file, Rational from, Rational seconds) {}

    /// The file of a LUT.
    Path lut(String hash) {
        return luts.resolve(hash + ".cube").toAbsolutePath();
    }

    /// Files besides the recordings that a graph of this montage reads.
    public List<Path> besides() {
        return pictures.stream()
                .flatMap(List::stream)
                .flatMap(shown -> shown.look().colour().lut().stream())
                .distinct()
                .map(this::lut)
                .toList();
    }

    /// Whether anything is heard.
    public boolean hasSound() {
        return !sounds.isEmpty();
    }
}

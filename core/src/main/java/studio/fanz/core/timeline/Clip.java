package studio.fanz.core.timeline;

import java.util.Optional;
import studio.fanz.core.time.Rational;

/// A stretch of something on a track. Immutable.
///
/// @param id      number within the timeline, 1 or more
/// @param link    clips of the same number above 0 start, end and move together (picture and its sound)
/// @param content what it shows or lets hear
/// @param start   first frame on the timeline, 0 or more
/// @param length  frames, 1 or more
/// @param look    how a picture is shown
/// @param sound   how a sound is heard
/// @param into    how the clip that ends where this one begins goes over into it; empty = a cut
public record Clip(
        long id,
        long link,
        Content content,
        long start,
        long length,
        Look look,
        Sound sound,
        Optional<Transition> into) {

    /// @throws IllegalArgumentException when a figure is out of range
    public Clip {
        if (id < 1 || link < 0 || start < 0 || length < 1) {
            throw new IllegalArgumentException("clip " + id + ": start " + start + ", length " + length);
        }
    }

    /// A stretch of a recording as it is.
    public static Clip of(long id, long link, Content content, long start, long length) {
        return new Clip(id, link, content, start, length, Look.AS_IS, Sound.AS_IS, Optional.empty());
    }

    /// First frame after it.
    public long end() {
        return start + length;
    }

    /// Whether it shows at a frame.
    public boolean covers(long frame) {
        return frame >= start && frame < end();
    }

    /// Whether it lies in a stretch with at least one frame.
    public boolean meets(long from, long to) {
        return start < to && from < end();
    }

    /// Whether its source holds all it shows; half a frame of rounding at the end is allowed, the last frame then
    /// stands a little longer.
    boolean fits(Rational rate) {
        return content.holds(length, rate);
    }

    /// The same some frames later (earlier when negative).
    Clip moved(long by) {
        return new Clip(id, link, content, start + by, length, look, sound, into);
    }

    /// The part from `from` frames after its start, `frames` long; both may reach beyond it as far as its source
    /// does.
    /// It stays where its first frame was.
    ///
    /// @param rate of the timeline
    Clip part(long from, long frames, Rational rate) {
        return new Clip(
                id,
                link,
                content.later(from, rate),
                start + from,
                frames,
                look.later(from),
                sound.within(frames),
                into);
    }

    /// The part before a cut inside it.
    Clip head(long frames, Rational rate) {
        Clip part = part(0, frames, rate);
        return part.with(part.look, new Sound(sound.gainDb(), part.sound.fadeIn(), 0, sound.ducked()), into);
    }

    /// The part from a cut inside it on.
    Clip tail(long from, Rational rate) {
        Clip part = part(from, length - from, rate);
        Sound after = new Sound(sound.gainDb(), 0, part.sound.fadeOut(), sound.ducked());
        return part.with(part.look, after, Optional.empty());
    }

    /// Under other numbers.
    Clip numbered(long otherId, long otherLink) {
        return new Clip(otherId, otherLink, content, start, length, look, sound, into);
    }

    /// With other content and length.
    Clip with(Content other, long frames) {
        return new Clip(id, link, other, start, frames, look, sound.within(frames), into);
    }

    /// With other looks and sound.
    public Clip with(Look otherLook, Sound otherSound, Optional<Transition> otherInto) {
        return new Clip(id, link, content, start, length, otherLook, otherSound, otherInto);
    }
}

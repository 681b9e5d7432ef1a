package studio.fanz.media.export;

import java.util.Optional;
import studio.fanz.core.asset.AudioFacts;
import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.platform.RenditionSpec;
import studio.fanz.core.time.Rational;
import studio.fanz.media.render.Montage;
import studio.fanz.media.render.MovingWindow;
import studio.fanz.media.render.PictureGraph;
import studio.fanz.media.render.SoundGraph;
import studio.fanz.media.render.Stretch;
import studio.fanz.media.vision.CropPath;

/// A request with everything found out that making it takes.
///
/// @param request what was asked
/// @param video   the source's picture
/// @param encoder what encodes it
/// @param stretch the exact frames it begins and ends at
/// @param hold    seconds for which the last picture stands while the sound goes on
public record Order(ExportRequest request, VideoFacts video, EncoderChoice encoder, Stretch stretch, double hold) {

    /// What to make.
    public RenditionSpec spec() {
        return request.spec();
    }

    /// The picture's filters.
    public PictureGraph picture() {
        return new PictureGraph(
                video, spec().picture(), stretch, hold, request.crop().map(this::window), cut());
    }

    /// The sound's filters; empty when there is none to be made.
    public Optional<SoundGraph> sound() {
        Optional<AudioFacts> stream = request.facts().audio().stream().findFirst();
        Optional<Montage> cut = cut();
        if (cut.isPresent() && !cut.get().hasSound()) {
            return Optional.empty();
        }
        return stream.flatMap(
                audio -> spec().sound().map(sound -> new SoundGraph(audio, sound, stretch, seconds(), cut)));
    }

    /// What is shown instead of the recording as it is, as much of it as the stretch shows.
    public Optional<Montage> cut() {
        return request.cut().map(montage -> montage.within(stretch));
    }

    /// How many frames it has.
    public long frames() {
        return stretch.frames(spec().picture().frameRate());
    }

    /// How long its picture is, exactly.
    public Rational seconds() {
        return new Rational(frames(), 1).times(spec().picture().frameRate().inverse());
    }

    private MovingWindow window(CropPath path) {
        double start = stretch.start().toDouble();
        var points = path.points().stream()
                .map(p -> new MovingWindow.Point(p.timeMs() / 1000.0 - start, p.x(), p.y()))
                .toList();
        return new MovingWindow(points, path.width(), path.height(), path.framing());
    }
}

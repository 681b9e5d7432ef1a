package studio.fanz.media.render;

import studio.fanz.core.asset.VideoFacts;
import studio.fanz.core.timeline.Look.Crop;
import studio.fanz.media.effect.SourceColour;

/// What is left of a picture whose edges are cut away.
final class Cropping {

    private Cropping() {}

    /// The picture as if it had been recorded so. A turned one is cut as it is shown.
    static VideoFacts left(VideoFacts v, Crop crop) {
        if (crop.equals(Crop.NONE)) {
            return v;
        }
        boolean turned = v.rotation() == 90 || v.rotation() == 270;
        // What an untagged picture's colours mean is guessed from its size as recorded.
        SourceColour colour = SourceColour.of(v);
        double across = 1 - crop.left() - crop.right();
        double down = 1 - crop.top() - crop.bottom();
        return new VideoFacts(
                v.index(),
                v.codec(),
                v.profile(),
                length(v.width(), turned ? down : across),
                length(v.height(), turned ? across : down),
                v.pixelAspect(),
                v.rotation(),
                v.frameRate(),
                v.variableRate(),
                v.pixelFormat(),
                v.bitDepth(),
                v.range(),
                colour.primaries(),
                colour.transfer(),
                colour.matrix(),
                v.dynamicRange(),
                v.timebase(),
                v.startPts(),
                v.durationMs(),
                v.frames(),
                v.bitRate(),
                v.fieldOrder());
    }

    private static int length(int whole, double part) {
        return Math.max(2, (int) Math.round(whole * part));
    }
}

package studio.fanz.media.vision;

import java.util.List;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.Picture;

/// Says what a picture shows, in words of ImageNet and as a feature that look-alikes share. Blocks some ten
/// milliseconds; any thread, one at a time inside.
@FunctionalInterface
public interface ImageTagger {

    /// @throws MediaException MODEL_MISSING, MODEL_CORRUPT, MODEL_FAILED
    Impression look(Picture picture) throws MediaException;

    /// What a picture shows.
    ///
    /// @param tags    only those worth showing, surest first; often none (there is no class for people)
    /// @param feature 1280 numbers; the cosine of two tells how alike pictures look
    record Impression(List<Tag> tags, float[] feature) {
        public Impression {
            tags = List.copyOf(tags);
        }

        /// Cosine of the angle between two features, 0..1 for this network (it has no negative outputs).
        public double likeness(Impression other) {
            double dot = 0;
            double mine = 0;
            double theirs = 0;
            for (int i = 0; i < feature.length; i++) {
                dot += (double) feature[i] * other.feature[i];
                mine += (double) feature[i] * feature[i];
                theirs += (double) other.feature[i] * other.feature[i];
            }
            return mine == 0 || theirs == 0 ? 0 : dot / Math.sqrt(mine * theirs);
        }
    }

    /// A word with its probability.
    ///
    /// @param label       English, as ImageNet names it
    /// @param probability 0.35..1
    record Tag(String label, double probability) {}
}

package studio.fanz.core.asset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import studio.fanz.core.insight.ModelUse;

/// One picture of the video proposed as its cover.
///
/// @param timeMs    the frame's time in the source
/// @param score     0..1, the weighted sum of `parts`
/// @param parts     every component by name (`sharpness`, `exposure`, `contrast`, `colourfulness`, `face`,
///                  `eyesOpen`, `thirds`, `shotDistance`, `legibility`), each 0..1, in a fixed order
/// @param file      name below the output folder (`thumbnails/1.jpg`); empty for one that was not chosen
/// @param reason    a code why it won or lost (`chosen`, `too-like:1`, `lower-score`, `blurred`,
///                  `eyes-closed`, `near-cut`, `dark`, `flat`)
public record Cover(long timeMs, double score, SequencedMap<String, Double> parts, String file, String reason) {

    public Cover {
        parts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parts));
    }

    /// The outcome for one file.
    ///
    /// @param chosen   best first, at most three, all different from one another
    /// @param rejected the next best with why they lost
    /// @param models   what looked at the pictures
    /// @param notes    codes for what a reader should know (`no-video`, `shots-unknown`, `nothing-to-show`,
    ///                 `too-little-change`, `only-poor-pictures`)
    public record Choice(List<Cover> chosen, List<Cover> rejected, List<ModelUse> models, List<String> notes) {

        public Choice {
            chosen = List.copyOf(chosen);
            rejected = List.copyOf(rejected);
            models = List.copyOf(models);
            notes = List.copyOf(notes);
        }
    }
}

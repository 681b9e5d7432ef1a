package studio.fanz.media.render;

/// A picture and the part of it where captions may stand.
///
/// @param width     pixels of the picture
/// @param height    pixels of the picture
/// @param topPct    kept free at the top, per cent of the height (`safe_top_pct`)
/// @param bottomPct kept free at the bottom, per cent of the height (`safe_bottom_pct`)
/// @param sidePct   kept free on each side, per cent of the width (`safe_side_pct`)
public record CaptionArea(int width, int height, double topPct, double bottomPct, double sidePct) {

    /// Kept free on every side whatever the target says, in per cent: captions never touch the edge.
    public static final double MARGIN_PCT = 5;

    /// @throws IllegalArgumentException when the picture is empty or nothing of it is left
    public CaptionArea {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("no picture: " + width + "x" + height);
        }
        topPct = Math.max(MARGIN_PCT, topPct);
        bottomPct = Math.max(MARGIN_PCT, bottomPct);
        sidePct = Math.max(MARGIN_PCT, sidePct);
        if (topPct + bottomPct > 90 || sidePct > 45) {
            throw new IllegalArgumentException("the safe zone leaves no room for captions");
        }
    }

    /// A picture whose target keeps nothing free.
    public static CaptionArea of(int width, int height) {
        return new CaptionArea(width, height, MARGIN_PCT, MARGIN_PCT, MARGIN_PCT);
    }

    /// First row where captions may stand.
    int top() {
        return (int) Math.ceil(height * topPct / 100);
    }

    /// First row below where captions may stand.
    int bottom() {
        return (int) Math.floor(height * (100 - bottomPct) / 100);
    }

    /// First column where captions may stand.
    int left() {
        return (int) Math.ceil(width * sidePct / 100);
    }

    /// Columns that captions may use.
    int room() {
        return width - 2 * left();
    }
}

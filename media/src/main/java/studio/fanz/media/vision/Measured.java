package studio.fanz.media.vision;

import studio.fanz.core.time.Span;

/// A stretch of time with the figure that made it stand out.
///
/// @param span  from the first to after the last frame concerned
/// @param value what was measured; which figure and unit, the detector says
public record Measured(Span span, double value) {}

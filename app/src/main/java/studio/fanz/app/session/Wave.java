package studio.fanz.app.session;

/// The sound of a recording as drawn: one peak per stretch of time. The array is not copied and must not be written to.
///
/// @param perSecond peaks a second
/// @param peaks     0..1 each, in order of time
public record Wave(int perSecond, float[] peaks) {}

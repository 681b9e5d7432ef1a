package studio.fanz.core.insight;

/// Which model made something, so that every guess can say where it comes from.
///
/// @param name    catalogue name (`whisper-base-int8`)
/// @param version version or date of the weights
/// @param sha256  of the weights file, first one where there are several
public record ModelUse(String name, String version, String sha256) {}

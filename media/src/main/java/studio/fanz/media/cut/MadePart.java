package studio.fanz.media.cut;

import java.nio.file.Path;

/// A part that was encoded.
///
/// @param file    its packets
/// @param samples rows of its frames as they were before encoding
/// @param encoded what encoding said
record MadePart(Path file, Path samples, Splicer.Encoded encoded) {}

package studio.fanz.app.session;

import java.nio.file.Path;
import java.util.Optional;
import studio.fanz.core.asset.Asset;

/// A place where a searched word is spoken.
///
/// @param asset  the recording
/// @param name   its name
/// @param atMs   when the found words begin
/// @param before words before them, may be empty
/// @param found  the found words as spoken
/// @param after  words after them, may be empty
/// @param poster the recording's picture
public record Spoken(
        Asset.Id asset, String name, long atMs, String before, String found, String after, Optional<Path> poster) {}

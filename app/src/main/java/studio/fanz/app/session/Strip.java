package studio.fanz.app.session;

import java.nio.file.Path;

/// A filmstrip: equally spaced pictures of a recording side by side in one file.
///
/// @param picture the file, `count` cells of the same width in one row
/// @param count   number of cells, 1 or more
/// @param everyMs distance of the cells in time; cell `n` shows `n * everyMs`
public record Strip(Path picture, int count, long everyMs) {}

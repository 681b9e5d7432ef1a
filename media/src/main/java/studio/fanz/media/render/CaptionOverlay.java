package studio.fanz.media.render;

import java.nio.file.Path;
import java.util.List;
import studio.fanz.core.time.Span;

/// Captions as one transparent video that a single `overlay` filter lays over the picture, however many cues
/// there are: read [#list] with `-f concat -safe 0 -i LIST` as a second input and use
/// `[main][captions]overlay=X:Y:eof_action=pass`. The list holds one picture for each change (a cue, or the
/// shared blank one), with exact durations from 0; each change stands one millisecond before its label, so that
/// the frame it belongs to never misses it by rounding. All pictures have the same size, RGBA with straight
/// alpha.
///
/// @param x      column of the strip's left edge in the picture
/// @param y      row of the strip's top edge
/// @param width  of every strip, even
/// @param height of every strip, even
/// @param list   FFmpeg concat script; the pictures lie beside it
/// @param pieces one per drawn cue, in order of time
/// @param notes  what could not be drawn as asked, in order of cues
public record CaptionOverlay(int x, int y, int width, int height, Path list, List<Piece> pieces, List<Note> notes) {

    public CaptionOverlay {
        pieces = List.copyOf(pieces);
        notes = List.copyOf(notes);
    }

    /// Whether there is nothing to lay over.
    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    /// One drawn cue.
    ///
    /// @param span    when it is seen
    /// @param picture PNG of the overlay's size
    public record Piece(Span span, Path picture) {}

    /// Something a person should know about a drawn cue.
    ///
    /// @param cue    its place in the captions
    /// @param code   `no-glyph` (no font draws the letter: left out), `colour-emoji` (not drawn), `rewrapped`
    ///               (lines were broken anew to fit the width), `shrunk` (letters are smaller than asked)
    /// @param detail the letters (`U+1F600`), or the size in per cent of what was asked
    public record Note(int cue, String code, String detail) {}
}

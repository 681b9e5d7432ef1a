package studio.fanz.media.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.fanz.core.caption.CaptionRules;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.time.Span;
import studio.fanz.media.FontFolder;
import studio.fanz.media.MediaException;

/// Draws captions with Java2D, which shapes Arabic and Devanagari and orders mixed directions. Needs no
/// display. Holds one strip at a time, whatever the number of cues.
public final class StripPainter implements CaptionPainter {

    private final FontFolder fonts;

    /// @param fonts where the shipped fonts lie
    public StripPainter(FontFolder fonts) {
        this.fonts = fonts;
    }

    @Override
    public CaptionOverlay paint(
            Captions captions, CaptionRules rules, CaptionLook look, CaptionArea picture, Path folder, JobContext job)
            throws MediaException {
        FontChain chain = FontChain.load(fonts, captions.language());
        CueLayout layout = new CueLayout(chain, captions.language(), rules, picture);
        List<CaptionOverlay.Note> notes = new ArrayList<>();
        List<CueLayout.Fitted> fitted = new ArrayList<>();
        for (int i = 0; i < captions.cues().size(); i++) {
            job.checkpoint();
            fitted.add(fit(captions.cues().get(i), i, chain, layout, notes));
        }
        Frame frame = frame(fitted, layout, picture);
        StripFiles files =
                new StripFiles(folder, new BufferedImage(frame.width, frame.height, BufferedImage.TYPE_INT_ARGB));
        CueBrush brush = new CueBrush(layout, look);
        try {
            files.begin();
            for (int i = 0; i < fitted.size(); i++) {
                job.checkpoint();
                if (!fitted.get(i).lines().isEmpty()) {
                    brush.draw(files.strip(), fitted.get(i));
                    Cue cue = captions.cues().get(i);
                    files.add(new Span(cue.startMs(), cue.endMs()));
                }
            }
            Path list = files.finish();
            return new CaptionOverlay(frame.x, frame.y, frame.width, frame.height, list, files.pieces(), notes);
        } catch (IOException e) {
            throw StripFiles.problem(folder, e);
        }
    }

    private static CueLayout.Fitted fit(
            Cue cue, int number, FontChain fonts, CueLayout layout, List<CaptionOverlay.Note> notes) {
        List<String> lines = new ArrayList<>();
        for (String line : cue.lines()) {
            StyledLine.Drawable drawable = StyledLine.drawable(line, fonts);
            lines.add(drawable.text());
            drawable.notes().forEach(note -> notes.add(new CaptionOverlay.Note(number, note[0], note[1])));
        }
        CueLayout.Fitted fitted = layout.fit(lines);
        if (fitted.rewrapped() && !fitted.lines().equals(lines)) {
            notes.add(new CaptionOverlay.Note(number, "rewrapped", ""));
        }
        if (fitted.scale() < 1) {
            notes.add(new CaptionOverlay.Note(number, "shrunk", Long.toString(Math.round(fitted.scale() * 100))));
        }
        return fitted;
    }

    /// Where the strip stands.
    private record Frame(int x, int y, int width, int height) {}

    /// As high as the highest cue, at the bottom of what may be used; even numbers suit pictures with halved
    /// chroma.
    private static Frame frame(List<CueLayout.Fitted> cues, CueLayout layout, CaptionArea picture) {
        double highest = cues.stream().mapToDouble(layout::height).max().orElse(0);
        int height = (int) Math.ceil((highest + 2 * layout.margin()) / 2) * 2;
        int left = picture.left() + picture.left() % 2;
        int width = Math.max(2, (picture.width() - 2 * left) / 2 * 2);
        int top = Math.max(0, (picture.bottom() - height) / 2 * 2);
        return new Frame(left, top, width, Math.max(2, height));
    }
}

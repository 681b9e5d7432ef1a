package studio.fanz.app.lookbook;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.job.JobContext;
import studio.fanz.media.MediaException;
import studio.fanz.media.frame.PictureReader;

/// Pictures of the bundled recording, each decoded once.
public final class SampleStills implements IntFunction<BufferedImage> {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int GRAIN_MS = 500;

    private final PictureReader reader;
    private final Path sample;
    private final MediaFacts facts;
    private final Map<Integer, BufferedImage> known = new HashMap<>();

    /// `facts` are those of `sample`.
    public SampleStills(PictureReader reader, Path sample, MediaFacts facts) {
        this.reader = reader;
        this.sample = sample;
        this.facts = facts;
    }

    /// The picture at a time in milliseconds, to the half second.
    ///
    /// @throws IllegalStateException when the bundled recording cannot be decoded: a broken installation
    @Override
    public BufferedImage apply(int ms) {
        return known.computeIfAbsent(ms / GRAIN_MS * GRAIN_MS, this::read);
    }

    private BufferedImage read(int ms) {
        try {
            return Scenes.buffered(reader.at(sample, facts, List.of((long) ms), WIDTH, HEIGHT, JobContext.silent())
                    .getFirst()
                    .picture());
        } catch (MediaException e) {
            throw new IllegalStateException("the bundled recording", e);
        }
    }
}

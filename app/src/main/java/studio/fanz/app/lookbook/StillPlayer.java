package studio.fanz.app.lookbook;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.time.Span;
import studio.fanz.media.frame.Picture;
import studio.fanz.media.play.EditList;
import studio.fanz.media.play.Player;
import studio.fanz.media.play.PlayerFrame;

/// A player for pictures of the window: it shows the recording's picture of every moment it is sent to and tells its
/// state as any player does, but time does not pass by itself, and it is silent. Everything on the calling thread.
final class StillPlayer implements Player {

    private final IntFunction<BufferedImage> stills;
    private final Listener listener;
    private long lastMs;
    private long at;
    private boolean open;

    StillPlayer(IntFunction<BufferedImage> stills, Listener listener) {
        this.stills = stills;
        this.listener = listener;
    }

    @Override
    public void open(Path file, MediaFacts facts) {
        open = true;
        lastMs = facts.durationMs();
        listener.state(State.PAUSED);
        seek(0);
    }

    @Override
    public void unload() {
        open = false;
        listener.state(State.EMPTY);
    }

    @Override
    public void play() {
        listener.state(open ? State.PLAYING : State.EMPTY);
    }

    @Override
    public void pause() {
        listener.state(open ? State.PAUSED : State.EMPTY);
    }

    @Override
    public void seek(long ms) {
        if (open) {
            at = Math.clamp(ms, 0, lastMs);
            listener.frame(frame(Scenes.picture(stills.apply((int) at))));
        }
    }

    @Override
    public void step(int frames) {
        pause();
        seek(at + frames * 40L);
    }

    @Override
    public void rate(double rate) {
        // Time does not pass.
    }

    @Override
    public void keep(EditList kept) {
        // Time does not pass.
    }

    @Override
    public void loop(Optional<Span> between) {
        // Time does not pass.
    }

    @Override
    public void proxy(Path file) {
        // The stills are small.
    }

    @Override
    public Stats stats() {
        return Stats.NONE;
    }

    @Override
    public void volume(double volume) {
        // It is silent.
    }

    @Override
    public void fit(int maxWidth, int maxHeight) {
        // The stills have one size.
    }

    @Override
    public boolean audible() {
        return false;
    }

    @Override
    public void close() {
        open = false;
    }

    private PlayerFrame frame(Picture picture) {
        byte[] rgb = picture.rgb();
        ByteBuffer bgra = ByteBuffer.allocateDirect(picture.width() * picture.height() * 4);
        for (int from = 0; from < rgb.length; from += 3) {
            bgra.put(rgb[from + 2]).put(rgb[from + 1]).put(rgb[from]).put((byte) 255);
        }
        return new PlayerFrame(at, -1, picture.width(), picture.height(), bgra.flip(), () -> {});
    }
}

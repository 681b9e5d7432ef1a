package studio.fanz.media.ffmpeg;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.time.Span;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;
import studio.fanz.media.play.AudioOut;
import studio.fanz.media.play.EditList;
import studio.fanz.media.play.LineOut;
import studio.fanz.media.play.Player;

/// The player of the Edit preview: one thread of its own that decodes, writes sound and hands out pictures, with a
/// queue in front. It is never interrupted; a file that does not come to an end is given up after some seconds.
/// Whatever goes wrong on it, a mistake of ours included, is told to the listener, and the next can be opened.
///
/// Backwards it plays without sound, from stretches decoded ahead of need. Where the computer cannot keep up, pictures
/// are left out first; when that is not enough, sound waits for the picture.
public final class PreviewPlayer implements Player {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewPlayer.class);
    private static final int CLOSE_SECONDS = 5;

    /// What the thread is asked to do.
    @FunctionalInterface
    private interface Command {
        void run(PreviewDeck deck) throws MediaException;
    }

    private final LinkedBlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final AtomicLong seeks = new AtomicLong();
    private final PreviewDeck deck;
    private final Thread owner;
    private volatile boolean stopped;

    /// Plays through the sound device of this computer, silently where there is none.
    public PreviewPlayer(Listener listener) {
        this(listener, LineOut::open);
    }

    /// Plays through another device.
    ///
    /// @param device opens it, on the player's thread; empty where there is none
    public PreviewPlayer(Listener listener, Supplier<Optional<AudioOut>> device) {
        this.deck = new PreviewDeck(listener, device, () -> stopped, System::nanoTime);
        this.owner = Thread.ofPlatform().name("preview").daemon().unstarted(this::work);
        this.owner.start();
    }

    @Override
    public void open(Path file, MediaFacts facts) {
        commands.add(d -> d.open(file, facts));
    }

    @Override
    public void unload() {
        commands.add(PreviewDeck::unload);
    }

    @Override
    public void play() {
        commands.add(PreviewDeck::play);
    }

    @Override
    public void pause() {
        commands.add(PreviewDeck::pause);
    }

    @Override
    public void seek(long ms) {
        long mine = seeks.incrementAndGet();
        commands.add(d -> {
            if (seeks.get() == mine) {
                d.seek(ms);
            }
        });
    }

    @Override
    public void step(int frames) {
        commands.add(d -> d.step(frames));
    }

    @Override
    public void rate(double rate) {
        commands.add(d -> d.rate(rate));
    }

    @Override
    public void volume(double volume) {
        commands.add(d -> d.volume(volume));
    }

    @Override
    public void fit(int maxWidth, int maxHeight) {
        commands.add(d -> d.fit(maxWidth, maxHeight));
    }

    @Override
    public void keep(EditList kept) {
        commands.add(d -> d.keep(kept));
    }

    @Override
    public void loop(Optional<Span> between) {
        commands.add(d -> d.loop(between));
    }

    @Override
    public void proxy(Path file) {
        commands.add(d -> d.proxy(file));
    }

    @Override
    public Stats stats() {
        return deck.stats().queued(commands.size());
    }

    @Override
    public boolean audible() {
        return deck.audible();
    }

    @Override
    public void close() {
        stopped = true;
        commands.add(_ -> {});
        if (Thread.currentThread() == owner) {
            return;
        }
        try {
            owner.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try (deck) {
            while (!stopped) {
                turn();
            }
        } catch (InterruptedException e) {
            LOG.warn("the preview's thread was interrupted");
        } catch (RuntimeException | Error bug) {
            LOG.error("the preview could not be closed", bug);
        }
    }

    private void turn() throws InterruptedException {
        try {
            long wait = deck.pump();
            Command next = wait < 0 ? commands.take() : commands.poll(wait, TimeUnit.MICROSECONDS);
            if (next != null && !stopped) {
                next.run(deck);
            }
        } catch (MediaException problem) {
            fail(problem);
        } catch (RuntimeException | Error bug) {
            // Nobody else would hear of it: the thread would be gone and the picture would stand still for ever.
            LOG.error("the preview stopped", bug);
            fail(new MediaException(Code.PLAYER_FAILED, deck.name(), bug.toString(), bug));
        }
    }

    private void fail(MediaException problem) {
        try {
            deck.fail(problem);
        } catch (RuntimeException | Error bug) {
            LOG.error("a listener of the preview failed", bug);
        }
    }
}

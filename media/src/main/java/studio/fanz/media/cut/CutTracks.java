package studio.fanz.media.cut;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.fanz.media.MediaException;

/// Everything of the new file but its picture.
final class CutTracks {

    private static final int BITS_A_CHANNEL = 96_000;
    private static final List<Integer> RATES = List.of(8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000, 96000);

    private final Reel reel;
    private final Container container;
    private final Splicer.Table table;
    private final List<SoundLayout.Stretch> stretches;
    private final PartShelf parts;
    private final List<Splicer.TrackOrder> sounds = new ArrayList<>();
    private final List<Splicer.TrackOrder> others = new ArrayList<>();
    private final List<Cut.KeptSound> kept = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    CutTracks(Container container, Splicer.Table table, List<SoundLayout.Stretch> stretches, PartShelf parts) {
        this.reel = stretches.getFirst().reel();
        this.container = container;
        this.table = table;
        this.stretches = stretches;
        this.parts = parts;
    }

    /// Lays out all of them.
    ///
    /// @param encode whether sound is encoded even where copies would do
    void lay(boolean encode) throws MediaException {
        for (int i = 0; i < reel.all(Reel.Kind.SOUND).size(); i++) {
            sound(i, encode);
        }
        TextLayout layout = new TextLayout(stretches);
        for (int i = 0; i < reel.all(Reel.Kind.TEXT).size(); i++) {
            if (container.takesText(reel.all(Reel.Kind.TEXT).get(i).codec())) {
                others.add(layout.subtitles(i));
            } else {
                note("text-left-out");
            }
        }
        for (Reel.Track thing : reel.all(Reel.Kind.ATTACHED)) {
            boolean cover = thing.packets().count() > 0;
            if (cover ? container.hides() : container == Container.MKV) {
                others.add(layout.attached(thing));
            } else {
                note("attachment-left-out");
            }
        }
        if (!reel.all(Reel.Kind.DATA).isEmpty() || reel.all(Reel.Kind.PICTURE).size() > 1) {
            note("data-left-out");
        }
    }

    private void note(String code) {
        if (!notes.contains(code)) {
            notes.add(code);
        }
    }

    private void sound(int number, boolean encode) throws MediaException {
        Reel.Track sound = reel.all(Reel.Kind.SOUND).get(number);
        SoundLayout layout = new SoundLayout(number, stretches, container);
        Optional<SoundLayout.Laid> laid = encode ? Optional.empty() : layout.copied();
        if (laid.isPresent()) {
            sounds.add(laid.get().order());
            double worst = 0;
            for (double offset : laid.get().offsets()) {
                worst = Math.abs(offset) > Math.abs(worst) ? offset : worst;
            }
            kept.add(new Cut.KeptSound(sound.index(), "copied", Math.round(worst * 10_000) / 10.0));
            return;
        }
        int rate = container == Container.WEBM || !RATES.contains(sound.rate()) ? 48_000 : sound.rate();
        int channels = Math.max(1, Math.min(sound.channels(), 8));
        Path file = parts.next();
        Splicer.Encoded made = table.encode(new Splicer.SoundOrder(
                stretches.stream()
                        .map(stretch ->
                                new Splicer.SoundOrder.Stretch(reel.file(), sound.index(), stretch.in(), stretch.out()))
                        .toList(),
                container.soundEncoder(),
                BITS_A_CHANNEL * channels,
                rate,
                channels,
                file));
        sounds.add(layout.made(new MadePart(file, file, made), rate));
        kept.add(new Cut.KeptSound(sound.index(), "encoded", 0));
    }

    /// All tracks, sounds first.
    List<Splicer.TrackOrder> all() {
        List<Splicer.TrackOrder> all = new ArrayList<>(sounds);
        all.addAll(others);
        return all;
    }

    List<Splicer.TrackOrder> sounds() {
        return sounds;
    }

    List<Cut.KeptSound> kept() {
        return kept;
    }

    List<String> notes() {
        return notes;
    }
}

package studio.fanz.app.task;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.media.MediaException;
import studio.fanz.media.ModelCatalogue;
import studio.fanz.media.ffmpeg.Ffmpeg;

/// What this computer can do for us, found out by trying.
///
/// @param items in the order a person would ask
public record Diagnosis(List<Item> items) {

    private static final long ROOM_BYTES = 2L << 30;

    public Diagnosis {
        items = List.copyOf(items);
    }

    /// One thing looked at.
    ///
    /// @param name  `java`, `system`, `home`, `disk`, `log`, `ffmpeg`, `models`, `fonts`
    /// @param fine  whether it is as it should be
    /// @param found what was found, or what is wrong, as a person reads it
    public record Item(String name, boolean fine, String found) {}

    /// Looks. Takes a second or two: models are read whole to check them.
    public static Diagnosis of(Workbench bench, JobContext job) {
        var items = new ArrayList<Item>();
        items.add(new Item(
                "java", Runtime.version().feature() >= 25, Runtime.version().toString()));
        items.add(system());
        items.add(new Item(
                "home",
                Files.isWritable(bench.home().root()),
                bench.home().root().toString()));
        items.add(disk(bench));
        items.add(
                new Item("log", true, bench.home().logs().resolve("studio.log").toString()));
        items.add(ffmpeg());
        items.add(models(bench, job));
        items.add(fonts());
        return new Diagnosis(items);
    }

    private static Item system() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores";
        return new Item("system", true, system);
    }

    private static Item disk(Workbench bench) {
        try {
            FileStore store = Files.getFileStore(bench.home().root());
            long free = store.getUsableSpace();
            return new Item("disk", free >= ROOM_BYTES, String.format(Locale.ROOT, "%.1f GB free", free / 1e9));
        } catch (IOException e) {
            return new Item("disk", false, String.valueOf(e.getMessage()));
        }
    }

    private static Item ffmpeg() {
        try {
            return new Item("ffmpeg", true, Ffmpeg.load().ffmpeg().toString());
        } catch (MediaException e) {
            return new Item("ffmpeg", false, String.join(": ", e.arguments()));
        }
    }

    private static Item models(Workbench bench, JobContext job) {
        try {
            int whole = 0;
            for (ModelCatalogue.Entry entry : bench.models().catalogue().entries()) {
                job.checkpoint();
                if (entry.inFolder()) {
                    bench.models().file(entry.file());
                    whole++;
                }
            }
            return new Item("models", true, whole + " files whole");
        } catch (StudioException e) {
            return new Item("models", false, String.join(": ", e.arguments()));
        }
    }

    private static Item fonts() {
        int families =
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT).length;
        return new Item("fonts", families > 0, families + " families of the system");
    }
}

package studio.fanz.media.cut;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.json.Json;
import studio.fanz.core.store.Hashing;
import studio.fanz.core.store.StepKey;
import studio.fanz.core.store.StepStore;
import studio.fanz.core.store.StoreException;
import studio.fanz.media.MediaException;
import studio.fanz.media.MediaException.Code;

/// Where encoded parts are put. Long ones go to the step cache, so that a cut that was stopped or killed goes on from
/// the last one that was finished; edges of a few frames go to a folder that is deleted afterwards.
final class PartShelf {

    /// Parts of fewer frames are made again as quickly as they are looked up.
    private static final int WORTH_KEEPING = 300;

    private static final int VERSION = 1;
    private static final String FILE = "part";
    private static final String ROWS = "part.rows";

    private final StepStore steps;
    private final Path folder;
    private int count;

    /// @param folder for edges
    PartShelf(StepStore steps, Path folder) {
        this.steps = steps;
        this.folder = folder;
    }

    /// A new name in the folder.
    Path next() {
        count++;
        return folder.resolve(FILE + count);
    }

    /// Encodes frames, or takes what was encoded before.
    ///
    /// @param order its files are chosen here
    MadePart frames(Splicer.Table table, Splicer.FrameOrder order) throws MediaException {
        if (order.frames() < WORTH_KEEPING) {
            Path file = next();
            return make(table, order, file, file.resolveSibling(file.getFileName() + ".rows"));
        }
        StepKey key = new StepKey(fingerprint(order.source()), "cut-part", VERSION, options(order));
        Optional<StepStore.Entry> before = steps.find(key);
        if (before.isPresent()) {
            return made(before.get());
        }
        try (StepStore.Draft draft = steps.begin(key)) {
            MadePart made = make(
                    table, order, draft.folder().resolve(FILE), draft.folder().resolve(ROWS));
            return made(draft.publish(told(made.encoded())));
        } catch (StoreException e) {
            Code code = e.code() == StoreException.Code.DISK_FULL ? Code.DISK_FULL : Code.WRITE_FAILED;
            throw new MediaException(code, "parts", String.valueOf(e.getMessage()), e);
        }
    }

    private static MadePart make(Splicer.Table table, Splicer.FrameOrder order, Path file, Path rows)
            throws MediaException {
        return new MadePart(file, rows, table.encode(order.into(file, rows)));
    }

    private static MadePart made(StepStore.Entry entry) {
        JsonNode told = entry.result();
        List<byte[]> sets = new ArrayList<>();
        told.path("sets").forEach(set -> sets.add(Base64.getDecoder().decode(set.asText())));
        long[] times = StreamSupport.stream(told.path("times").spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
        byte[] config = Base64.getDecoder().decode(told.path("config").asText());
        return new MadePart(
                entry.file(FILE),
                entry.file(ROWS),
                new Splicer.Encoded(times, told.path("bytes").asLong(), config, sets));
    }

    private static ObjectNode told(Splicer.Encoded encoded) {
        ObjectNode told = Json.object();
        told.set("times", Json.node(encoded.times()));
        told.put("bytes", encoded.bytes());
        told.put("config", Base64.getEncoder().encodeToString(encoded.config()));
        told.set(
                "sets",
                Json.node(encoded.sets().stream()
                        .map(set -> Base64.getEncoder().encodeToString(set))
                        .toList()));
        return told;
    }

    /// Hashing hours of video would take longer than many a cut: name, size and time of change stand for it.
    private static ContentHash fingerprint(Path source) throws MediaException {
        try {
            Path whole = source.toAbsolutePath().normalize();
            String text = whole + "\n" + Files.size(whole) + "\n" + Files.getLastModifiedTime(whole);
            return Hashing.of(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new MediaException(
                    Code.FILE_MISSING, String.valueOf(source.getFileName()), String.valueOf(gone.getMessage()), gone);
        }
    }

    private static String options(Splicer.FrameOrder order) {
        ObjectNode all = Json.object();
        all.put("stream", order.stream()).put("from", order.from()).put("to", order.to());
        all.put("encoder", order.encoder()).put("filters", order.filters());
        all.put("timebase", order.timebase().toString()).put("lengths", order.lengths());
        all.put("ids", order.ids().toString());
        all.set("options", Json.node(new TreeMap<>(order.options())));
        return Json.compact(all);
    }
}

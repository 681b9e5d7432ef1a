package studio.fanz.media.prep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import studio.fanz.core.json.Documents;
import studio.fanz.core.json.Json;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.store.StepKey;
import studio.fanz.core.store.StepStore;

/// Remembers what steps found, so that nothing is made twice.
///
/// @param store where results lie
/// @param trace told what was made and what was remembered
record Memory(StepStore store, Trace trace) {

    /// The remembered result, or the one `maker` makes now. A remembered result of another shape is made again.
    <T> T of(StepKey key, Class<T> type, Maker<T> maker) throws StudioException {
        long began = System.nanoTime();
        Optional<T> known = store.find(key).flatMap(entry -> read(entry.result(), key, type));
        T value = known.isPresent() ? known.get() : make(key, maker);
        trace.add(new Trace.Ran(key.step(), (System.nanoTime() - began) / 1_000_000, known.isPresent()));
        return value;
    }

    private <T> T make(StepKey key, Maker<T> maker) throws StudioException {
        try (StepStore.Draft draft = store.begin(key)) {
            T made = maker.make(draft.folder());
            draft.publish(Documents.of(key.step(), key.version(), made));
            return made;
        }
    }

    /// Whether the step was taken before.
    boolean knows(StepKey key) {
        return store.find(key).isPresent();
    }

    /// Where a remembered step's files lie.
    Optional<Path> folder(StepKey key) {
        return store.find(key).map(StepStore.Entry::folder);
    }

    /// What has to be known again after a step's program changed: the version is part of the key.
    static StepKey key(Source source, String step, int version, Object options) {
        return new StepKey(source.hash(), step, version, Json.compact(Json.node(options)));
    }

    private static <T> Optional<T> read(ObjectNode result, StepKey key, Class<T> type) {
        try {
            return Optional.of(Documents.read(result, key.step(), key.version(), type));
        } catch (IllegalArgumentException otherShape) {
            return Optional.empty();
        }
    }

    /// Makes a step's result; files go into the folder.
    @FunctionalInterface
    interface Maker<T> {
        T make(Path folder) throws StudioException;
    }
}

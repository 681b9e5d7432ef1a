package studio.fanz.core.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.ContentHash;
import studio.fanz.core.caption.Transcript;

/// What the library knows of recordings. Blocks; any thread. What was written is on disk when a call returns;
/// every change goes to the outbox in the same transaction. All may throw StoreException (disk, rights, busy,
/// damaged).
public interface AssetStore {

    /// One recording.
    Optional<Asset> find(Asset.Id id) throws StoreException;

    /// The recording with these bytes, wherever it lies.
    Optional<Asset> withHash(ContentHash hash) throws StoreException;

    /// What lies at this place, as far as the library knows; not what is known to have gone.
    Optional<Placement> at(Path path) throws StoreException;

    /// Recordings whose id starts so, oldest first.
    List<Asset.Id> startingWith(String idPrefix, int limit) throws StoreException;

    /// Adds recordings as background work, in batches of at most 1,000. One whose hash is there already is
    /// left alone.
    ///
    /// @return how many were new
    int add(List<Arrival> arrivals) throws StoreException;

    /// Says where a recording is now, and that it is there.
    void place(Placement placement) throws StoreException;

    /// Says that a recording's file is not where it was.
    void missing(Asset.Id id) throws StoreException;

    /// Puts another file in a recording's place: content, facts and place change, everything else stays.
    ///
    /// @param now        the recording with its new hash, path and facts
    /// @param modifiedMs the new file's time of change, milliseconds since 1970
    void replace(Asset now, long modifiedMs) throws StoreException;

    /// Calls it something else.
    void rename(Asset.Id id, String name) throws StoreException;

    /// Its tags, in alphabetical order.
    List<String> tags(Asset.Id id) throws StoreException;

    /// Replaces its tags.
    void tag(Asset.Id id, Set<String> tags) throws StoreException;

    /// What somebody wrote about it, empty at first.
    String notes(Asset.Id id) throws StoreException;

    /// Replaces the notes.
    void note(Asset.Id id, String notes) throws StoreException;

    /// What was said in it, if it was listened to.
    Optional<Transcript> transcript(Asset.Id id) throws StoreException;

    /// Keeps what was said.
    void transcribed(Asset.Id id, Transcript transcript) throws StoreException;

    /// Says that it has captions, or no longer has.
    void captioned(Asset.Id id, boolean captioned) throws StoreException;

    /// Says that it was reviewed, with how many findings block a target and how many warn.
    void reviewed(Asset.Id id, int blocks, int warnings) throws StoreException;
}

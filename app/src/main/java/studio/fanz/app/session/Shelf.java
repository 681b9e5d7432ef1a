package studio.fanz.app.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;

/// The library as the screens need it. Every method blocks; called on job threads only.
public interface Shelf {

    /// All that fits, newest first.
    List<Item> find(Wanted wanted) throws StudioException;

    /// How many there are in each list of the left side.
    Map<Wanted.Facet, Integer> counts() throws StudioException;

    /// Where the words are spoken, best first.
    List<Spoken> spoken(String words, int limit) throws StudioException;

    /// Recordings with findings that ask for a look, the worst first.
    List<Need> needs(int limit) throws StudioException;

    /// One recording in full.
    Optional<Asset> asset(Asset.Id id) throws StudioException;

    /// Brings files and whole folders in.
    Added add(List<Path> files, JobContext job) throws StudioException;

    /// What an import did.
    ///
    /// @param assets  what is in the library now, in the order given; a file it already knew counts
    /// @param refused what could not be used, with why
    record Added(List<Asset> assets, List<Refused> refused) {
        public Added {
            assets = List.copyOf(assets);
            refused = List.copyOf(refused);
        }
    }

    /// A file that could not be used.
    record Refused(Path file, StudioException problem) {}
}

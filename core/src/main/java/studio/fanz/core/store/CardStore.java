package studio.fanz.core.store;

import java.util.List;
import studio.fanz.core.asset.Asset;

/// The library as lists and grids read it: any page of 100,000 in a few milliseconds. Blocks; any thread.
public interface CardStore {

    /// How many there are.
    long count(Facets facets) throws StoreException;

    /// A page, newest first.
    ///
    /// @param offset how many to pass over, 0 or more
    /// @param limit  how many at most
    List<Card> page(Facets facets, long offset, int limit) throws StoreException;

    /// Those, in the order given; ids that are not in the library are left out.
    List<Card> cards(List<Asset.Id> ids) throws StoreException;

    /// Those that ask for a look: with findings that block first, then with warnings, newest first.
    List<Card> needingLook(int limit) throws StoreException;
}

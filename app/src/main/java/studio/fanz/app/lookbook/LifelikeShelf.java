package studio.fanz.app.lookbook;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.fanz.app.session.Item;
import studio.fanz.app.session.Need;
import studio.fanz.app.session.Shelf;
import studio.fanz.app.session.Spoken;
import studio.fanz.app.session.Wanted;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.job.JobContext;

/// A library in memory for the look book.
///
/// @param items  what is in it, newest first
/// @param assets the same in full
/// @param needs  what asks for a look
/// @param spoken what every search for a spoken word finds
record LifelikeShelf(List<Item> items, Map<Asset.Id, Asset> assets, List<Need> needs, List<Spoken> spoken)
        implements Shelf {

    @Override
    public List<Item> find(Wanted wanted) {
        String words = wanted.words().toLowerCase(Locale.ROOT);
        boolean said = spoken.stream()
                .anyMatch(hit -> hit.found().toLowerCase(Locale.ROOT).startsWith(words));
        return items.stream()
                .filter(item -> fits(item, wanted.facet()))
                .filter(item -> wanted.kinds().isEmpty() || wanted.kinds().contains(item.kind()))
                .filter(item -> words.isEmpty()
                        || item.name().toLowerCase(Locale.ROOT).contains(words)
                        || (said && spoken.stream().anyMatch(hit -> hit.asset().equals(item.id()))))
                .toList();
    }

    @Override
    public Map<Wanted.Facet, Integer> counts() {
        var counts = new EnumMap<Wanted.Facet, Integer>(Wanted.Facet.class);
        for (Wanted.Facet facet : Wanted.Facet.values()) {
            counts.put(facet, (int)
                    items.stream().filter(item -> fits(item, facet)).count());
        }
        return counts;
    }

    @Override
    public List<Spoken> spoken(String words, int limit) {
        return spoken.stream()
                .filter(hit -> hit.found().toLowerCase(Locale.ROOT).startsWith(words.toLowerCase(Locale.ROOT)))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Need> needs(int limit) {
        return needs.stream().limit(limit).toList();
    }

    @Override
    public Optional<Asset> asset(Asset.Id id) {
        return Optional.ofNullable(assets.get(id));
    }

    @Override
    public Added add(List<Path> files, JobContext job) {
        return new Added(List.of(), List.of());
    }

    private static boolean fits(Item item, Wanted.Facet facet) {
        return switch (facet) {
            case EVERYTHING -> true;
            case NEEDS_CAPTIONS -> !item.badges().contains(Item.Badge.CAPTIONED) && item.durationMs() > 0;
            case NEEDS_REVIEW -> item.badges().contains(Item.Badge.NEEDS_LOOK);
            case READY ->
                item.badges().contains(Item.Badge.CHECKED) && !item.badges().contains(Item.Badge.NEEDS_LOOK);
        };
    }
}

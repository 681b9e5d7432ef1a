package studio.fanz.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import studio.fanz.app.session.Item;
import studio.fanz.app.session.Need;
import studio.fanz.app.session.Shelf;
import studio.fanz.app.session.Spoken;
import studio.fanz.app.session.Strip;
import studio.fanz.app.session.Wanted;
import studio.fanz.app.task.Imported;
import studio.fanz.app.task.KeptReviews;
import studio.fanz.app.task.LibraryDesk;
import studio.fanz.app.task.Previews;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.core.review.Finding;
import studio.fanz.core.store.Card;
import studio.fanz.core.store.Facets;
import studio.fanz.core.store.SearchIndex;
import studio.fanz.core.store.StoreException;

/// The real library as the screens need it.
///
/// @param desk    the open library
/// @param reviews what was found in each recording
record StudioShelf(LibraryDesk desk, KeptReviews reviews) implements Shelf {

    private static final int PAGE = 5_000;
    private static final int FOUND = 2_000;
    private static final int AROUND = 42;

    @Override
    public List<Item> find(Wanted wanted) throws StudioException {
        Facets facets = facets(wanted.facet()).ofKinds(wanted.kinds());
        List<Card> cards = wanted.words().isBlank() ? all(facets) : found(wanted.words(), facets);
        Previews previews = desk.previews();
        return cards.stream()
                .filter(card -> fits(card, wanted.facet()))
                .map(card -> item(card, previews))
                .toList();
    }

    @Override
    public Map<Wanted.Facet, Integer> counts() throws StudioException {
        var counts = new EnumMap<Wanted.Facet, Integer>(Wanted.Facet.class);
        long needs = desk.library().cards().needingLook(Integer.MAX_VALUE).size();
        long checked = desk.library().cards().count(facets(Wanted.Facet.READY));
        counts.put(Wanted.Facet.EVERYTHING, (int) desk.library().cards().count(Facets.ALL));
        counts.put(
                Wanted.Facet.NEEDS_CAPTIONS, (int) desk.library().cards().count(facets(Wanted.Facet.NEEDS_CAPTIONS)));
        counts.put(Wanted.Facet.NEEDS_REVIEW, (int) needs);
        counts.put(Wanted.Facet.READY, (int) Math.max(0, checked - needs));
        return counts;
    }

    @Override
    public List<Spoken> spoken(String words, int limit) throws StudioException {
        SearchIndex index = desk.library().search();
        List<SearchIndex.Hit> hits = index.search(words, Facets.ALL, 0, limit).stream()
                .filter(hit -> hit.moment().isPresent())
                .toList();
        Map<Asset.Id, Card> cards = byId(hits);
        Previews previews = desk.previews();
        var spoken = new ArrayList<Spoken>();
        for (SearchIndex.Hit hit : hits) {
            Card card = cards.get(hit.asset());
            for (SearchIndex.Moment moment : index.moments(hit.asset(), words, limit - spoken.size())) {
                if (card != null && spoken.size() < limit) {
                    spoken.add(said(card, moment, words, previews.posterPlace(card.hash())));
                }
            }
        }
        return spoken;
    }

    @Override
    public List<Need> needs(int limit) throws StudioException {
        var needs = new ArrayList<Need>();
        for (Card card : desk.library().cards().needingLook(limit)) {
            needs.add(new Need(
                    card.id(),
                    card.name(),
                    reviews.worst(card.hash()).orElseGet(() -> counted(card)),
                    card.blocks() + card.warnings() - 1));
        }
        return needs;
    }

    @Override
    public Optional<Asset> asset(Asset.Id id) throws StudioException {
        return desk.library().assets().find(id);
    }

    @Override
    public Added add(List<Path> files, JobContext job) throws StudioException {
        // A single recording is opened at once, and its preparation makes the previews.
        boolean single = files.size() == 1 && Files.isRegularFile(files.getFirst());
        Imported imported = single
                ? desk.importer().runWithoutPreviews(files, job)
                : desk.importer().run(files, job);
        var assets = new ArrayList<Asset>();
        var refused = new ArrayList<Refused>();
        for (Imported.Item item : imported.files()) {
            item.asset().ifPresent(assets::add);
            if (item.asset().isEmpty()) {
                item.problem().ifPresent(problem -> refused.add(new Refused(item.file(), problem)));
            }
        }
        return new Added(assets, refused);
    }

    private List<Card> all(Facets facets) throws StoreException {
        var cards = new ArrayList<Card>();
        List<Card> page = desk.library().cards().page(facets, 0, PAGE);
        while (!page.isEmpty()) {
            cards.addAll(page);
            page = desk.library().cards().page(facets, cards.size(), PAGE);
        }
        return cards;
    }

    private List<Card> found(String words, Facets facets) throws StoreException {
        List<SearchIndex.Hit> hits = desk.library().search().search(words, facets, 0, FOUND);
        return desk.library()
                .cards()
                .cards(hits.stream().map(SearchIndex.Hit::asset).toList());
    }

    private Map<Asset.Id, Card> byId(List<SearchIndex.Hit> hits) throws StoreException {
        return desk
                .library()
                .cards()
                .cards(hits.stream().map(SearchIndex.Hit::asset).toList())
                .stream()
                .collect(Collectors.toMap(Card::id, Function.identity()));
    }

    private static Facets facets(Wanted.Facet facet) {
        return switch (facet) {
            case EVERYTHING -> Facets.ALL;
            case NEEDS_CAPTIONS ->
                Facets.ALL.ofKinds(Set.of(AssetKind.VIDEO, AssetKind.AUDIO)).captioned(false);
            case NEEDS_REVIEW, READY -> Facets.ALL.checked(true);
        };
    }

    private static boolean fits(Card card, Wanted.Facet facet) {
        boolean look = card.blocks() + card.warnings() > 0;
        return switch (facet) {
            case EVERYTHING -> true;
            case NEEDS_CAPTIONS -> card.kind() != AssetKind.IMAGE;
            case NEEDS_REVIEW -> look;
            case READY -> !look;
        };
    }

    private static Item item(Card card, Previews previews) {
        Set<Item.Badge> badges = EnumSet.noneOf(Item.Badge.class);
        if (card.captioned()) {
            badges.add(Item.Badge.CAPTIONED);
        }
        if (card.checked()) {
            badges.add(Item.Badge.CHECKED);
        }
        if (card.blocks() + card.warnings() > 0) {
            badges.add(Item.Badge.NEEDS_LOOK);
        }
        boolean seen = card.width() > 0 && card.height() > 0;
        Optional<Strip> strip = seen && card.durationMs() > 0
                ? Optional.of(previews.stripPlace(card.hash(), card.durationMs()))
                        .map(s -> new Strip(s.picture(), s.count(), s.everyMs()))
                : Optional.empty();
        return new Item(
                card.id(),
                card.name(),
                card.kind(),
                card.durationMs(),
                seen ? (double) card.width() / card.height() : 16 / 9.0,
                card.importedAt(),
                badges,
                seen ? Optional.of(previews.posterPlace(card.hash())) : Optional.empty(),
                strip);
    }

    /// The words around the found ones, cut to a line.
    private static Spoken said(Card card, SearchIndex.Moment moment, String words, Path poster) {
        String text = moment.text();
        String first = words.strip().split("\\s+", 2)[0];
        int at = text.toLowerCase(Locale.ROOT).indexOf(first.toLowerCase(Locale.ROOT));
        int from = Math.max(0, at);
        int to = Math.min(
                text.length(),
                from + Math.max(first.length(), at < 0 ? 0 : words.strip().length()));
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        String before = text.substring(0, from);
        String after = text.substring(to);
        return new Spoken(
                card.id(),
                card.name(),
                moment.startMs(),
                before.length() > AROUND
                        ? "…" + before.substring(before.length() - AROUND).strip()
                        : before.strip(),
                text.substring(from, to),
                after.length() > AROUND ? after.substring(0, AROUND).strip() + "…" : after.strip(),
                Optional.of(poster));
    }

    /// The card knows how many, not which; the Edit screen tells them one by one.
    /// What is known of a review that is not kept: how much it found.
    private static Finding counted(Card card) {
        boolean blocks = card.blocks() > 0;
        return new Finding(
                blocks ? "blocks-some" : "warns-some",
                blocks ? Finding.Severity.BLOCKS : Finding.Severity.WARNING,
                Optional.empty(),
                "file",
                List.of(),
                Integer.toString(blocks ? card.blocks() : card.warnings()),
                "",
                "",
                1,
                Optional.empty());
    }
}

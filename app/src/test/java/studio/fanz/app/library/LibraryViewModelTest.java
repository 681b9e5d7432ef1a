package studio.fanz.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.fanz.app.session.Activity;
import studio.fanz.app.session.HandCrankedJobs;
import studio.fanz.app.session.Intake;
import studio.fanz.app.session.Item;
import studio.fanz.app.session.Navigation;
import studio.fanz.app.session.Need;
import studio.fanz.app.session.Notices;
import studio.fanz.app.session.Place;
import studio.fanz.app.session.Problems;
import studio.fanz.app.session.Shelf;
import studio.fanz.app.session.Spoken;
import studio.fanz.app.session.Wanted;
import studio.fanz.assets.Assets;
import studio.fanz.assets.Texts;
import studio.fanz.core.asset.Asset;
import studio.fanz.core.asset.AssetKind;
import studio.fanz.core.job.JobContext;
import studio.fanz.core.problem.StudioException;
import studio.fanz.media.MediaException;

class LibraryViewModelTest {

    private final HandCrankedJobs jobs = new HandCrankedJobs();
    private final Navigation navigation = new Navigation();
    private final TwoItems shelf = new TwoItems();
    private final Activity activity = new Activity(jobs);
    private final Problems problems = new Problems(Texts.load(Assets.find(), "problems", Locale.ENGLISH));
    private final LibraryViewModel library = new LibraryViewModel(
            activity,
            shelf,
            new Intake(
                    activity,
                    shelf,
                    navigation,
                    new Notices(),
                    Texts.load(Assets.find(), "ui", Locale.ENGLISH),
                    problems),
            navigation,
            problems);

    @Test
    void showsEverythingFirst() {
        jobs.turnAll();
        assertThat(names()).containsExactly("Harbour", "Rocket");
    }

    @Test
    void anOlderAnswerNeverReplacesANewerOne() {
        library.search("rocket");
        jobs.oldestLast();
        jobs.turnAll();

        assertThat(names()).containsExactly("Rocket");
    }

    @Test
    void aSpokenWordOpensItsMoment() {
        library.search("rocket");
        jobs.turnAll();
        library.open(library.foundProperty().get().spoken().getFirst());

        assertThat(navigation.placeProperty().get()).isEqualTo(Place.EDIT);
        assertThat(navigation.visitProperty().get().orElseThrow().atMs()).isEqualTo(6_740);
    }

    @Test
    void saysWhatIsWrongAndTriesAgain() {
        shelf.broken = true;
        jobs.turnAll();
        assertThat(library.troubleProperty().get().orElseThrow().sentence()).contains("library.db");

        shelf.broken = false;
        library.ask();
        jobs.turnAll();
        assertThat(library.troubleProperty().get()).isEmpty();
        assertThat(names()).hasSize(2);
    }

    private List<String> names() {
        return library.foundProperty().get().items().stream().map(Item::name).toList();
    }

    private static final class TwoItems implements Shelf {

        private boolean broken;

        private static Item item(long number, String name) {
            return new Item(
                    new Asset.Id(new UUID(0, number)),
                    name,
                    AssetKind.VIDEO,
                    1_000,
                    1.5,
                    Instant.EPOCH,
                    Set.of(),
                    Optional.empty(),
                    Optional.empty());
        }

        @Override
        public List<Item> find(Wanted wanted) throws StudioException {
            if (broken) {
                throw new MediaException(MediaException.Code.FILE_UNREADABLE, "library.db", "denied");
            }
            return List.of(item(1, "Harbour"), item(2, "Rocket")).stream()
                    .filter(item -> item.name().toLowerCase(Locale.ROOT).contains(wanted.words()))
                    .toList();
        }

        @Override
        public Map<Wanted.Facet, Integer> counts() {
            return Map.of(Wanted.Facet.EVERYTHING, 2);
        }

        @Override
        public List<Spoken> spoken(String words, int limit) {
            return List.of(new Spoken(
                    new Asset.Id(new UUID(0, 2)), "Rocket", 6_740, "a model", "rocket", "", Optional.empty()));
        }

        @Override
        public List<Need> needs(int limit) {
            return List.of();
        }

        @Override
        public Optional<Asset> asset(Asset.Id id) {
            return Optional.empty();
        }

        @Override
        public Added add(List<Path> files, JobContext job) {
            return new Added(List.of(), List.of());
        }
    }
}

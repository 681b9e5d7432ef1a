package studio.fanz.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.fanz.core.asset.MediaFacts;
import studio.fanz.core.review.Finding;
import studio.fanz.core.review.Finding.Severity;
import studio.fanz.core.review.Review;
import studio.fanz.core.time.Rational;

class PreflightTest {

    private static final String HEADER = "target,limit,when,op,value,unit,level,recommended,as_of,source,note\n";
    private static final Rational FPS = new Rational(30, 1);
    private static final MediaFacts LONG = Facts.video(1080, 1920, FPS, 200, 2);

    private static Review check(String rows, MediaFacts facts) {
        return new Preflight(Limits.parse(HEADER + rows)).check(Facts.target("youtube/shorts"), facts);
    }

    private static Finding only(String rows) {
        Review review = check(rows, LONG);
        assertThat(review.findings()).hasSize(1);
        return review.findings().getFirst();
    }

    @Test
    void anOfficialRowRefusesAndSaysWhoSaysSoAndTheWayOut() {
        Finding finding = only("youtube/shorts,duration_max_s,,max,180,s,official,false,2024,https://a.example,");
        assertThat(finding.severity()).isEqualTo(Severity.BLOCKS);
        assertThat(finding.measured()).isEqualTo("200 s");
        assertThat(finding.limit()).isEqualTo("180 s");
        assertThat(finding.source()).isEqualTo("https://a.example (2024)");
        assertThat(finding.fix()).contains(new Finding.Fix("trim", List.of("180000")));
        assertThat(finding.confidence()).isEqualTo(1);
    }

    @Test
    void theBoundItselfIsAllowed() {
        assertThat(check("youtube/shorts,duration_max_s,,max,200,s,official,false,,x,", LONG)
                        .findings())
                .isEmpty();
    }

    @Test
    void whatOnlyOthersSayWarns() {
        assertThat(only("youtube/shorts,duration_max_s,,max,180,s,secondary,false,,x,")
                        .severity())
                .isEqualTo(Severity.WARNING);
        assertThat(only("youtube/shorts,duration_max_s,,max,180,s,unverified,false,,x,")
                        .level())
                .isEqualTo("unverified");
    }

    @Test
    void adviceNeitherRefusesNorWarns() {
        assertThat(only("youtube/shorts,duration_max_s,,max,180,s,official,true,,x,")
                        .severity())
                .isEqualTo(Severity.NOTE);
    }

    @Test
    void sourcesThatDifferAreQuotedTogether() {
        Finding one = only("youtube/shorts,duration_max_s,,max,180,s,conflict,false,,a,\n"
                + "youtube/shorts,duration_max_s,,max,300,s,conflict,false,2020,b,");
        assertThat(one.level()).isEqualTo("conflict");
        assertThat(one.limit()).isEqualTo("180 s | 300 s");
        assertThat(one.source()).isEqualTo("180 s: a | 300 s: b (2020)");
        Finding none = only("youtube/shorts,duration_max_s,,max,180,s,conflict,false,,a,\n"
                + "youtube/shorts,duration_max_s,,max,190,s,conflict,false,,b,");
        assertThat(none.level()).isEqualTo("conflict-all");
        assertThat(none.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aConditionThatNobodyKnowsGivesAdviceOnlyAndAKnownOneDecides() {
        String row = "youtube/shorts,duration_max_s,account=unverified,max,180,s,official,false,,x,";
        assertThat(only(row).severity()).isEqualTo(Severity.NOTE);
        var known = Circumstances.usual().with("account", "unverified");
        assertThat(new Preflight(Limits.parse(HEADER + row), known)
                        .check(Facts.target("youtube/shorts"), LONG)
                        .findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.BLOCKS);
        var other = Circumstances.usual().with("account", "verified");
        assertThat(new Preflight(Limits.parse(HEADER + row), other)
                        .check(Facts.target("youtube/shorts"), LONG)
                        .findings())
                .isEmpty();
    }

    @Test
    void whatTheFileItselfTellsIsKnown() {
        String rows = "youtube/shorts,fps_max,height=1080 rate=standard,max,25,fps,official,false,,x,\n"
                + "youtube/shorts,fps_max,height=720 rate=standard,max,24,fps,official,false,,x,";
        assertThat(only(rows).limit()).startsWith("25 fps");
    }

    @Test
    void whatCouldNotBeComparedIsListed() {
        String rows = """
                youtube/shorts,gop_max_s,,max,2,s,official,false,,x,
                youtube/shorts,mood,,max,2,s,official,false,,x,
                youtube/shorts,duration_max_s,,about,180,s,official,false,,x,
                youtube/shorts,posts_per_day_max,,max,5,count,official,false,,x,
                """;
        Review review = check(rows, LONG);
        assertThat(review.findings()).isEmpty();
        assertThat(review.skipped())
                .extracting(skip -> skip.code() + " " + skip.why())
                .containsExactlyInAnyOrder(
                        "limit:gop_max_s not-measured",
                        "limit:mood unknown-limit",
                        "limit:duration_max_s not-understood",
                        "limit:posts_per_day_max when-posting");
    }

    @Test
    void aTargetWithoutRowsHasNoKnownLimitsAndSaysSo() {
        assertThat(check("x/post,fps_max,,max,60,fps,official,false,,x,", LONG).skipped())
                .containsExactly(new Review.Skipped("limits", "no-limits-known", List.of("youtube/shorts")));
    }

    @Test
    void aCreatorsOwnValueReplacesAllRowsOfThatLimit() {
        Limits own = Limits.parse(HEADER + "youtube/shorts,duration_max_s,,max,900,s,official,false,2026,my account,");
        Limits merged = Facts.limits().withOwn(own);
        assertThat(merged.of("youtube/shorts", "duration_max_s")).hasSize(1);
        assertThat(new Preflight(merged)
                        .check(Facts.target("youtube/shorts"), LONG)
                        .findings())
                .noneMatch(finding -> finding.code().equals("limit:duration_max_s"));
    }

    @Test
    void everyShippedRowIsUnderstoodAndKnown() {
        assertThat(Facts.limits().notUnderstood()).isEmpty();
        assertThat(Facts.limits().rows()).allMatch(row -> LimitNames.known(row.name()));
        assertThat(Facts.targets().all()).hasSize(25);
    }

    @Test
    void textsAreCountedInTheUnitOfTheRow() {
        var preflight = new PostPreflight(Facts.limits());
        Review review =
                preflight.checkText(Facts.target("youtube/long"), new PostText("👨‍👩‍👧‍👦".repeat(20), "a < b"));
        assertThat(review.findings())
                .extracting(f -> f.code() + " " + f.severity() + " " + f.measured())
                .containsExactly(
                        "limit:characters_forbidden BLOCKS <", "limit:title_max_chars WARNING 220 UTF-16 units");
    }

    @Test
    void coversAreComparedToo() {
        var preflight = new PostPreflight(Facts.limits());
        var cover = new PostPreflight.Cover(Optional.of(Facts.image("webp", 600, 338, 60_000_000)), Optional.empty());
        assertThat(preflight.checkCover(Facts.target("youtube/long"), cover).findings())
                .extracting(f -> f.code() + " " + f.severity() + " " + f.level())
                .contains(
                        "limit:thumb_containers BLOCKS official",
                        "limit:thumb_width_min BLOCKS official",
                        "limit:thumb_size_max_bytes WARNING conflict-all");
    }
}

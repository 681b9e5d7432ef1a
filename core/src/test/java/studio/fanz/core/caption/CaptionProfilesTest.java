package studio.fanz.core.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CaptionProfilesTest {

    @Test
    void aLanguagesOwnRowReplacesTheGeneralOne() {
        CaptionProfile netflix = CaptionFixtures.profile("netflix-adult");
        assertThat(netflix.rules("de").or("max_cps", 0)).isEqualTo(17);
        assertThat(netflix.rules("en-US").or("max_cps", 0)).isEqualTo(20);
        assertThat(netflix.rules("ja").count("max_chars_per_line", 0)).isEqualTo(23);
        assertThat(netflix.rules("ja").or("chain_below_ms", -1)).isZero();
        assertThat(netflix.rules("yue").count("max_chars_per_line", 0)).isEqualTo(16);
    }

    @Test
    void aProfileWithoutGeneralRowsIsOfferedOnlyForItsLanguages() {
        CaptionProfile bbc = CaptionFixtures.profile("bbc-online");
        assertThat(bbc.offers("en-GB")).isTrue();
        assertThat(bbc.offers("de")).isFalse();
        assertThat(CaptionFixtures.PROFILES.offered("de"))
                .extracting(CaptionProfile::name)
                .contains("studio-default", "netflix-adult")
                .doesNotContain("bbc-online", "bbc-broadcast", "bbc-vertical");
    }

    @Test
    void aRuleWithoutARowDoesNotHold() {
        assertThat(CaptionFixtures.profile("ted").rules("en").has("min_duration_ms"))
                .isFalse();
    }

    @Test
    void theDefaultIsThere() {
        assertThat(CaptionFixtures.PROFILES.named(CaptionProfiles.DEFAULT)).isPresent();
    }

    @Test
    void aRowTellsItsSource() {
        assertThat(CaptionFixtures.profile("netflix-adult").row("max_cps", "ko"))
                .hasValueSatisfying(row -> assertThat(row.source()).contains("NetflixQualityController"));
    }

    @Test
    void aRowWithoutAValueIsRefused() {
        assertThatThrownBy(() -> CaptionProfiles.parse("profile,language,rule,value\np,*,max_cps,\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

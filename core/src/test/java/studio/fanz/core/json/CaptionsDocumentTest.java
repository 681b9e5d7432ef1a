package studio.fanz.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Cue;

class CaptionsDocumentTest {

    @Test
    void captionsKeepEverythingAsADocument() {
        Cue.Flag flag = new Cue.Flag("max_cps", 21.5, 20, "speech-too-fast");
        Cue cue = new Cue(734, 3136, List.of("Hi, \"you\"", "مرحبا 👩‍🚀 \\N"), 0, 6, List.of(flag));
        Captions captions = new Captions("en", "studio-default", List.of(cue));
        String text = Json.pretty(Documents.of("captions", 1, captions));
        assertThat(text).contains("\"schema\" : \"fanz/captions@1\"");
        assertThat(Documents.read(Json.parse(text), "captions", 1, Captions.class))
                .isEqualTo(captions);
    }
}

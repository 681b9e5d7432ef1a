package studio.fanz.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import studio.fanz.app.task.AssetReport;
import studio.fanz.app.task.Diagnosis;
import studio.fanz.app.task.Listing;
import studio.fanz.app.task.PlainExports;
import studio.fanz.app.task.ProjectDesk;
import studio.fanz.app.task.RelinkAsset;
import studio.fanz.core.asset.Cover;
import studio.fanz.core.asset.Loudness;
import studio.fanz.core.caption.Captions;
import studio.fanz.core.caption.Transcript;
import studio.fanz.core.post.Draft;
import studio.fanz.core.project.Rendition;
import studio.fanz.core.review.Review;
import studio.fanz.core.store.pack.ProjectExport;
import studio.fanz.core.store.pack.ProjectHead;
import studio.fanz.core.store.pack.ProjectImport;
import studio.fanz.media.cut.Cut;
import studio.fanz.media.prep.Prep;
import studio.fanz.media.prep.Renditions;

/// What `docs/documents.md` promises is what is written: the fields of each document are its record's components.
class DocumentsPageTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicTest> the_page_names_every_field_of_every_document() {
        return Stream.of(
                document("transcript", Transcript.class),
                document("captions", Captions.class),
                document("thumbnails", Cover.Choice.class),
                document("review", Review.class),
                document("rendition", Rendition.class),
                document("export", Renditions.class),
                document("cut", Cut.class),
                document("export-as", PlainExports.Made.class),
                document("post", Draft.class),
                document("prep", Prep.Report.class),
                document("shots", ShotsVerb.Shots.class),
                document("cut-list", CutList.class),
                document("cutlist", CutlistVerb.Listed.class),
                document("paper", PaperVerb.Paper.class),
                document("loudness", Loudness.class),
                document("targets", TargetsVerb.Places.class),
                document("models", ModelsVerb.Models.class),
                document("doctor", Diagnosis.class),
                document("lookbook", LookbookVerb.Pictures.class),
                document("library", Listing.class),
                document("show", AssetReport.class),
                document("project", ProjectHead.class),
                document("project-history", ProjectDesk.States.class),
                document("project-state", ProjectDesk.State.class),
                document("project-export", ProjectExport.Exported.class),
                document("project-import", ProjectImport.Arrived.class),
                document("relink", RelinkAsset.Relinked.class));
    }

    private static DynamicTest document(String name, Class<? extends Record> type) {
        return DynamicTest.dynamicTest(
                name,
                () -> assertThat(fields(name))
                        .containsExactlyElementsOf(Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList()));
    }

    private static List<String> fields(String name) throws IOException {
        Path page = Path.of(System.getProperty("fanz.assets"), "..", "docs", "documents.md");
        String text = Files.readString(page);
        int start = text.indexOf("## `fanz/" + name + "@1`");
        assertThat(start).as("a section on " + name).isNotNegative();
        int end = text.indexOf("\n## ", start + 1);
        return ROW.matcher(text.substring(start, end < 0 ? text.length() : end))
                .results()
                .map((java.util.regex.MatchResult row) -> row.group(1))
                .toList();
    }
}

package studio.fanz;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The rules of the house (docs/architecture.md), each with its reason.
class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("studio.fanz");

    /// Left may not use right; packages in one group may not use each other.
    private static final List<List<String>> CORE = List.of(
            List.of("csv", "time", "problem"),
            List.of("job", "insight", "schedule"),
            List.of("asset", "review"),
            List.of("caption", "timeline", "platform"),
            List.of("project", "post"),
            List.of("edit"),
            List.of("json"),
            List.of("store"),
            List.of("store.sqlite", "store.pack"));

    private static final List<List<String>> MEDIA = List.of(
            List.of("frame"),
            List.of("probe", "effect"),
            List.of("speech", "vision", "language", "render", "cut"),
            List.of("play", "export"),
            List.of("prep", "ffmpeg", "onnx"));

    private static final List<List<String>> APP = List.of(
            List.of("theme", "fx"),
            List.of("control"),
            List.of("task", "session"),
            List.of("today", "library", "editor", "captions", "covers", "review", "export", "post", "settings", "cli"),
            List.of("shell"),
            List.of("lookbook"));

    @TestFactory
    List<DynamicTest> aPackageUsesOnlyGroupsToItsLeft() {
        return java.util.stream.Stream.of(arrows("core", CORE), arrows("media", MEDIA), arrows("app", APP))
                .flatMap(List::stream)
                .toList();
    }

    private static List<DynamicTest> arrows(String module, List<List<String>> groups) {
        var tests = new java.util.ArrayList<DynamicTest>();
        for (int g = 0; g < groups.size(); g++) {
            for (String name : groups.get(g)) {
                var allowed = new java.util.ArrayList<String>();
                groups.subList(0, g).forEach(allowed::addAll);
                allowed.add(name);
                tests.add(DynamicTest.dynamicTest(
                        module + "." + name,
                        () -> classes()
                                .that(residesIn(module, List.of(name), groups))
                                .should()
                                .onlyDependOnClassesThat(foreign(module)
                                        .or(residesIn(module, allowed, groups))
                                        .or(inRoot(module)))
                                .because("data flows one way; a newcomer finds the place to change by folder names")
                                .allowEmptyShould(true)
                                .check(ALL)));
            }
        }
        return tests;
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        classes()
                .that()
                .resideInAPackage("studio.fanz..")
                .should(new ArchCondition<>("stand in a listed package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean known = placeOf(type, "core", CORE).isPresent()
                                || placeOf(type, "media", MEDIA).isPresent()
                                || placeOf(type, "app", APP).isPresent()
                                || List.of("core", "media", "app", "assets", "bench")
                                        .contains(type.getPackageName().replace("studio.fanz.", ""));
                        if (!known) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " has no place"));
                        }
                    }
                })
                .check(ALL);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("studio.fanz.(**)")
                .should()
                .beFreeOfCycles()
                .because("knots are what makes a house unchangeable")
                .check(ALL);
    }

    @Test
    void modulesUseOnlyWhatStandsBelowThem() {
        noClasses()
                .that()
                .resideInAPackage("studio.fanz.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("studio.fanz.media..", "studio.fanz.app..", "studio.fanz.assets..", "javafx..")
                .because("the model knows neither windows nor codecs")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("studio.fanz.media..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "studio.fanz.app..", "studio.fanz.assets..", "javafx..", "okhttp3..", "java.net.http..")
                .because("media has no window and no network")
                .check(ALL);
    }

    @Test
    void nativeCodeAndFormatsHaveOneDoorEach() {
        door("org.bytedeco..", "studio.fanz.media.ffmpeg..");
        door("ai.onnxruntime..", "studio.fanz.media.onnx..");
        door("com.fasterxml.jackson..", "studio.fanz.core.json..");
        door("java.sql..", "studio.fanz.core.store.sqlite..");
        door("javafx..", "studio.fanz.app..", "studio.fanz.bench..");
    }

    private static void door(String guarded, String... owners) {
        noClasses()
                .that()
                .resideOutsideOfPackages(owners)
                .should(onlyThroughTheTypesOf(guarded))
                .because(guarded + " has one door, so that it can be replaced and its faults stay behind it")
                .check(ALL);
    }

    /// Trees of JSON may be handed on and completed, never parsed or bound elsewhere.
    private static ArchCondition<JavaClass> onlyThroughTheTypesOf(String guarded) {
        DescribedPredicate<JavaClass> type = resideInAnyPackage(guarded);
        DescribedPredicate<JavaClass> tree = DescribedPredicate.describe(
                "JSON trees",
                c -> c.getName().startsWith("com.fasterxml.jackson.databind.node.")
                        || c.getName().equals("com.fasterxml.jackson.databind.JsonNode")
                        || c.getName().equals("com.fasterxml.jackson.core.TreeNode"));
        return com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat(
                type.and(DescribedPredicate.not(tree)));
    }

    @Test
    void viewModelsKnowNoScene() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("what a screen does is tested without a screen")
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void onlyAppFxHandsWorkToTheFxThread() {
        noClasses()
                .that()
                .resideOutsideOfPackage("studio.fanz.app.fx..")
                .should()
                .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName())
                .because("one place decides how results arrive")
                .check(ALL);
    }

    @Test
    void threadsHaveKnownParents() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "studio.fanz.core.job..",
                        "studio.fanz.core.store.sqlite..",
                        "studio.fanz.media.ffmpeg..",
                        "studio.fanz.media.onnx..",
                        "studio.fanz.media.play..",
                        "studio.fanz.app.cli..",
                        "studio.fanz.app.fx..",
                        "studio.fanz.app",
                        "studio.fanz.bench..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .orShould()
                .callConstructorWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(Thread.class))))
                .because("lanes and owners are the only threads; DESIGN: threads")
                .check(ALL);
    }

    @Test
    void namesSaySomething() {
        classes()
                .that()
                .resideInAPackage("studio.fanz..")
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Base|Info|Processor)")
                .because("a name that fits any class fits none")
                .check(ALL);
    }

    @Test
    void nobodyPrintsOrExitsButTheSkins() {
        noClasses()
                .that()
                .resideOutsideOfPackages("studio.fanz.app.cli..", "studio.fanz.app", "studio.fanz.bench..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .because("standard output belongs to the command line's one document")
                .check(ALL);
    }

    @Test
    void nothingReturnsNullOnPurposeAsAnOptional() {
        methods()
                .that()
                .haveRawReturnType(Optional.class)
                .should()
                .notBeAnnotatedWith("org.jspecify.annotations.Nullable")
                .because("an Optional is there or empty, never null")
                .check(ALL);
    }

    private static DescribedPredicate<JavaClass> foreign(String module) {
        return DescribedPredicate.describe(
                "outside " + module, c -> !c.getPackageName().startsWith("studio.fanz." + module));
    }

    private static DescribedPredicate<JavaClass> inRoot(String module) {
        boolean rootIsLeft = !module.equals("app");
        return DescribedPredicate.describe(
                "the root of " + module, c -> rootIsLeft && c.getPackageName().equals("studio.fanz." + module));
    }

    private static DescribedPredicate<JavaClass> residesIn(
            String module, List<String> names, List<List<String>> groups) {
        return DescribedPredicate.describe(
                module + " " + names,
                c -> placeOf(c, module, groups).filter(names::contains).isPresent());
    }

    /// The longest listed package that holds the class.
    private static Optional<String> placeOf(JavaClass type, String module, List<List<String>> groups) {
        return groups.stream()
                .flatMap(List::stream)
                .filter(name -> (type.getPackageName() + ".").startsWith("studio.fanz." + module + "." + name + "."))
                .max(java.util.Comparator.comparingInt(String::length));
    }
}

package org.shuqi;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The floor plan of the house, and the proof that the house was built to it. */
class HouseTest {

    /** Floor, room, and the rooms it may use. Every one of them is on a lower floor. */
    private static final String PLAN =
            """
            0 vocabulary      -
            0 problem         -
            0 time            -
            1 graph           problem
            1 chart           -
            2 access          vocabulary
            2 gate            graph problem
            2 proof           graph problem
            3 change          access graph problem
            4 record          access change graph problem vocabulary
            4 standard        change gate graph problem vocabulary
            5 casework        access change graph problem record time vocabulary
            5 account         access change graph problem record time vocabulary
            5 openid          problem
            5 decision        graph problem time vocabulary
            5 clock           graph problem time vocabulary
            5 rights          access change graph problem vocabulary
            5 form            access change gate graph problem record vocabulary
            5 signature       access change graph problem record time vocabulary
            5 journal         problem proof record
            6 duty            access change clock graph problem vocabulary
            6 audit           access graph journal problem rights vocabulary
            6 agreement       access casework decision graph problem record time vocabulary
            6 bundle          decision graph problem proof record time vocabulary
            6 exchange        access change graph problem record vocabulary
            6 generate        decision vocabulary
            6 notice          access clock graph problem record vocabulary
            6 proposal        access decision gate graph problem record standard vocabulary
            6 receipt         access change decision graph problem proof record time vocabulary
            6 registry        access casework change decision gate graph journal problem proof record rights signature standard vocabulary
            6 review          decision graph problem time vocabulary
            6 search          access graph problem rights vocabulary
            6 supervision     access clock graph problem record rights time vocabulary
            6 sheet           access change graph problem record vocabulary
            6 shield          access problem
            7 paper           graph problem record signature time vocabulary
            7 sparql          decision graph problem registry shield
            7 login           access account openid problem record registry shield time vocabulary
            7 ops               access change clock duty graph journal notice problem proof record registry signature
            7 cli               access account bundle casework change clock decision exchange gate generate graph journal problem proof proposal receipt record registry review search sheet standard supervision vocabulary
            7 api               access agreement audit bundle casework change clock decision exchange graph journal notice problem proof proposal receipt record registry review rights search sheet shield signature standard supervision time vocabulary
            8 web               access account agreement api audit casework change chart clock decision form gate graph journal login paper problem proof proposal record registry search sheet signature sparql standard supervision time vocabulary
            """;

    /** What is kept under lock, and the only rooms that hold a key. */
    private static final String LOCKS =
            """
            org.apache.jena.tdb2      graph
            org.shuqi.graph.Ledger    graph change
            org.apache.jena.shacl     gate
            org.eclipse.rdf4j         federation
            io.micronaut.http         login api ops shield sparql web
            picocli                   cli
            gg.jte                    web
            org.dhatim                api sheet
            org.apache.lucene         search
            org.apache.commons.csv    sheet
            org.apache.poi            sheet
            com.lowagie               paper
            com.google.zxing          paper
            """;

    private static final int LONGEST_FILE = 400;

    private static final String ROOT = "org.shuqi.";

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.shuqi");

    @Test
    void theHouseIsSeen() {
        assertThat(house.size()).isGreaterThan(20);
    }

    @Test
    void arrowsOnlyGoDown() {
        plan().forEach((room, line) -> assertThat(line.uses())
                .as(room + " may use only lower floors")
                .allMatch(used -> plan().get(used).floor() < line.floor()));
    }

    @Test
    void roomsUseExactlyWhatThePlanSays() {
        var built = new TreeMap<String, Set<String>>();
        house.stream()
                .map(HouseTest::room)
                .filter(room -> !room.isEmpty())
                .forEach(room -> built.putIfAbsent(room, new TreeSet<>()));
        house.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(HouseTest::crossesAWall)
                .forEach(arrow -> built.get(room(arrow.getOriginClass())).add(room(arrow.getTargetClass())));

        assertThat(built.keySet()).isEqualTo(plan().keySet());
        plan().forEach((room, line) -> assertThat(built.get(room)).as(room).isEqualTo(line.uses()));
    }

    @Test
    void roomsHaveNoInnerCycles() {
        SlicesRuleDefinition.slices()
                .matching("org.shuqi.(**)")
                .should()
                .beFreeOfCycles()
                .check(house);
    }

    @Test
    void onlyKeyHoldersOpenLocks() {
        LOCKS.lines().map(line -> line.split("\\s+")).forEach(words -> assertThat(users(words[0]))
                .as(words[0])
                .isSubsetOf(Arrays.asList(words).subList(1, words.length)));
    }

    @Test
    void atLeastHalfOfAllTypesAreHidden() {
        var types = house.stream().filter(type -> type.isTopLevelClass()).toList();
        var shown = types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .toList();

        assertThat(shown.size()).isLessThan(types.size() / 2);
    }

    @Test
    void filesAreShortEnoughToRead() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(LONGEST_FILE));
        }
    }

    private Set<String> users(String locked) {
        return house.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(arrow -> arrow.getTargetClass().getName().startsWith(locked)))
                .map(HouseTest::room)
                .collect(toCollection(TreeSet::new));
    }

    private static boolean crossesAWall(Dependency arrow) {
        return arrow.getTargetClass().getPackageName().startsWith(ROOT)
                && arrow.getOriginClass().getPackageName().startsWith(ROOT)
                && !room(arrow.getTargetClass()).equals(room(arrow.getOriginClass()));
    }

    private static String room(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.")[0] : "";
    }

    private static Map<String, Line> plan() {
        var plan = new TreeMap<String, Line>();
        PLAN.lines().map(line -> line.split("\\s+")).forEach(words -> plan.put(words[1], Line.of(words)));
        return plan;
    }

    private record Line(int floor, Set<String> uses) {
        static Line of(String[] words) {
            var uses = Arrays.stream(words, 2, words.length).filter(word -> !word.equals("-"));
            return new Line(Integer.parseInt(words[0]), uses.collect(toCollection(TreeSet::new)));
        }
    }
}

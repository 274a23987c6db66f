package org.shuqi.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.WorkedExample;
import org.shuqi.access.Caller;
import org.shuqi.problem.Refusal;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Every violation: a small register that shows it, and one that comes as near to it as the Order allows. */
class ViolationsTest {

    @TempDir
    static Path data;

    private static Ground ground;

    @BeforeAll
    static void open() {
        ground = new Ground(data);
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    static Stream<String> codes() {
        return Violations.CODES.stream();
    }

    @Test
    void whatTheCasesStandOnBreaksNothing() {
        ground.hold(Ground.cases("common.ttl"));

        assertThat(ground.violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theRegisterThatBreaksItShowsExactlyThat(String code) throws IOException {
        ground.hold(Ground.cases("common.ttl", code + "/violates.ttl"));

        var found = ground.violations(code);

        assertThat(found.stream().map(ViolationsTest::row)).containsExactlyInAnyOrderElementsOf(expected(code));
        assertThat(found).allSatisfy(breach -> {
            assertThat(breach.text().zh() + breach.text().en()).doesNotContain("{", "}");
            assertThat(breach.text().zh()).isNotBlank();
            assertThat(breach.text().en()).isNotBlank();
            assertThat(breach.law()).isNotEmpty();
            assertThat(breach.finding()).isEmpty();
        });
        assertThat(found.stream().map(Breach::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theNearMissIsLeftAlone(String code) {
        ground.hold(Ground.cases("common.ttl", code + "/near-miss.ttl"));

        assertThat(ground.violations(code)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theNamesStayTheSameAndEveryLawIsDescribed(String code) {
        ground.hold(Ground.cases("common.ttl", code + "/violates.ttl"));
        var first = ground.violations(code).stream().map(Breach::id).toList();
        ground.hold(Ground.cases("common.ttl"));
        ground.hold(Ground.cases("common.ttl", code + "/violates.ttl"));

        assertThat(ground.violations(code).stream().map(Breach::id)).isEqualTo(first);
        try (var now = ground.store.read()) {
            assertThat(ground.violations(code)).flatExtracting(Breach::law).allSatisfy(law -> assertThat(
                            now.union().contains(law, Sq.article, org.apache.jena.graph.Node.ANY))
                    .as(law.toString())
                    .isTrue());
        }
    }

    @Test
    void everyQueryIsAskedAndEveryCodeIsInTheList() throws IOException {
        try (var files = Files.list(Ground.CASES.resolveSibling("violations"))) {
            var there = files.map(file -> file.getFileName().toString().replace(".rq", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(there).isEqualTo(new TreeSet<>(Violations.CODES));
        }
        try (var now = ground.store.read()) {
            Graph registry = now.union();
            assertThat(Violations.CODES)
                    .allMatch(code -> registry.contains(
                            Sq.code("violation-code", code), Skos.inScheme, Sq.scheme("violation-code")));
        }
    }

    @Test
    void oneIsPutOnFileOnceAndSaysWhatItRestsOn() {
        ground.hold(Ground.cases("common.ttl", "40-4/violates.ttl"));
        var breach = ground.violations("40-4").get(0);

        var first =
                ground.supervision.record(breach.id(), Optional.of(WorkedExample.BASE + "bureau"), Caller.operator());
        var revision = ground.store.revision();
        var second = ground.supervision.record(breach.id(), Optional.empty(), Caller.operator());

        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.record().iri()).isEqualTo(first.record().iri());
        assertThat(first.record().iri().getURI()).endsWith("finding/" + breach.id());
        assertThat(ground.store.revision()).isEqualTo(revision);
        var json = first.record().json();
        assertThat(json.path("violationCode").asText()).isEqualTo("40-4");
        assertThat(json.path("about").toString()).contains(WorkedExample.BASE + "past");
        assertThat(json.path("violatedSince").asText()).isEqualTo("2026-04-30T16:00:00Z");
        assertThat(ground.violations("40-4").get(0).finding())
                .contains(first.record().iri());
    }

    @Test
    void aFindingThatTheClocksWroteIsOfItsOwnLastDayOnly() {
        var graph = Ground.cases("common.ttl", "39-6/violates.ttl");
        RDFParser.fromString(
                        """
                        PREFIX sq: <https://w3id.org/shuqi/ns#>
                        PREFIX viol: <https://w3id.org/shuqi/code/violation-code/>
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                        BASE <http://localhost:8080/id/>
                        <other> a sq:Finding ; sq:violationCode viol:39-6 ; sq:about <check> ; sq:responsibleParty <police> ; sq:dueOn "2026-03-02"^^xsd:date .
                        <same> a sq:Finding ; sq:violationCode viol:39-6 ; sq:about <check> ; sq:responsibleParty <police> ; sq:dueOn "2026-04-21"^^xsd:date .
                        """,
                        Lang.TURTLE)
                .parse(graph);
        ground.hold(graph);

        assertThat(ground.violations("39-6").get(0).finding())
                .contains(NodeFactory.createURI(WorkedExample.BASE + "same"));
    }

    @Test
    void whatIsNotThereCannotBePutOnFile() {
        ground.hold(Ground.cases("common.ttl"));

        assertThatThrownBy(() -> ground.supervision.record("40-4-0000", Optional.empty(), Caller.operator()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("40-4-0000");
        assertThatThrownBy(() -> ground.violations("39-9")).isInstanceOf(Refusal.class);
    }

    @Test
    void aPastInstantIsJudgedByWhatHeldThen() {
        ground.hold(Ground.cases("common.ttl", "40-4/violates.ttl"));
        var before = new Supervision.Question(
                List.of("40-4"), Optional.empty(), Optional.of("2026-04-30"), OptionalLong.empty());

        assertThat(ground.supervision.violations(before).rows()).isEmpty();
    }

    private static String row(Breach breach) {
        var beside = breach.records().size() > 1 ? name(breach.records().get(1).getURI()) : "";
        return String.join(
                ",",
                breach.code(),
                name(breach.party().getURI()),
                name(breach.records().get(0).getURI()),
                beside,
                breach.since().toString());
    }

    private static String name(String iri) {
        return NodeFactory.createURI(iri).getURI().substring(WorkedExample.BASE.length());
    }

    private static List<String> expected(String code) throws IOException {
        return Files.readAllLines(Ground.CASES.resolve("expected.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[0].equals(code))
                .map(cells -> String.join(
                        ",",
                        cells[0],
                        cells[1],
                        cells[2],
                        cells[3],
                        Instants.parse(cells[4].contains("T") ? cells[4] + "+08:00" : cells[4], Ground.ZONE)
                                .orElseThrow()
                                .toString()))
                .toList();
    }
}

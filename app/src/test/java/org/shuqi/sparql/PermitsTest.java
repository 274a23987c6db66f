package org.shuqi.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.WorkedExample;
import org.shuqi.decision.Outcome;
import org.shuqi.decision.QuestionForm;
import org.shuqi.registry.Registry;

/** {@code sq:permits} and {@code sq:decide} say what every other door says. */
class PermitsTest {

    private static final String BASE = "http://localhost:8080/id/";
    private static final String PURPOSE = "https://w3id.org/shuqi/code/purpose/";

    @TempDir
    static Path data;

    private static Endpoint endpoint;

    @BeforeAll
    static void open() {
        endpoint = Endpoint.open(data);
    }

    @AfterAll
    static void close() {
        endpoint.close();
    }

    /** The questions that the functions can ask: to receive all items, by query, from the usual provider. */
    static Stream<WorkedExample.Line> askable() {
        return WorkedExample.lines()
                .filter(line -> line.form().items().isEmpty()
                        && line.form().method().orElse("query").equals("query")
                        && line.form().action().orElse("receive").equals("receive")
                        && line.form().provider().isEmpty()
                        && line.form().region().isEmpty());
    }

    /** It is worked out when it is looked at, in whatever way that is. */
    @Test
    void howLongAnAnswerLastsIsTheSameHoweverItIsLookedAt() {
        var call = " (dataset:marriages organization:tax purpose:tax-enforcement) sq:permits (?o ?g ?until) . ";
        var end = "\"2026-10-10T00:00:00+08:00\"^^xsd:dateTime";
        var later = "\"2026-10-11T00:00:00+08:00\"^^xsd:dateTime";

        var until = endpoint.rows("SELECT ?until {" + call + "}");

        assertThat(until).hasSize(1).first().asString().contains("2026-10-10T00:00:00+08:00");
        assertThat(endpoint.rows("SELECT DISTINCT ?until {" + call + "}")).isEqualTo(until);
        assertThat(endpoint.rows("SELECT ?until { {" + call + "} FILTER(?until = " + end + ") }"))
                .isEqualTo(until);
        assertThat(endpoint.rows("SELECT ?until {" + call + "FILTER(?until >= " + later + ") }"))
                .isEmpty();
        assertThat(endpoint.rows("SELECT ?x {" + call + "BIND(?until AS ?x) }")).isEqualTo(until);
        assertThat(endpoint.rows("SELECT ?until { VALUES ?until { " + later + " " + end + " }" + call + "}"))
                .isEqualTo(until);
        assertThat(endpoint.rows("SELECT ?o {" + call.replace("?until", end) + "}"))
                .hasSize(1);
        assertThat(endpoint.rows("SELECT ?o {" + call.replace("?until", later) + "}"))
                .isEmpty();
        assertThat(endpoint.rows("SELECT (COUNT(DISTINCT *) AS ?n) {" + call + "}"))
                .containsExactly("1");
        assertThat(endpoint.rows("SELECT ?until {" + call + "} ORDER BY ?until"))
                .isEqualTo(until);
    }

    @Test
    void enoughOfTheQuestionsCanBeAsked() {
        assertThat(askable().count()).isGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("askable")
    void aQuestionOfTheWorkedExampleHasTheSameOutcome(WorkedExample.Line line) {
        var form = line.form();
        var at = form.at().orElse(WorkedExample.AT);
        var three = "<%s>, <%s>, <%s>"
                .formatted(form.dataset(), form.recipient(), form.purpose().orElseThrow());
        var outcome = "<https://w3id.org/shuqi/code/outcome/" + line.outcome() + ">";

        assertThat(endpoint.rows("SELECT (sq:decide(%s, '%s'^^xsd:dateTime) AS ?o) {}".formatted(three, at)))
                .containsExactly(outcome);
        if (OffsetDateTime.parse(at).toInstant().equals(Endpoint.NOW)) {
            assertThat(endpoint.rows("SELECT ?o { (%s) sq:permits ?o }".formatted(three.replace(",", ""))))
                    .containsExactly(outcome);
        }
    }

    @Test
    void everyTupleHasTheOutcomeThatTheEngineGives() {
        var decisions = endpoint.part(Registry.class).decisions();
        var datasets = endpoint.rows("SELECT ?d { ?d a dcat:Dataset }");
        var recipients = endpoint.rows("SELECT ?r { ?r a <http://www.w3.org/ns/org#FormalOrganization> }");
        var purposes = Stream.of("statistics", "housing-fund-loan", "marketing", "social-governance", "tax-enforcement")
                .map(code -> "<" + PURPOSE + code + ">")
                .toList();
        var permitted = new TreeSet<String>();
        for (var purpose : purposes) {
            var rows = endpoint.rows(
                    "SELECT ?d ?r ?o { ?d a dcat:Dataset . ?r a <http://www.w3.org/ns/org#FormalOrganization> . (?d ?r "
                            + purpose + ") sq:permits ?o }");
            assertThat(rows).hasSize(datasets.size() * recipients.size());
            for (var row : rows) {
                var cells = row.split("\t");
                var answer = decisions.answer(question(iri(cells[0]), iri(cells[1]), iri(purpose)));
                assertThat(cells[2])
                        .as(row + purpose)
                        .endsWith("/" + answer.outcome().code() + ">");
                if (answer.outcome() == Outcome.PERMIT) {
                    permitted.add(cells[0] + cells[1] + purpose);
                }
            }
        }
        assertThat(permitted).isNotEmpty();

        var enumerated = endpoint.rows("SELECT ?d ?r ?u { (?d ?r ?u) sq:permits (?o) }").stream()
                .filter(row -> purposes.contains(row.split("\t")[2]))
                .map(row -> row.replace("\t", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(enumerated).isEqualTo(permitted);
    }

    @Test
    void whateverIsBoundTheRowsAreTheSame() {
        var all = Set.copyOf(endpoint.rows("SELECT ?d ?r ?u ?g ?v { (?d ?r ?u) sq:permits (?o ?g ?v) }"));
        assertThat(all).isNotEmpty();

        for (var bound : List.of("?d", "?r", "?u", "?g")) {
            var values = all.stream()
                    .map(row ->
                            row.split("\t", -1)[List.of("?d", "?r", "?u", "?g").indexOf(bound)])
                    .filter(value -> !value.isEmpty())
                    .collect(Collectors.toSet());
            var found = new HashSet<String>();
            for (var value : values) {
                found.addAll(endpoint.rows(("SELECT ?d ?r ?u ?g ?v { (?d ?r ?u) sq:permits (?o ?g ?v) . VALUES " + bound
                        + " { " + value + " } }")));
                var constant = endpoint.rows(("SELECT * { (?d ?r ?u) sq:permits (?o ?g ?v) }").replace(bound, value));
                assertThat(constant).as(bound + value).isNotEmpty();
            }
            if (!bound.equals("?g")) {
                assertThat(found).as(bound).isEqualTo(all);
            }
        }
    }

    @Test
    void whereItIsWrittenMakesNoDifference() {
        var last = "SELECT ?o { ?d dct:identifier '307001/000001' . ?r skos:prefLabel '市公积金中心'@zh . "
                + "VALUES ?u { purpose:housing-fund } (?d ?r ?u) sq:permits ?o }";
        var first = "SELECT ?o { (?d ?r ?u) sq:permits ?o . ?d dct:identifier '307001/000001' . "
                + "?r skos:prefLabel '市公积金中心'@zh . VALUES ?u { purpose:housing-fund } }";
        var beforeGraph = "SELECT ?o { (?d ?r ?u) sq:permits ?o . ?d dct:identifier '307001/000001' . "
                + "GRAPH ?g { ?r skos:prefLabel '市公积金中心'@zh } { SELECT ?u { VALUES ?u { purpose:housing-fund } } } }";

        for (var query : List.of(last, first, beforeGraph)) {
            assertThat(endpoint.rows(query)).as(query).containsExactly("<https://w3id.org/shuqi/code/outcome/apply>");
        }
    }

    @Test
    void anOutcomeThatIsAskedForIsEnumerated() {
        var denied = endpoint.rows("SELECT ?u { (dataset:survey organization:tax ?u) sq:permits (outcome:deny) }");

        assertThat(denied)
                .contains("<" + PURPOSE + "tax-enforcement>", "<" + PURPOSE + "marketing>")
                .doesNotContain("<" + PURPOSE + "statistics>");
        assertThat(endpoint.rows("SELECT ?d { (?d organization:tax purpose:statistics) sq:permits (outcome:unknown) }"))
                .contains("<" + BASE + "dataset/new-register>");
    }

    @Test
    void theGrantAndTheEndAreGiven() {
        assertThat(endpoint.rows("SELECT ?g ?v { (dataset:root-database organization:party-committee "
                        + "purpose:social-governance) sq:permits (?o ?g ?v) }"))
                .containsExactly("<" + BASE + "agreement/A-2026-002>\t"
                        + "\"2028-01-10T00:00:00+08:00\"^^<http://www.w3.org/2001/XMLSchema#dateTime>");
    }

    @Test
    void whatTheRegistryDoesNotHoldHasNoRow() {
        assertThat(endpoint.rows("SELECT * { (<urn:none> organization:tax purpose:statistics) sq:permits ?o }"))
                .isEmpty();
        assertThat(endpoint.rows("SELECT * { ('text' organization:tax purpose:statistics) sq:permits ?o }"))
                .isEmpty();
        assertThat(endpoint.rows("SELECT * { (dataset:survey organization:tax ?u) sq:permits <urn:none> }"))
                .isEmpty();
        assertThat(endpoint.rows("SELECT (sq:decide(<urn:none>, organization:tax, purpose:statistics) AS ?o) {}"))
                .containsExactly("");
    }

    @Test
    void aDecisionCountsAsYesExactlyWhenItIsPermit() {
        var three = "dataset:root-database, organization:party-committee, ?u";
        var where = "{ VALUES ?u { purpose:social-governance purpose:statistics } FILTER(%s) }";

        for (var condition : List.of(
                "sq:decide(" + three + ")",
                "sq:decide(" + three + ") && true",
                "!(!sq:decide(" + three + "))",
                "IF(sq:decide(" + three + "), true, false)",
                "sq:decide(" + three + ") = outcome:permit",
                "sq:decide(" + three + ", '2026-06-01'^^xsd:date)",
                "sq:decide(" + three + ", NOW())")) {
            assertThat(endpoint.rows("SELECT ?u " + where.formatted(condition)))
                    .as(condition)
                    .containsExactly("<" + PURPOSE + "social-governance>");
        }
    }

    @Test
    void aDecisionIsAboutTheInstantGiven() {
        var before = "sq:decide(dataset:marriages, organization:tax, purpose:tax-enforcement, %s)";

        assertThat(endpoint.rows("SELECT (" + before.formatted("'2026-04-01'^^xsd:date") + " AS ?o) {}"))
                .containsExactly("<https://w3id.org/shuqi/code/outcome/apply>");
        assertThat(endpoint.rows(
                        "SELECT (" + before.formatted("'2026-04-10T10:00:00+08:00'^^xsd:dateTime") + " AS ?o) {}"))
                .containsExactly("<https://w3id.org/shuqi/code/outcome/permit>");
        assertThat(endpoint.rows("SELECT (" + before.formatted("'2026-04-10T10:00:00'^^xsd:dateTime") + " AS ?o) {}"))
                .containsExactly("");
    }

    @Test
    void theFunctionsWorkInsideOptionalExistsAndUnion() {
        assertThat(endpoint.rows("SELECT ?d ?g { ?d a dcat:Dataset OPTIONAL { (?d organization:tax ?u) "
                        + "sq:permits (?o ?g) } } ORDER BY ?d"))
                .hasSizeGreaterThan(8)
                .anyMatch(row -> row.endsWith("request/R-2026-001>"));
        assertThat(endpoint.rows("SELECT ?d { ?d a dcat:Dataset FILTER EXISTS { (?d organization:tax ?u) "
                        + "sq:permits (outcome:permit) } }"))
                .contains("<" + BASE + "dataset/marriages>")
                .doesNotContain("<" + BASE + "dataset/core>");
        assertThat(endpoint.rows("SELECT ?d { GRAPH ?g { ?d a dcat:Dataset FILTER NOT EXISTS { "
                        + "(?d organization:tax ?u) sq:permits outcome:permit } } }"))
                .contains("<" + BASE + "dataset/core>")
                .doesNotContain("<" + BASE + "dataset/marriages>");
        assertThat(endpoint.rows("SELECT ?d { { (?d organization:tax ?u) sq:permits ?o } UNION "
                        + "{ (?d organization:civil ?u) sq:permits ?o } }"))
                .contains("<" + BASE + "dataset/marriages>");
    }

    @Test
    void wrongArgumentsAreExplained() {
        for (var wrong : List.of(
                "SELECT * { (?d ?r) sq:permits ?o }",
                "SELECT * { ?d sq:permits ?o }",
                "SELECT * { (?d ?r ?u) sq:permits (?o ?g ?v ?x) }",
                "SELECT (sq:decide(?d) AS ?x) {}")) {
            var response = endpoint.post(Endpoint.PREFIXES + wrong, "Accept-Language", "en");

            assertThat(response.statusCode()).as(wrong).isEqualTo(400);
            assertThat(response.body()).contains("has the wrong arguments; write");
        }
    }

    private static QuestionForm question(String dataset, String recipient, String purpose) {
        return new QuestionForm(
                recipient,
                dataset,
                List.of(),
                Optional.of(purpose),
                Optional.of("query"),
                Optional.of("receive"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(WorkedExample.AT),
                java.util.OptionalLong.empty());
    }

    private static String iri(String term) {
        return term.substring(1, term.length() - 1);
    }
}

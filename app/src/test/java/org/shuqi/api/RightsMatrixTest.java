package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.WorkedExample;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.change.Changes;
import org.shuqi.record.JsonTree;
import org.shuqi.vocabulary.Sq;

/**
 * Every operation that the interface describes, called signed out, in a wrong role, from a wrong organisation, and rightly.
 * {@code rights-matrix.csv} has a row for each; an operation without one fails the build.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RightsMatrixTest {

    private static final String NONE = "-";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry(
                    "question", "{\"recipient\":\"housing\",\"dataset\":\"population\",\"purpose\":\"housing-fund\"}"),
            Map.entry("form", "name=somebody"),
            Map.entry("ending", "{\"validUntil\":\"2027-06-01T00:00:00Z\"}"),
            Map.entry(
                    "delegation",
                    "{\"to\":\"police-reader\",\"validFrom\":\"2026-01-01T00:00:00Z\",\"validUntil\":\"2030-01-01T00:00:00Z\"}"),
            Map.entry("sheet", "a,b\n1,2\n"),
            Map.entry("sparql", "ASK {}"),
            Map.entry(
                    "turtle",
                    """
                    <http://localhost:8080/id/theme/matrix> a <http://www.w3.org/2004/02/skos/core#Concept> ;
                      <http://www.w3.org/2004/02/skos/core#prefLabel> "矩阵"@zh ."""),
            Map.entry(
                    "evaluation",
                    """
                    {"subject":{"type":"organization","id":"housing"},"resource":{"type":"dataset","id":"population"},
                     "action":{"name":"receive"},"context":{"purpose":"housing-fund"}}"""),
            Map.entry(
                    "evaluations",
                    """
                    {"subject":{"type":"organization","id":"housing"},"action":{"name":"receive"},
                     "context":{"purpose":"housing-fund"},
                     "evaluations":[{"resource":{"type":"dataset","id":"population"}}]}"""),
            Map.entry(
                    "subjects",
                    """
                    {"subject":{"type":"organization"},"resource":{"type":"dataset","id":"population"},
                     "action":{"name":"receive"},"context":{"purpose":"housing-fund"}}"""),
            Map.entry(
                    "resources",
                    """
                    {"subject":{"type":"organization","id":"housing"},"resource":{"type":"dataset"},
                     "action":{"name":"receive"},"context":{"purpose":"housing-fund"}}"""),
            Map.entry(
                    "actions",
                    """
                    {"subject":{"type":"organization","id":"housing"},"resource":{"type":"dataset","id":"population"},
                     "context":{"purpose":"housing-fund"}}"""),
            Map.entry("step", "{\"to\":\"suspended\",\"note\":\"整改\"}"),
            Map.entry("version", "{\"identifier\":\"A-M-1\",\"kind\":\"amend\"}"),
            Map.entry("accession", "{\"by\":\"tax\"}"),
            Map.entry("withdrawal", "{\"by\":\"housing\",\"note\":\"不再需要\"}"),
            Map.entry("fulfilment", "{\"by\":\"housing\",\"what\":\"已删除\"}"),
            Map.entry("breach", "{\"by\":\"police\",\"party\":\"housing\",\"note\":\"超范围使用\"}"),
            Map.entry(
                    "draft",
                    "{\"template\":\"conditional-personal-data\",\"identifier\":\"A-M-2\",\"provider\":\"police\",\"recipients\":[\"hrss\"],\"data\":[\"population\"],\"purposes\":[\"housing-fund\"],\"validFrom\":\"2026-01-01\",\"validUntil\":\"2027-01-01\"}"),
            Map.entry("finding", "{}"),
            Map.entry("title", "{\"title\":{\"zh\":\"改名\"}}"),
            Map.entry(
                    "other list",
                    """
                    {"type":"ResponsibilityListEntry","identifier":"L-M-2","title":{"zh":"职责"},
                     "listedBy":"organization/police","assetScope":["dataset/population"]}"""),
            Map.entry(
                    "list",
                    """
                    {"type":"ResponsibilityListEntry","identifier":"L-M-1","title":{"zh":"责任"},
                     "listedBy":"organization/police","assetScope":["dataset/population"]}"""));

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    private static final Map<String, String> KEYS = new HashMap<>();

    @BeforeAll
    static void start() {
        // a hundred calls without a key in a second are more than a stranger has otherwise
        api = ApiServer.closedWithExample(data, Map.of("shuqi.rates.open-burst", 10_000));
        for (var organization : List.of("police", "housing", "tax", "stats")) {
            var node = NodeFactory.createURI(WorkedExample.BASE + "organization/" + organization);
            for (var role : List.of(Role.READER, Role.CATALOGUER, Role.DEPARTMENT_HEAD)) {
                appoint(organization + "-" + role.code(), Appointment.in(node, role));
            }
            appoint(
                    organization.equals("police") ? "security-officer" : organization + "-security-officer",
                    Appointment.in(node, Role.SECURITY_OFFICER));
            appoint(organization + "-leaver", Appointment.in(node, Role.READER));
        }
        appoint("reviewer", Appointment.over(Sq.code("division", "150600"), Role.AUTHORITY_REVIEWER));
        appoint("auditor", Appointment.everywhere(Role.AUDITOR));
        appoint("platform", Appointment.everywhere(Role.PLATFORM_OPERATOR));
        appoint("nobody");
        KEYS.put("operator", "Bearer " + operatorKey());
        for (var number : List.of("L-M-2", "L-M-3")) {
            api.post("/api/v1/lists", BODIES.get("list").replace("L-M-1", number), "Authorization", key("operator"));
        }
    }

    /**
     * One line.
     *
     * @param operation its {@code operationId}
     * @param request verb and path
     * @param body key of the body, or nothing
     * @param right somebody who may; {@code public} if the world may, {@code session} if it takes a browser, which is for
     *     {@code SignInTest}
     * @param wrongRole somebody of the organisation who may not, and the status they get
     * @param wrongOrganisation somebody who may the same elsewhere, and the status they get
     */
    private record Row(
            String operation, String request, String body, String right, Wrong wrongRole, Wrong wrongOrganisation) {

        static Row of(String line) {
            var cells = line.split(",", -1);
            return new Row(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3],
                    new Wrong(cells[4], cells[5]),
                    new Wrong(cells[6], cells[7]));
        }
    }

    private record Wrong(String who, String status) {}

    @Test
    void everyOperationHasARow() {
        var described = new TreeSet<String>();
        document()
                .path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("operationId")) {
                        described.add(operation.path("operationId").asText());
                    }
                }));

        assertThat(rows().map(Row::operation).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void whatIsOpenToTheWorldIsWhatTheInterfaceSays() {
        var open = new TreeSet<String>();
        document()
                .path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.path("x-shuqi-access").asText().equals("public")) {
                        open.add(operation.path("operationId").asText());
                    }
                }));

        assertThat(rows().filter(row -> row.right().equals("public"))
                        .map(Row::operation)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(open);
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> everyOperationSignedOut() {
        return rows().map(row -> DynamicTest.dynamicTest(row.operation(), () -> {
            var status = call(row, null);
            if (row.operation().startsWith("signIn")) {
                // whether it lets them in is another matter
                assertThat(status).as(row.operation()).isNotIn(405, 500);
            } else if (row.right().equals("public")) {
                assertThat(status).as(row.operation()).isBetween(200, 308);
            } else {
                assertThat(status).as(row.operation()).isEqualTo(401);
            }
        }));
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> everyOperationInTheWrongRole() {
        return rows().filter(row -> !row.wrongRole().who().equals(NONE))
                .map(row -> DynamicTest.dynamicTest(row.operation(), () -> refused(row, row.wrongRole())));
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> everyOperationFromTheWrongOrganisation() {
        return rows().filter(row -> !row.wrongOrganisation().who().equals(NONE))
                .map(row -> DynamicTest.dynamicTest(row.operation(), () -> refused(row, row.wrongOrganisation())));
    }

    /** Whoever may not hears what the table says, and nothing changes. */
    private static void refused(Row row, Wrong wrong) {
        var before = api.revision();

        assertThat(String.valueOf(call(row, key(wrong.who()))))
                .as(row.operation())
                .isIn((Object[]) wrong.status().split("/"));
        assertThat(api.revision()).as(row.operation()).isEqualTo(before);
    }

    /** Whoever may is not refused; whether their request makes sense is for other tests. */
    @TestFactory
    @Order(2)
    Stream<DynamicTest> everyOperationRightly() {
        return rows().filter(row -> !Set.of("public", "session").contains(row.right()))
                .filter(row -> !row.operation().startsWith("noUpdate"))
                .map(row -> DynamicTest.dynamicTest(row.operation(), () -> assertThat(call(row, key(row.right())))
                        .isNotIn(401, 403, 429, 500)));
    }

    private static int call(Row row, @org.jspecify.annotations.Nullable String key) {
        var verb = row.request().substring(0, row.request().indexOf(' '));
        var request = HttpRequest.newBuilder(api.uri(row.request().substring(verb.length() + 1)))
                .timeout(Duration.ofSeconds(30));
        if (key != null) {
            request.header("Authorization", key);
        }
        if (row.operation().equals("events")) {
            request.header("Accept", "text/event-stream");
        }
        if (verb.equals("PUT") || verb.equals("PATCH")) {
            var tag = api.get(row.request().substring(verb.length() + 1), "Authorization", key("operator"))
                    .header("ETag");
            request.header("If-Match", tag);
        }
        if (row.body().isEmpty()) {
            request.method(verb, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type(row));
            request.method(verb, HttpRequest.BodyPublishers.ofString(BODIES.get(row.body())));
        }
        return api.status(request.build());
    }

    private static String type(Row row) {
        return switch (row.body()) {
            case "sheet" -> "text/csv";
            case "turtle" -> "text/turtle";
            case "form" -> "application/x-www-form-urlencoded";
            case "sparql" ->
                row.operation().startsWith("noUpdate") ? "application/sparql-update" : "application/sparql-query";
            case "title" -> "application/merge-patch+json";
            default -> "application/json";
        };
    }

    private static void appoint(String name, Appointment... appointments) {
        KEYS.put(name, TestCallers.key(api.bean(Changes.class), name, appointments));
    }

    private static String key(String name) {
        return java.util.Objects.requireNonNull(KEYS.get(name), name);
    }

    private static String operatorKey() {
        try {
            return java.nio.file.Files.readString(data.resolve("operator.key")).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode document() {
        return JsonTree.tree(OpenApi.parsed(OpenApi.yaml()));
    }

    private static Stream<Row> rows() {
        try (var in = RightsMatrixTest.class.getResourceAsStream("rights-matrix.csv")) {
            var lines = new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            lines.remove(0);
            return lines.stream().map(Row::of);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

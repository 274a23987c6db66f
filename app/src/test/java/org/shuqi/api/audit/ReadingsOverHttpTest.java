package org.shuqi.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.WorkedExample;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.api.ApiServer;
import org.shuqi.change.Changes;
import org.shuqi.journal.Tallies;

/** Files carry who took them, when and why; the journal tells it, and who was denied what, to those whom it concerns. */
class ReadingsOverHttpTest {

    private static final Node POLICE = organization("police");
    private static final Node HOUSING = organization("housing");

    @TempDir
    private static Path data;

    private static ApiServer api;
    private static String reader;
    private static String head;
    private static String stranger;
    private static String auditor;

    @BeforeAll
    static void start() {
        api = ApiServer.closedWithExample(data);
        var changes = api.bean(Changes.class);
        reader = TestCallers.key(changes, "reader", Appointment.in(POLICE, Role.READER));
        head = TestCallers.key(changes, "head", Appointment.in(POLICE, Role.DEPARTMENT_HEAD));
        stranger = TestCallers.key(changes, "stranger", Appointment.in(HOUSING, Role.READER));
        auditor = TestCallers.key(changes, "auditor", Appointment.everywhere(Role.AUDITOR));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void everyFileIsNotedWithWhoWhenAndWhyBeforeItIsSent() {
        for (var address : List.of(
                "/api/v1/exports/catalogs/police.ttl?",
                "/api/v1/exports/catalogs/police.csv?",
                "/api/v1/decisions/matrix?recipient=police&format=csv&",
                "/api/v1/decisions/matrix?recipient=police&format=xlsx&",
                "/api/v1/supervision/indicators?format=csv&")) {
            var reason = "年度检查 " + address.length();
            var reply = api.get(
                    address + "reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8), "Authorization", reader);
            assertThat(reply.status()).as(address + reply.text()).isEqualTo(200);

            var number = reply.header("Shuqi-Export");
            var line = api.get("/api/v1/audit/readings/" + number, "Authorization", reader)
                    .json();

            assertThat(line.path("kind").asText()).isEqualTo("export");
            assertThat(line.path("reason").asText()).isEqualTo(reason);
            assertThat(line.path("actor").asText())
                    .isEqualTo(TestCallers.account("reader").getURI());
            assertThat(line.path("what").asText()).startsWith(address.substring(0, address.indexOf('?')));
            assertThat(line.path("facts").path("revision").asText()).isNotEmpty();
            assertThat(reply.header("Link"))
                    .contains("/api/v1/audit/readings/" + number)
                    .contains("describedby");
        }
    }

    @Test
    void aFileThatCanSaysItItself() {
        var turtle = api.get("/api/v1/exports/catalogs/police.ttl?reason=check", "Authorization", reader);

        assertThat(turtle.text().lines().limit(5))
                .allMatch(line -> line.startsWith("# "))
                .anyMatch(line -> line.endsWith(": check"))
                .anyMatch(line -> line.endsWith(TestCallers.account("reader").getURI()));
    }

    @Test
    void aTableSaysItInTheHeadingOfALastColumnThatIsEmpty() throws IOException {
        for (var address : List.of(
                "/api/v1/exports/catalogs/police.csv?",
                "/api/v1/decisions/matrix?recipient=police&format=csv&",
                "/api/v1/audit?format=csv&limit=3&",
                "/api/v1/supervision/indicators?format=csv&")) {
            var reply = api.get(address + "reason=year,%20%22end%22", "Authorization", auditor);
            assertThat(reply.status()).as(address + reply.text()).isEqualTo(200);

            var table = CSVFormat.RFC4180
                    .parse(new StringReader(reply.text().replace("\uFEFF", "")))
                    .getRecords();
            var width = table.get(0).size();
            assertThat(table.get(0).get(width - 1))
                    .startsWith("导出说明 about: ")
                    .contains(" " + reply.header("Shuqi-Export") + ";")
                    .contains(TestCallers.account("auditor").getURI())
                    .contains("year, \"end\"");
            assertThat(table.subList(1, table.size())).allSatisfy(row -> {
                assertThat(row.size()).isEqualTo(width);
                assertThat(row.get(width - 1)).isEmpty();
            });
        }
    }

    @Test
    void templatesAndPagesOfAListAreNoExports() {
        assertThat(api.get("/api/v1/exports/templates/catalog.csv", "Authorization", reader)
                        .header("Shuqi-Export"))
                .isEmpty();
        assertThat(api.get("/api/v1/decisions/matrix?recipient=police", "Authorization", reader)
                        .header("Shuqi-Export"))
                .isEmpty();
    }

    @Test
    void aReasonIsOneLineOfSomeLength() {
        for (var reason : List.of("a%0Ab", "x".repeat(501))) {
            assertThat(api.get("/api/v1/exports/catalogs/police.csv?reason=" + reason, "Authorization", reader)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void whatOneTookIsToldToOneselfOnesHeadAndTheAuditorAndIsNotThereForOthers() {
        var number = api.get("/api/v1/exports/catalogs/police.csv?reason=mine", "Authorization", reader)
                .header("Shuqi-Export");

        for (var caller : List.of(reader, head, auditor)) {
            assertThat(numbers("?kind=export&account=reader", caller)).contains(number);
        }
        assertThat(numbers("", stranger)).doesNotContain(number);
        assertThat(numbers("?account=reader", stranger)).isEmpty();
        var hidden = api.get("/api/v1/audit/readings/" + number, "Authorization", stranger);
        var absent = api.get("/api/v1/audit/readings/999999", "Authorization", stranger);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.text().replace("`" + number, "`N").replace("/" + number + "\"", "/N\""))
                .isEqualTo(absent.text().replace("999999", "N"));
    }

    @Test
    void decisionsAreCountedAndDenialsOfClassifiedDataKeptInFull() {
        ask("police", "core", reader);
        ask("police", "core", reader);
        ask("housing", "core", stranger);
        ask("housing", "population", stranger);
        api.bean(Tallies.class).write();

        var denied = lines("?kind=denied", auditor);
        assertThat(denied)
                .filteredOn(line -> line.path("facts").path("dataset").asText().equals("core"))
                .hasSizeGreaterThanOrEqualTo(2)
                .anySatisfy(line -> {
                    assertThat(line.path("actor").asText())
                            .isEqualTo(TestCallers.account("reader").getURI());
                    assertThat(line.path("facts").path("recipient").asText()).isEqualTo("police");
                    assertThat(line.path("facts").path("times").asText()).isEqualTo("2");
                });
        assertThat(denied)
                .noneMatch(line -> line.path("facts").path("dataset").asText().equals("population"));
        var counted = lines("?kind=counted", auditor);
        assertThat(counted).isNotEmpty();
        var all = counted.stream()
                .flatMap(line -> StreamSupport.stream(line.path("facts").spliterator(), false))
                .mapToLong(JsonNode::asLong)
                .sum();
        assertThat(all).isGreaterThanOrEqualTo(4);
        assertThat(lines("?kind=counted", reader))
                .as("counts are for those who supervise")
                .isEmpty();
        assertThat(lines("?kind=denied", stranger))
                .as("one sees one's own")
                .allMatch(line -> line.path("actor").asText().endsWith("/stranger"));
    }

    @Test
    void unknownKindsAreRefused() {
        assertThat(api.get("/api/v1/audit/readings?kind=all", "Authorization", auditor)
                        .status())
                .isEqualTo(400);
    }

    private static void ask(String recipient, String dataset, String key) {
        api.get(
                "/api/v1/decisions?recipient=" + recipient + "&dataset=" + dataset + "&purpose=statistics",
                "Authorization",
                key);
    }

    private static List<String> numbers(String query, String key) {
        return lines(query, key).stream()
                .map(line -> line.path("number").asText())
                .toList();
    }

    private static List<JsonNode> lines(String query, String key) {
        var lines = new ArrayList<JsonNode>();
        var reply = api.get("/api/v1/audit/readings" + query, "Authorization", key);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        reply.json().path("items").forEach(lines::add);
        return lines;
    }

    private static Node organization(String name) {
        return NodeFactory.createURI(WorkedExample.BASE + "organization/" + name);
    }
}

package org.shuqi.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.WorkedExample;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.api.ApiServer;
import org.shuqi.change.Changes;

/** The audit says who changed what, when and why, to those whom it concerns, and to nobody else. */
class AuditOverHttpTest {

    private static final Node POLICE = organization("police");
    private static final Node HOUSING = organization("housing");

    @TempDir
    private static Path data;

    @AutoClose
    private static ApiServer api;

    private static String cataloguer;
    private static String other;
    private static String head;
    private static String stranger;
    private static String auditor;

    @BeforeAll
    static void start() {
        api = ApiServer.closedWithExample(data);
        var changes = api.bean(Changes.class);
        cataloguer = TestCallers.key(changes, "cataloguer", Appointment.in(POLICE, Role.CATALOGUER));
        other = TestCallers.key(changes, "other", Appointment.in(POLICE, Role.READER));
        head = TestCallers.key(changes, "head", Appointment.in(POLICE, Role.DEPARTMENT_HEAD));
        stranger = TestCallers.key(changes, "stranger", Appointment.in(HOUSING, Role.DEPARTMENT_HEAD));
        auditor = TestCallers.key(changes, "auditor", Appointment.everywhere(Role.AUDITOR));
        var written = api.send(
                "PATCH",
                "/api/v1/datasets/population",
                "{\"description\":{\"zh\":\"新的说明\"}}",
                "Content-Type",
                "application/merge-patch+json",
                "If-Match",
                "*",
                "Authorization",
                cataloguer,
                "X-Shuqi-Reason",
                "new words");
        assertThat(written.status()).as(written.text()).isEqualTo(200);
    }

    @Test
    void whoAndWhyAreToldToOneselfOnesHeadAndTheAuditor() {
        for (var caller : List.of(cataloguer, head, auditor)) {
            var change = newest(caller);

            assertThat(change.path("actor").asText())
                    .isEqualTo(TestCallers.account("cataloguer").getURI());
            assertThat(change.path("reason").asText()).isEqualTo("new words");
            assertThat(change.path("records").toString()).contains("dataset/");
        }
    }

    @Test
    void whoMayReadTheRecordSeesThatItChangedAndNotByWhom() {
        for (var caller : List.of(other, stranger)) {
            var change = newest(caller);

            assertThat(change.path("withheld").asBoolean()).isTrue();
            assertThat(change.has("actor")).isFalse();
            assertThat(change.has("reason")).isFalse();
            var account = TestCallers.account("cataloguer").getURI();
            assertThat(items(caller, "?account=" + account)).isEmpty();
        }
    }

    @Test
    void aChangeOfWhatMayNotBeReadIsNotThere() {
        var accounts = "?record=" + TestCallers.account("auditor").getURI();

        assertThat(items(auditor, accounts)).isNotEmpty();
        assertThat(items(stranger, accounts)).isEmpty();
        var revision = items(auditor, accounts).get(0).path("revision").asText();
        var hidden = api.get("/api/v1/audit/changes/" + revision, "Authorization", stranger);
        var absent = api.get("/api/v1/audit/changes/999999", "Authorization", stranger);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.text().replace(revision, "N")).isEqualTo(absent.text().replace("999999", "N"));
    }

    @Test
    void filtersNarrowItDown() {
        assertThat(items(auditor, "?record=datasets/population&account=cataloguer"))
                .hasSize(1);
        assertThat(items(auditor, "?account=cataloguer&until=2020-01-01")).isEmpty();
        assertThat(items(auditor, "?account=cataloguer&from=2020-01-01")).hasSize(1);
        assertThat(items(auditor, "?organization=police&account=cataloguer")).hasSize(1);
        assertThat(items(auditor, "?account=cataloguer&knownAt=2")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherToTheFirstRevision() {
        var revisions = new ArrayList<Long>();
        var address = "/api/v1/audit?limit=3";
        while (!address.isEmpty()) {
            var page = api.get(address, "Authorization", auditor).json();
            page.path("items")
                    .forEach(item -> revisions.add(item.path("revision").asLong()));
            var next = page.path("next").asText();
            address = next.isEmpty()
                    ? ""
                    : URI.create(next).getRawPath() + "?" + URI.create(next).getRawQuery();
        }

        assertThat(revisions).hasSize((int) api.revision()).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void aChangeIsToldWithItsQuads() {
        var revision = newest(auditor).path("revision").asText();

        var change = api.get("/api/v1/audit/changes/" + revision, "Authorization", auditor)
                .json();

        assertThat(change.path("addedQuads").toString()).contains("新的说明");
    }

    @Test
    void asATableItNamesTheSameAndCarriesNoFormula() {
        var table = api.get("/api/v1/audit?account=cataloguer", "Authorization", auditor, "Accept", "text/csv");

        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.text().lines().skip(1)).singleElement().satisfies(line -> assertThat(line)
                .contains("account/cataloguer", "new words"));
    }

    @Test
    void whatIsMisspelledIsRefused() {
        assertThat(status("?record=population")).isEqualTo(400);
        assertThat(status("?from=yesterday")).isEqualTo(400);
        assertThat(status("?offset=3")).isEqualTo(400);
        assertThat(status("?actor=me")).isEqualTo(400);
        assertThat(api.get("/api/v1/audit").status()).isEqualTo(401);
    }

    private static int status(String query) {
        return api.get("/api/v1/audit" + query, "Authorization", auditor).status();
    }

    private static JsonNode newest(String caller) {
        return items(caller, "?record=datasets/population").get(0);
    }

    private static List<JsonNode> items(String caller, String query) {
        var reply = api.get("/api/v1/audit" + query, "Authorization", caller);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        var items = new ArrayList<JsonNode>();
        reply.json().path("items").forEach(items::add);
        return items;
    }

    private static Node organization(String name) {
        return NodeFactory.createURI(WorkedExample.BASE + "organization/" + name);
    }
}

package org.shuqi.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.shuqi.vocabulary.Sq;

/** Who may write what: the same records, asked for by people of different organisations in different roles. */
class WritingTest {

    private static final Node POLICE = organization("police");
    private static final Node HOUSING = organization("housing");
    private static final Node CITY = organization("city");
    private static final Node AREA = Sq.code("division", "150600");

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    private static int number;
    private static int people;

    @BeforeAll
    static void start() {
        api = ApiServer.closedWithExample(data);
    }

    @Test
    void aCataloguerFilesEntriesOfTheirOwnOrganisationOnly() {
        var clerk = somebody(Appointment.in(POLICE, Role.CATALOGUER));

        assertThat(designation(clerk, "police").status()).isEqualTo(403);
        assertThat(listEntry(clerk, "police").status()).isEqualTo(201);
        assertThat(listEntry(clerk, "housing").status()).isEqualTo(403);
    }

    @Test
    void whoActsForAnOrganisationDoesNotActForThoseBelowIt() {
        assertThat(listEntry(somebody(Appointment.in(CITY, Role.CATALOGUER)), "police")
                        .status())
                .isEqualTo(403);
        assertThat(listEntry(somebody(Appointment.over(AREA, Role.CATALOGUER)), "police")
                        .status())
                .isEqualTo(201);
        assertThat(designation(somebody(Appointment.in(CITY, Role.REGISTRAR)), "police")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aRoleThatReadsWritesNothing() {
        for (var role : new Role[] {Role.READER, Role.AUDITOR, Role.SYSTEM_CLIENT, Role.PLATFORM_OPERATOR}) {
            assertThat(listEntry(somebody(Appointment.everywhere(role)), "police")
                            .status())
                    .as(role.code())
                    .isEqualTo(403);
        }
    }

    @Test
    void whoseRoleHasEndedWritesNothing() {
        var nobody = somebody();

        var refused = listEntry(nobody, "police");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("安全员");
    }

    @Test
    void nobodyTakesARecordOverByNamingThemselvesNorGivesOneAway() {
        var police = somebody(Appointment.in(POLICE, Role.CATALOGUER));
        var housing = somebody(Appointment.in(HOUSING, Role.CATALOGUER));
        var entry = "/api/v1/lists/"
                + listEntry(police, "police").json().path("identifier").asText();
        var tag = api.get(entry, "Authorization", police).header("ETag");
        var grab = "{\"listedBy\":\"organization/housing\"}";

        assertThat(patch(entry, grab, housing, tag)).isEqualTo(403);
        assertThat(patch(entry, grab, police, tag)).isEqualTo(403);
        assertThat(patch(entry, "{\"title\":{\"zh\":\"改名\"}}", police, tag)).isEqualTo(200);
    }

    @Test
    void whatStepsWriteIsNotWrittenByHand() {
        var clerk = somebody(Appointment.in(HOUSING, Role.SHARING_OFFICE_HEAD));

        assertThat(request(clerk, "housing", "").status()).isEqualTo(201);
        for (var forged : new String[] {
            "\"consented\":true,\"repliedAt\":\"2026-01-01T00:00:00+08:00\",",
            "\"approval\":[{\"type\":\"Approval\",\"approved\":true}],",
            "\"deliveredAt\":\"2026-01-01T00:00:00+08:00\","
        }) {
            var refused = request(clerk, "housing", forged);
            assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        }
        var entered = api.post(
                "/api/v1/requests",
                body("R-W-" + ++number, "housing", "").replace("\"draft\"", "\"consented\""),
                "Authorization",
                clerk);
        assertThat(entered.status()).as(entered.text()).isEqualTo(403);
    }

    @Test
    void aRightOrATableThatSomebodyWritesIntoTheirRecordIsNone() {
        var rights = Rights.over(api.bean(org.shuqi.registry.Registry.class).store());
        var own = "request/R-W-OWN";
        TestCallers.apply(
                api.bean(Changes.class),
                java.util.List.of(
                        quad(own, org.shuqi.vocabulary.Rdf.type, org.shuqi.vocabulary.Reading.WritingRight),
                        quad(own, Sq.ofClass, Sq.SharingRequest),
                        quad(own, Sq.approvalRole, Sq.code("approval-role", "reader")),
                        quad(own, org.shuqi.vocabulary.Reading.partyPath, org.shuqi.vocabulary.Rdf.nil)));
        var reader = somebody(Appointment.everywhere(Role.READER));
        var caller = new org.shuqi.access.Caller("reader", java.util.Set.of(Role.READER));

        assertThat(request(reader, "housing", "").status()).isEqualTo(403);
        try (var store = api.bean(org.shuqi.registry.Registry.class).store().read()) {
            var delta = new org.shuqi.graph.Delta(
                    java.util.List.of(),
                    java.util.List.of(quad("request/R-W-NEW", org.shuqi.vocabulary.Rdf.type, Sq.SharingRequest)));
            // the rights as a restart would read them
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> rights.writing().check(caller, store, store.supposing(delta), delta))
                    .isInstanceOf(org.shuqi.problem.Refusal.class);
        }
    }

    private static org.apache.jena.sparql.core.Quad quad(String subject, Node property, Node value) {
        return new org.apache.jena.sparql.core.Quad(
                NodeFactory.createURI(WorkedExample.BASE + "graph/" + subject),
                NodeFactory.createURI(WorkedExample.BASE + subject),
                property,
                value);
    }

    @Test
    void aStepIsTakenInTheNameOfWhoeverIsSignedIn() {
        var head = somebody(Appointment.in(HOUSING, Role.SHARING_OFFICE_HEAD));
        var clerk = somebody(Appointment.in(HOUSING, Role.CATALOGUER));
        var stranger = somebody(Appointment.in(POLICE, Role.SHARING_OFFICE_HEAD));
        var request = "/api/v1/requests/"
                + request(clerk, "housing", "").json().path("identifier").asText();

        var submitted = "{\"to\":\"submitted\",\"note\":\"同意\"%s}";

        assertThat(take(request, submitted.formatted(""), clerk)).isEqualTo(403);
        assertThat(take(request, submitted.formatted(",\"person\":\"somebody-else\""), head))
                .isEqualTo(403);
        assertThat(take(request, submitted.formatted(",\"by\":\"police\""), head))
                .isEqualTo(403);
        assertThat(take(request, submitted.formatted(",\"role\":\"department-head\""), head))
                .isEqualTo(403);
        assertThat(take(request, submitted.formatted(""), stranger)).isEqualTo(403);
        assertThat(take(request, submitted.formatted(""), head)).isEqualTo(200);

        var step = api.get(request, "Authorization", head).json().path("stepTaken");
        assertThat(step.toString())
                .contains("organization/housing", "sharing-office-head")
                .contains("account/" + "w" + (people - 2));
    }

    @Test
    void aSecurityOfficerAppointsWithinReachAndNeverThemselves() {
        var officer = somebody(Appointment.in(POLICE, Role.SECURITY_OFFICER));
        var self = "w" + people;
        var clerk = somebody();
        var other = "w" + people;

        assertThat(appoint(officer, other, "police")).isEqualTo(201);
        assertThat(appoint(officer, other, "housing")).isEqualTo(403);
        assertThat(appoint(officer, self, "police")).isEqualTo(403);
        assertThat(appoint(clerk, other, "police")).isEqualTo(403);
    }

    @Test
    void aKeyIsHandedOutOnlyByWhoReachesAllThatTheAccountMayDo() {
        var officer = somebody(Appointment.in(POLICE, Role.SECURITY_OFFICER));
        somebody(Appointment.in(POLICE, Role.READER));
        var within = "w" + people;
        somebody(Appointment.in(POLICE, Role.READER), Appointment.in(HOUSING, Role.DEPARTMENT_HEAD));
        var beyond = "w" + people;

        assertThat(key(officer, within)).isEqualTo(201);
        assertThat(key(officer, beyond)).isEqualTo(403);
    }

    @Test
    void filesOfAnySizeAreForTheOperator() {
        var clerk = somebody(Appointment.in(POLICE, Role.CATALOGUER));

        var refused = api.post(
                "/api/v1/imports?mode=all",
                "<http://x.example/s> <http://x.example/p> \"o\" .",
                "Authorization",
                clerk,
                "Content-Type",
                "application/n-quads");

        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
    }

    /** A reply that is no complaint about the test's own input. */
    private static ApiServer.Reply sound(ApiServer.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isIn(200, 201, 403);
        return reply;
    }

    private static String somebody(Appointment... appointments) {
        return TestCallers.key(api.bean(Changes.class), "w" + ++people, appointments);
    }

    private static Node organization(String name) {
        return NodeFactory.createURI(WorkedExample.BASE + "organization/" + name);
    }

    private static ApiServer.Reply listEntry(String who, String organization) {
        return sound(api.post(
                "/api/v1/lists",
                """
                {"type":"ResponsibilityListEntry","identifier":"L-W-%s","title":{"zh":"责任"},
                 "listedBy":"organization/%s","assetScope":["dataset/population"],
                 "validFrom":"2026-01-01T00:00:00+08:00","validUntil":"2027-01-01T00:00:00+08:00"}"""
                        .formatted(++number, organization),
                "Authorization",
                who));
    }

    private static ApiServer.Reply designation(String who, String organization) {
        return sound(api.post(
                "/api/v1/designations",
                """
                {"identifier":"D-W-%s","title":{"zh":"数源"},"assetScope":["dataset/population"],
                 "sourceDepartment":["organization/%s"],"decidedBy":"organization/city",
                 "legalBasis":["https://w3id.org/shuqi/law/order-809-19"]}"""
                        .formatted(++number, organization),
                "Authorization",
                who));
    }

    private static ApiServer.Reply request(String who, String requester, String more) {
        return api.post("/api/v1/requests", body("R-W-" + ++number, requester, more), "Authorization", who);
    }

    private static String body(String no, String requester, String more) {
        return """
                {"identifier":"%s","title":{"zh":"申请"},"requestStatus":"draft",%s"requester":"organization/%s",
                 "usageBasis":{"zh":"条例第三条"},"usageScenario":{"zh":"办理"},"usageScope":{"zh":"一科"},
                 "sharingMethod":["query"],"usageUntil":"2030-12-31T00:00:00+08:00",
                 "permission":[{"id":"request/%s#p1","type":"Permission","assigner":"organization/police",
                   "assignee":["organization/%s"],"action":"receive","target":["dataset/population/item/name"],
                   "constraint":[{"id":"request/%s#c1","type":"Constraint","leftOperand":"purpose","operator":"isAnyOf",
                     "rightOperand":["code:purpose/housing-fund"]}]}]}"""
                .formatted(no, more, requester, no, requester, no);
    }

    private static int patch(String record, String change, String who, String tag) {
        return sound(api.send(
                        "PATCH",
                        record,
                        change,
                        "Authorization",
                        who,
                        "If-Match",
                        tag,
                        "Content-Type",
                        "application/merge-patch+json"))
                .status();
    }

    private static int take(String record, String form, String who) {
        return sound(api.post(record + "/transitions", form, "Authorization", who))
                .status();
    }

    private static int appoint(String who, String account, String organization) {
        return sound(api.post(
                        "/api/v1/appointments",
                        """
                        {"identifier":"A-W-%s","member":"account/%s","approvalRole":["cataloguer"],
                         "organization":"organization/%s","validFrom":"2026-01-01T00:00:00+08:00"}"""
                                .formatted(++number, account, organization),
                        "Authorization",
                        who))
                .status();
    }

    private static int key(String who, String account) {
        return sound(api.post(
                        "/api/v1/keys",
                        """
                        {"identifier":"sqk_W%05d","ofAccount":"account/%s","keyDigest":"%s",
                         "validUntil":"2027-01-01T00:00:00+08:00"}"""
                                .formatted(++number, account, "0".repeat(64)),
                        "Authorization",
                        who))
                .status();
    }
}

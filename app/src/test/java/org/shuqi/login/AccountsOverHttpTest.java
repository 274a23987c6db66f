package org.shuqi.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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

/** Accounts, appointments and keys over HTTP, as the page about signing in says. */
class AccountsOverHttpTest {

    private static final Node POLICE = NodeFactory.createURI(WorkedExample.BASE + "organization/police");
    private static final Node HOUSING = NodeFactory.createURI(WorkedExample.BASE + "organization/housing");

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    private static String operator;
    private static String officer;
    private static String housingOfficer;

    @BeforeAll
    static void start() throws Exception {
        api = ApiServer.closedWithExample(data);
        operator = "Bearer " + Files.readString(data.resolve(OperatorKey.FILE)).strip();
        var changes = api.bean(Changes.class);
        officer = TestCallers.key(changes, "officer", Appointment.everywhere(Role.SECURITY_OFFICER));
        housingOfficer = TestCallers.key(changes, "housing-officer", Appointment.in(HOUSING, Role.SECURITY_OFFICER));
    }

    @Test
    void anOfficerMakesAnAccountAppointsItAndIssuesItsKey() {
        person("li.na");
        var appointed = appoint("li.na-sharing", "li.na", officer);
        assertThat(appointed.status()).as(appointed.toString()).isEqualTo(201);

        var issued = post(
                "/api/v1/accounts/li.na/keys",
                "{\"label\": \"desk\", \"validUntil\": \"" + inDays(30) + "\"}",
                officer);

        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        assertThat(issued.header("Cache-Control")).contains("no-store");
        var key = "Bearer " + issued.json().path("key").asText();
        var me = get("/api/v1/me", key).json();
        assertThat(me.path("account").asText())
                .isEqualTo(TestCallers.account("li.na").getURI());
        assertThat(me.path("person").asText()).isEqualTo("emp-li.na");
        assertThat(me.at("/appointments/0/role").asText()).isEqualTo("sharing-office-head");
        assertThat(me.at("/appointments/0/organization").asText()).isEqualTo(POLICE.getURI());
        var id = issued.json().path("id").asText();
        assertThat(post("/api/v1/keys/" + id.substring(id.lastIndexOf('/') + 1) + "/revoke", "", officer)
                        .status())
                .isEqualTo(204);
        assertThat(get("/api/v1/me", key).status()).isEqualTo(401);
    }

    @Test
    void aKeyIsShownNowhereAgain() {
        person("wang");
        var issued = post("/api/v1/accounts/wang/keys", "{\"validUntil\": \"" + inDays(30) + "\"}", officer)
                .json();
        var secret = issued.path("key").asText();
        var id = issued.path("id").asText();

        var record = get("/api/v1/keys/" + id.substring(id.lastIndexOf('/') + 1), operator);

        assertThat(record.status()).isEqualTo(200);
        assertThat(record.text()).doesNotContain(secret).contains("keyDigest");
        assertThat(get("/api/v1/keys", operator).text()).doesNotContain(secret);
        assertThat(get("/api/v1/revisions", operator).text()).doesNotContain(secret);
    }

    @Test
    void aPersonIssuesAKeyForThemselvesAndForNobodyElse() {
        person("zhao");
        var own = TestCallers.key(api.bean(Changes.class), "sun", Appointment.in(POLICE, Role.READER));
        var wanted = "{\"validUntil\": \"" + inDays(30) + "\"}";

        assertThat(post("/api/v1/accounts/sun/keys", wanted, own).status()).isEqualTo(201);
        assertThat(post("/api/v1/accounts/zhao/keys", wanted, own).status()).isEqualTo(403);
        assertThat(post("/api/v1/accounts/officer/keys", wanted, own).status()).isEqualTo(403);
        assertThat(post("/api/v1/accounts/zhao/password", "", own).status()).isEqualTo(403);
        assertThat(post("/api/v1/accounts/officer/disable", "", own).status()).isEqualTo(403);
        assertThat(post("/api/v1/accounts/sun/keys", "{\"validUntil\": \"" + inDays(4000) + "\"}", own)
                        .status())
                .isEqualTo(400);
        assertThat(post("/api/v1/accounts/sun/keys", "{}", own).status()).isEqualTo(400);
        assertThat(post("/api/v1/accounts/sun/keys", "[", own).status()).isEqualTo(400);
    }

    @Test
    void anOfficerOfAnotherOrganisationReachesNeitherAccountNorAppointment() {
        person("qian");
        assertThat(appoint("qian-sharing", "qian", officer).status()).isEqualTo(201);

        assertThat(appoint("qian-again", "qian", housingOfficer).status()).isIn(403, 404);
        assertThat(post("/api/v1/accounts/qian/keys", "{\"validUntil\": \"" + inDays(30) + "\"}", housingOfficer)
                        .status())
                .isIn(403, 404);
        assertThat(post("/api/v1/accounts/qian/password", "", housingOfficer).status())
                .isIn(403, 404);
        assertThat(post("/api/v1/accounts/qian/disable", "", housingOfficer).status())
                .isIn(403, 404);
    }

    @Test
    void aOneTimePasswordIsIssuedByAnOfficerAndWrittenDownWithoutIt() {
        person("zhou");
        var issued = post("/api/v1/accounts/zhou/password", "", officer);

        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        var password = issued.json().path("password").asText();
        assertThat(new Browser(api.uri("").toString()).signIn("zhou", password).statusCode())
                .isEqualTo(303);
        var record = get("/api/v1/accounts/zhou", operator);
        assertThat(record.text()).contains("passwordIssuedAt").doesNotContain(password);
        assertThat(get("/api/v1/revisions", operator).text())
                .contains("issue a password")
                .doesNotContain(password);
        assertThat(post("/api/v1/accounts/nobody/password", "", officer).status())
                .isIn(403, 404);
    }

    @Test
    void aRoleIsHandedOnOverHttpAndActedIn() {
        var changes = api.bean(Changes.class);
        var head = TestCallers.key(changes, "wu", Appointment.in(POLICE, Role.SHARING_OFFICE_HEAD));
        var deputy = TestCallers.key(changes, "zheng");
        var span = "\"validFrom\": \"" + inDays(-1) + "\", \"validUntil\": \"" + inDays(7) + "\"";

        var handed = post("/api/v1/appointments/wu-0/delegations", "{\"to\": \"zheng\", " + span + "}", head);

        assertThat(handed.status()).as(handed.toString()).isEqualTo(201);
        assertThat(handed.header("Location")).startsWith("/api/v1/appointments/delegated-");
        assertThat(get("/api/v1/me", deputy).json().at("/appointments/0/role").asText())
                .isEqualTo("sharing-office-head");
        var local = handed.header("Location").substring("/api/v1/appointments/".length());
        assertThat(post("/api/v1/appointments/" + local + "/delegations", "{\"to\": \"officer\", " + span + "}", deputy)
                        .status())
                .isEqualTo(403);
        assertThat(post("/api/v1/appointments/wu-0/delegations", "{\"to\": \"officer\", " + span + "}", deputy)
                        .status())
                .isEqualTo(403);
        assertThat(post("/api/v1/appointments/wu-0/delegations", "{\"to\": \"nobody\", " + span + "}", head)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyAppointsThemselves() {
        var own = TestCallers.key(api.bean(Changes.class), "feng", Appointment.everywhere(Role.SECURITY_OFFICER));

        assertThat(appoint("feng-more", "feng", own).status()).isEqualTo(403);
        assertThat(get("/api/v1/me", own).json().path("appointments")).hasSize(1);
    }

    private static void person(String name) {
        var made = post(
                "/api/v1/accounts",
                "{\"id\": \"account/" + name + "\", \"name\": \"李娜\", \"actsFor\": \"emp-" + name + "\"}",
                officer);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    private static ApiServer.Reply appoint(String id, String name, String by) {
        return post(
                "/api/v1/appointments",
                "{\"id\": \"appointment/" + id + "\", \"member\": \"account/" + name
                        + "\", \"approvalRole\": [\"sharing-office-head\"], \"organization\": \"organization/police\","
                        + " \"validFrom\": \"2026-01-01T00:00:00+08:00\"}",
                by);
    }

    private static String inDays(int days) {
        return java.time.Instant.now().plus(java.time.Duration.ofDays(days)).toString();
    }

    private static ApiServer.Reply get(String path, String key) {
        return api.get(path, "Authorization", key, "Accept-Language", "en");
    }

    private static ApiServer.Reply post(String path, String body, String key) {
        return api.post(path, body, "Authorization", key, "Accept-Language", "en");
    }
}

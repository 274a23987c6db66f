package org.shuqi.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.Demo;
import org.shuqi.TestCallers;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.account.Callers;
import org.shuqi.account.Passwords;
import org.shuqi.api.ApiServer;
import org.shuqi.change.Changes;
import org.shuqi.graph.Store;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.City;

/** The registry is set up through pages: by those who may, as the interface would, and by nobody else. */
class SettingsPagesTest {

    private static final String PASSWORD = "a lamp in the harbour";

    @TempDir
    static Path data;

    private static City city;

    @BeforeAll
    static void start() {
        city = City.in(data).withPassword(PASSWORD);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void anAccountIsMadeShownItsPasswordOnceLockedAndOpenedAgain() {
        var made = city.post(
                "/settings/accounts/new", "security", "identifier", "wang.fang", "name", "王芳", "actsFor", "emp-77");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var password = page(made).select("dd code").text();
        assertThat(password).isNotBlank();
        assertThat(signIn("wang.fang", password)).isNotEmpty();
        assertThat(city.page("/settings/accounts?q=wang", "security").text())
                .contains("王芳", "emp-77")
                .doesNotContain(password);

        assertThat(city.post("/settings/accounts/wang.fang/disable", "security").status())
                .isEqualTo(303);
        assertThat(signIn("wang.fang", password)).isEmpty();
        assertThat(row("/settings/accounts?q=wang", "security")).contains("已停用");
        assertThat(city.post("/settings/accounts/wang.fang/enable", "security").status())
                .isEqualTo(303);
        assertThat(row("/settings/accounts?q=wang", "security")).contains("可用");
        var again = city.post("/settings/accounts/wang.fang/password", "security");
        assertThat(signIn("wang.fang", page(again).select("dd code").text())).isNotEmpty();
        assertThat(signIn("wang.fang", password)).isEmpty();
    }

    @Test
    void everythingThatIsWrongWithAnAccountIsToldAtOnceAndWhatWasWrittenStays() {
        var wrong = city.post(
                "/settings/accounts/new",
                "security",
                "identifier",
                "Not Usable",
                "actsFor",
                "emp-1",
                "signInIssuer",
                "nowhere");

        assertThat(wrong.status()).isEqualTo(422);
        var page = page(wrong);
        assertThat(page.select("#errors li").size()).isGreaterThanOrEqualTo(3);
        assertThat(page.select("input[name=actsFor]").val()).isEqualTo("emp-1");
        assertThat(city.page("/settings/accounts?q=emp-1", "security").text()).doesNotContain("emp-1</");
        assertThat(city.post("/settings/accounts/new", "security", "name", "没有登录名")
                        .status())
                .isEqualTo(422);
        assertThat(city.post("/settings/accounts/new", "security", "identifier", "tax-head", "name", "重复")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoIsNoSecurityOfficerKeepsNoAccountsAppointmentsOrKeys() {
        for (var who : new String[] {"reader", "tax-head", "editor", "registrar", "auditor"}) {
            assertThat(city.page("/settings/accounts/new", who).status()).isEqualTo(403);
            assertThat(city.post("/settings/accounts/new", who, "identifier", "sly", "name", "s")
                            .status())
                    .isEqualTo(403);
            assertThat(city.post("/settings/accounts/tax-head/password", who).status())
                    .isEqualTo(403);
            assertThat(city.post("/settings/accounts/reviewer/disable", who).status())
                    .isEqualTo(403);
            assertThat(city.post("/settings/appointments/reviewer-0/end", who).status())
                    .isEqualTo(403);
            assertThat(city.post("/settings/keys/new", who, "account", who, "until", soon(9))
                            .status())
                    .isEqualTo(403);
            assertThat(city.post("/settings/keys/reviewer/revoke", who).status())
                    .isEqualTo(403);
        }
        assertThat(city.page("/settings/appointments", "reviewer").status()).isEqualTo(200);
    }

    @Test
    void aFormFromABrowserWithoutTheTokenOfItsSessionIsRefused() {
        var cookie = signIn("security", PASSWORD);
        var page = city.server().get("/settings/accounts/new", "Cookie", cookie, "Accept", "text/html");
        var token = page(page).select("input[name=csrf]").val();
        var fields = "identifier=by-session&name=x";

        assertThat(send("/settings/accounts/new", cookie, fields).status()).isEqualTo(403);
        assertThat(send("/settings/accounts/new", cookie, fields + "&csrf=guessed")
                        .status())
                .isEqualTo(403);
        assertThat(send("/delegations", cookie, "duty=x").status()).isEqualTo(403);
        assertThat(send("/settings/calendars", cookie, "year=2026").status()).isEqualTo(403);
        assertThat(send("/organizations/new", cookie, "x=y").status()).isEqualTo(403);
        assertThat(city.server().bean(Callers.class).isAccount(TestCallers.account("by-session")))
                .isFalse();
        assertThat(send("/settings/accounts/new", cookie, fields + "&csrf=" + token)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anAppointmentIsMadeForNameAndCodeAndEnded() {
        var made = city.post(
                "/settings/appointments/new",
                "security",
                "member",
                "reader",
                "approvalRole",
                "cataloguer",
                "organization",
                "暖城市税务局 [nc-tax]",
                "validFrom",
                "2026-01-01");
        assertThat(made.status()).as(made.text()).isEqualTo(303);
        var list = page(city.page("/settings/appointments", "security", "Accept-Language", "zh"));
        var row = list.select("tbody tr:has(td:contains(reader)):has(td:contains(2026-01-01))")
                .first();
        assertThat(row.text()).contains("有效");
        var end = row.select("form[action$=/end]").attr("action");

        assertThat(city.post(end, "security").status()).isEqualTo(303);
        assertThat(page(city.page("/settings/appointments", "security")).select("form[action=" + end + "]"))
                .isEmpty();

        var both = city.post(
                "/settings/appointments/new",
                "security",
                "member",
                "reader",
                "approvalRole",
                "cataloguer",
                "organization",
                "nc-tax",
                "spatial",
                "150600",
                "validFrom",
                "2026-01-01");
        assertThat(both.status()).isEqualTo(422);
        assertThat(city.post(
                                "/settings/appointments/new",
                                "security",
                                "member",
                                "security",
                                "approvalRole",
                                "auditor",
                                "validFrom",
                                "2026-01-01")
                        .status())
                .as("nobody appoints themselves")
                .isEqualTo(403);
    }

    @Test
    void aDutyIsHandedOnSeenTakenBackAndNotHandedFurther() {
        var duties = page(city.page("/delegations", "civil-office")).select("select[name=duty] option");
        var duty = duties.last().val();
        var given = city.post(
                "/delegations",
                "civil-office",
                "duty",
                duty,
                "to",
                "civil-head",
                "from",
                "2026-01-02",
                "until",
                "2099-01-01");
        assertThat(given.status()).as(given.text()).isEqualTo(303);

        var received = page(city.page("/delegations", "civil-head"));
        assertThat(received.select("tbody tr").text()).contains("civil-office", "有效");
        assertThat(received.select("select[name=duty] option").eachAttr("value"))
                .as("what was handed on cannot be handed on again")
                .containsExactlyInAnyOrder("", "civil-head-0");
        deed("civil-head");
        assertThat(page(city.page("/delegations", "civil-office")).select("td li a[href=/organizations/nc-civil]"))
                .as("what was done in it")
                .isNotEmpty();
        var end = page(city.page("/delegations", "civil-office"))
                .select("form[action$=/end]")
                .attr("action");
        assertThat(city.post(end, "tax-head").status()).isEqualTo(403);
        assertThat(city.post(end, "civil-office").status()).isEqualTo(303);
        assertThat(page(city.page("/delegations", "civil-head"))
                        .select("tbody tr")
                        .text())
                .contains("已结束");

        var wrong = city.post("/delegations", "civil-office", "to", "No One", "from", "soon");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(page(wrong).select("#errors li")).hasSize(4);
        assertThat(city.post(
                                "/delegations",
                                "civil-head",
                                "duty",
                                duty,
                                "to",
                                "tax-head",
                                "from",
                                "2026-01-02",
                                "until",
                                "2027-01-01")
                        .status())
                .as("another's duty")
                .isEqualTo(403);
    }

    @Test
    void whoWasHandedADutyMayGiveItBack() {
        var given = city.post(
                "/delegations",
                "tax-office",
                "duty",
                "tax-office-0",
                "to",
                "tax-cataloguer",
                "from",
                soon(3),
                "until",
                soon(9));
        assertThat(given.status()).as(given.text()).isEqualTo(303);
        var received = page(city.page("/delegations", "tax-cataloguer"));
        assertThat(received.select("tbody tr").text()).contains("未开始");

        assertThat(city.post(received.select("form[action$=/end]").attr("action"), "tax-cataloguer")
                        .status())
                .isEqualTo(303);
        assertThat(page(city.page("/delegations", "tax-office")).select("form[action$=/end]"))
                .as("what had not begun is gone")
                .isEmpty();
    }

    @Test
    void aKeyIsShownOnceRotatedAndRevoked() {
        var issued =
                city.post("/settings/keys/new", "security", "account", "reader", "purpose", "夜间对账", "until", soon(30));
        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        var key = page(issued).select("dd code").text();
        assertThat(me(key)).isEqualTo(200);
        var number = key.substring(0, key.lastIndexOf('_'));
        assertThat(city.page("/settings/keys?q=" + number, "security").text())
                .contains("夜间对账")
                .doesNotContain(key);

        var rotated = city.post("/settings/keys/" + number + "/rotate", "security", "until", soon(60), "overlap", "0");
        assertThat(rotated.status()).as(rotated.text()).isEqualTo(201);
        var next = page(rotated).select("dd code").text();
        assertThat(me(next)).isEqualTo(200);
        assertThat(me(key)).isEqualTo(401);
        var nextNumber = next.substring(0, next.lastIndexOf('_'));
        assertThat(city.page("/settings/keys?q=" + nextNumber, "security").text())
                .contains("夜间对账");
        assertThat(city.post("/settings/keys/" + nextNumber + "/revoke", "security")
                        .status())
                .isEqualTo(303);
        assertThat(me(next)).isEqualTo(401);

        var wrong = city.post("/settings/keys/new", "security", "account", "no-such", "until", "never");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(page(wrong).select("#errors li")).hasSize(2);
        assertThat(city.post("/settings/keys/new", "security", "account", "reader", "until", "2199-01-01")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aCertificateIsRegisteredByItsThumbprint() {
        var print = "ab".repeat(32);
        var made = city.post("/settings/certificates/new", "security", "ofAccount", "reader", "thumbprint", print);
        assertThat(made.status()).as(made.text()).isEqualTo(303);
        var list = page(city.page("/settings/certificates", "security"));
        assertThat(list.select("tbody").text()).contains(print);
        assertThat(city.post(
                                "/settings/certificates/new",
                                "security",
                                "ofAccount",
                                "reader",
                                "thumbprint",
                                "-----BEGIN CERTIFICATE-----\nnone\n-----END CERTIFICATE-----")
                        .status())
                .isEqualTo(422);
        assertThat(city.post(list.select("form[action$=/revoke]").attr("action"), "security")
                        .status())
                .isEqualTo(303);
        assertThat(page(city.page("/settings/certificates", "security"))
                        .select("tbody")
                        .text())
                .contains("已吊销");
    }

    @Test
    void aDayIsTakenOutAfterShowingWhatItMovesAndTheCalendarThatCameWithItStays() {
        var days = new String[] {
            "year", "2031", "act", "off", "first", "2031-03-03", "last", "2031-03-05", "zh", "休整", "en", "rest"
        };
        var preview = city.post("/settings/calendars", "editor", days);
        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(page(preview).select("td").eachText()).contains("2031-03-04");
        assertThat(page(city.page("/settings/calendars?year=2031", "editor")).select("tbody"))
                .as("nothing was written")
                .isEmpty();

        var saved = save(days);
        assertThat(saved.status()).as(page(saved).select("main").text()).isEqualTo(303);
        assertThat(page(city.page("/settings/calendars?year=2031", "reader")).select("tbody tr"))
                .hasSize(3);
        assertThat(save("year", "2031", "act", "plain", "first", "2031-03-04").status())
                .isEqualTo(303);
        assertThat(save("year", "2031", "act", "work", "first", "2031-03-08").status())
                .isEqualTo(303);
        assertThat(page(city.page("/settings/calendars?year=2031", "reader"))
                        .select("tbody td:first-child")
                        .eachText())
                .containsExactly("2031-03-03", "2031-03-05", "2031-03-08");

        assertThat(city.page("/settings/calendars?year=2026", "reader", "Accept-Language", "zh")
                        .text())
                .contains("2026年全国工作日历")
                .doesNotContain("没有日历");
        var before = page(city.page("/settings/calendars?year=2026", "reader"))
                .select("tbody tr")
                .size();
        assertThat(save("year", "2026", "act", "off", "first", "2026-07-15").status())
                .isEqualTo(303);
        assertThat(page(city.page("/settings/calendars?year=2026", "reader")).select("tbody tr"))
                .as("the one that came with the program is followed by one with all its days")
                .hasSize(before + 1);
        var wrong = city.post(
                "/settings/calendars", "editor", "year", "2031", "act", "x", "first", "2030-01-01", "last", "tomorrow");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(page(wrong).select("#errors li")).hasSize(3);
        assertThat(city.post("/settings/calendars", "security", days).status()).isEqualTo(403);
    }

    @Test
    void aLocalProfileMayShortenATimeLimitAndNotLengthenIt() {
        var longer = profile("15");
        assertThat(longer.status()).isEqualTo(422);
        assertThat(page(longer).select("#errors").text()).contains("地方只能缩短");
        var shorter = profile("5");
        assertThat(shorter.status()).as(shorter.text()).isEqualTo(303);

        var clocks = page(city.page("/settings/clocks", "editor", "Accept-Language", "zh"));
        assertThat(clocks.select("tbody").text()).contains("T1", "T6", "乐溪区");
        assertThat(clocks.select("tr:contains(乐溪区) a[href$=/edit]")).isNotEmpty();
        assertThat(city.post("/settings/profiles/new", "security", "prefLabel.zh", "x")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anOrganisationIsRegisteredAndMovedAfterSayingWhatComesOfIt() {
        var made = city.post(
                "/organizations/new",
                "registrar",
                "identifier",
                "nc-archives",
                "prefLabel.zh",
                "暖城市档案馆",
                "organType",
                "https://w3id.org/shuqi/code/organ-type/government-department",
                "subOrganizationOf",
                "暖城市人民政府 [nc-government]");
        assertThat(made.status()).as(made.text()).isEqualTo(303);
        assertThat(made.header("Location")).isEqualTo("/organizations/nc-archives");

        var form = page(city.page("/organizations/nc-archives/edit", "registrar"));
        assertThat(form.select("input[name=subOrganizationOf]").val()).startsWith("暖城市人民政府");
        assertThat(form.select("input[name=subOrganizationOf]").attr("data-combo"))
                .isEqualTo("/suggest?kind=organizations");
        var warned = move(form, "暖城市数据局", "");
        assertThat(warned.status()).isEqualTo(200);
        assertThat(page(warned).select(".note li").text()).contains("暖城市人民政府", "暖城市数据局");
        assertThat(page(city.page("/organizations/nc-archives", "reader"))
                        .select("main")
                        .text())
                .doesNotContain("暖城市数据局");

        var meant = page(warned).select("input[name=meant]").val();
        var moved = move(form, "暖城市数据局", meant);
        assertThat(moved.status()).as(moved.text()).isEqualTo(303);
        assertThat(page(city.page("/organizations/nc-archives", "reader"))
                        .select("main")
                        .text())
                .contains("暖城市数据局");
        assertThat(city.post("/organizations/nc-archives/edit", "reader", "prefLabel.zh", "x")
                        .status())
                .isEqualTo(403);
        var wrong = city.post("/organizations/new", "registrar", "subOrganizationOf", "没有这个单位");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(page(wrong).select("#errors li").size()).isGreaterThanOrEqualTo(2);
        assertThat(page(wrong).select("input[name=subOrganizationOf]").val()).isEqualTo("没有这个单位");
    }

    @Test
    void whatWasChangedThroughPagesIsAuditedWithWhoDidIt() {
        city.post("/settings/accounts/new", "security", "identifier", "audited.one", "name", "审计");

        var audit = city.page("/audit", "auditor");
        assertThat(audit.status()).isEqualTo(200);
        assertThat(page(audit).select("main").text()).contains("security", "register: account");
        assertThat(city.server().bean(Store.class)).isNotNull();
        assertThat(city.server().bean(Passwords.class).isEmpty()).isFalse();
    }

    /** A step that somebody took as head of the sharing office of the civil affairs department. */
    private static void deed(String who) {
        var request = NodeFactory.createURI(Demo.BASE + "organization/nc-civil");
        var taken = NodeFactory.createURI(request.getURI() + "#deed");
        Acting.as(Caller.operator(), () -> {
            try (var now = city.server().bean(Store.class).read()) {
                var home = now.dataset()
                        .find(Node.ANY, request, Rdf.type, Node.ANY)
                        .next()
                        .getGraph();
                TestCallers.apply(
                        city.server().bean(Changes.class),
                        List.of(
                                new Quad(home, request, Sq.stepTaken, taken),
                                new Quad(
                                        home,
                                        taken,
                                        Sq.takenBy,
                                        NodeFactory.createURI(Demo.BASE + "organization/nc-civil")),
                                new Quad(home, taken, Sq.approvalRole, Sq.code("approval-role", "sharing-office-head")),
                                new Quad(
                                        home,
                                        taken,
                                        Sq.person,
                                        NodeFactory.createLiteralString(
                                                TestCallers.account(who).getURI())),
                                new Quad(
                                        home,
                                        taken,
                                        Sq.takenAt,
                                        NodeFactory.createLiteralDT(
                                                "2026-02-02T09:00:00+08:00", XSDDatatype.XSDdateTime))));
            }
        });
    }

    private static ApiServer.Reply move(Document form, String parent, String meant) {
        return city.post(
                "/organizations/nc-archives/edit",
                "registrar",
                "tag",
                form.select("input[name=tag]").val(),
                "meant",
                meant,
                "identifier",
                "nc-archives",
                "prefLabel.zh",
                "暖城市档案馆",
                "organType",
                "https://w3id.org/shuqi/code/organ-type/government-department",
                "subOrganizationOf",
                parent);
    }

    private static ApiServer.Reply profile(String days) {
        return city.post(
                "/settings/profiles/new",
                "editor",
                "prefLabel.zh",
                "乐溪区",
                "jurisdiction",
                "https://w3id.org/shuqi/code/division/150602",
                "extendsProfile",
                "https://w3id.org/shuqi/profile/national",
                "deadline.0.id",
                "",
                "deadline.0.clock",
                "https://w3id.org/shuqi/code/clock/conditional-reply",
                "deadline.0.workingDays",
                days);
    }

    private static ApiServer.Reply save(String... fields) {
        var all = new java.util.ArrayList<>(List.of(fields));
        all.addAll(List.of("do", "save"));
        return city.post("/settings/calendars", "editor", all.toArray(String[]::new));
    }

    private static int me(String key) {
        return city.server().get("/api/v1/me", "Authorization", "Bearer " + key).status();
    }

    private static String soon(int days) {
        return LocalDate.ofInstant(Instant.now(), java.time.ZoneId.of("Asia/Shanghai"))
                .plusDays(days)
                .toString();
    }

    /** The cookie of a new session; empty text if the password is wrong. */
    private static String signIn(String name, String password) {
        var body = "name=" + encoded(name) + "&password=" + encoded(password);
        var reply = send("/login", "", body);
        return reply.status() == 303 ? reply.header("Set-Cookie").replaceAll(";.*", "") : "";
    }

    private static ApiServer.Reply send(String path, String cookie, String body) {
        return city.server()
                .post(
                        path,
                        body,
                        "Accept",
                        "text/html",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Cookie",
                        cookie.isEmpty() ? "none=none" : cookie);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String row(String path, String who) {
        return page(city.page(path, who, "Accept-Language", "zh"))
                .select("tbody")
                .text();
    }

    private static Document page(ApiServer.Reply reply) {
        return Jsoup.parse(reply.text(), "http://localhost/");
    }
}

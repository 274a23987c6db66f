package org.shuqi.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.Quad;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.change.Changes;
import org.shuqi.web.City;

/** Fields that name an account, where there are more accounts than a list can show. */
class AccountFieldsTest {

    private static final int MANY = 70;

    @TempDir
    static Path data;

    private static City city;

    @BeforeAll
    static void start() {
        city = City.in(data);
        var quads = new ArrayList<Quad>();
        for (var at = 0; at < MANY; at++) {
            quads.addAll(TestCallers.records("clerk-" + at));
        }
        TestCallers.apply(city.server().bean(Changes.class), quads);
        city.post("/settings/accounts/new", "security", "identifier", "wang.fang", "name", "王芳", "actsFor", "emp-77");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void anAppointmentNamesAnAccountByNameAndCodeByNameAloneOrByCode() {
        var form = page("/settings/appointments/new", "security");
        assertThat(form.selectFirst("input#f-member").attr("data-combo")).isEqualTo("/suggest?kind=accounts");

        for (var written : List.of("王芳 [wang.fang]", "王芳", "wang.fang")) {
            var made = city.post(
                    "/settings/appointments/new",
                    "security",
                    "member",
                    written,
                    "approvalRole",
                    "cataloguer",
                    "organization",
                    "nc-civil",
                    "validFrom",
                    "2026-06-01");
            assertThat(made.status())
                    .as(written + " "
                            + Jsoup.parse(made.text()).select("#errors").text())
                    .isEqualTo(303);
        }
        assertThat(page("/settings/appointments", "security").select("tbody tr:has(td:contains(王芳))"))
                .hasSize(3);
    }

    @Test
    void whatIsTypedIsOfferedByCodeNameAndSound() {
        for (var typed : List.of("wang", "芳", "wf", "wangfang")) {
            assertThat(offered(typed, "security")).as(typed).containsExactly("王芳 [wang.fang]");
        }
        assertThat(offered("clerk-6", "security")).hasSize(8).first().isEqualTo("clerk-6 [clerk-6]");
        assertThat(offered("nobody", "security")).isEmpty();
    }

    @Test
    void aKeyIsIssuedForWhatWasPicked() {
        assertThat(page("/settings/keys/new", "security").select("#account[data-combo]"))
                .hasSize(1);

        var issued = city.post(
                "/settings/keys/new", "security", "account", "王芳 [wang.fang]", "purpose", "x", "until", "2026-12-31");

        assertThat(issued.status()).as(issued.text()).isEqualTo(201);
        assertThat(page("/settings/keys", "security").select("tbody tr:has(td:contains(王芳))"))
                .hasSize(1);
    }

    @Test
    void aDutyIsHandedToWhoWasPickedAndOnlyThoseAreOfferedWhoseAppointmentsTheReaderSees() {
        assertThat(offered("civil", "civil-head")).contains("civil-office [civil-office]");
        assertThat(offered("clerk", "civil-head")).isEmpty();
        assertThat(offered("wang", "reader")).isEmpty();

        var duty = page("/delegations", "civil-head")
                .selectFirst("select[name=duty] option[value]:not([value=''])")
                .attr("value");
        var handed = city.post(
                "/delegations",
                "civil-head",
                "duty",
                duty,
                "to",
                "civil-office [civil-office]",
                "from",
                "2026-06-01",
                "until",
                "2026-06-30");
        assertThat(handed.status()).as(handed.text()).isEqualTo(303);
        assertThat(page("/delegations", "civil-head").select("main").text()).contains("civil-office");
    }

    @Test
    void theAuditIsAskedByTheNameOfAnOfficeAndOfAnAccount() {
        var page = page(
                "/audit?organization=" + encoded("市民政局 [nc-civil]") + "&account=" + encoded("security [security]"),
                "auditor");

        assertThat(page.selectFirst("#organization").attr("value")).isEqualTo("nc-civil");
        assertThat(page.selectFirst("#account").attr("value")).isEqualTo("security");
    }

    private static List<String> offered(String typed, String who) {
        return page("/suggest?kind=accounts&q=" + encoded(typed), who)
                .select("li")
                .eachAttr("data-value");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Document page(String path, String who) {
        var reply = city.page(path, who);
        assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(200);
        return Jsoup.parse(reply.text());
    }
}

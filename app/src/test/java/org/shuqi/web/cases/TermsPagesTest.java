package org.shuqi.web.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqi.web.Fields.filled;
import static org.shuqi.web.Fields.with;
import static org.shuqi.web.Fields.without;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.Demo;
import org.shuqi.TestCallers;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.api.ApiServer;
import org.shuqi.change.Changes;
import org.shuqi.web.City;

/** Editing what an agreement says, and registering demands, with plain forms. */
class TermsPagesTest {

    private static final String DRAFT = "/agreements/XA-A-003";
    private static final String PURPOSE = "https://w3id.org/shuqi/code/purpose/";

    @TempDir
    static Path data;

    private static City city;
    private static final Map<String, String> KEYS = new HashMap<>();

    @BeforeAll
    static void start() {
        city = City.in(data);
        person("court-clerk", "xa-court", Role.CATALOGUER);
        person("fund-clerk", "xa-housing-fund", Role.CATALOGUER);
        person("other-clerk", "nc-civil", Role.CATALOGUER);
        person("court-reader", "xa-court", Role.READER);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void whatIsSavedUntouchedSaysTheSameAsBefore() {
        var before = json(DRAFT);
        var saved = send(DRAFT + "/edit", "court-clerk", form(DRAFT, "court-clerk"));

        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        assertThat(json(DRAFT)).isEqualTo(before);
    }

    @Test
    void theTermIsWrittenInDaysOfWhichTheLastStillCounts() {
        var page = edit(DRAFT, "court-clerk");
        assertThat(page.selectFirst("#f-validFrom").attr("value")).isEqualTo("2026-01-01");
        assertThat(page.selectFirst("#f-validUntil").attr("value")).isEqualTo("2027-12-31");

        save(DRAFT, "validUntil", "2027-06-30");
        assertThat(json(DRAFT)).contains("2027-07-01T00:00:00+08:00").doesNotContain("2028-01-01T00:00:00");
        save(DRAFT, "validUntil", "2027-12-31");
        assertThat(json(DRAFT)).contains("2028-01-01T00:00:00+08:00");
    }

    @Test
    void itemsPurposesMethodsDutiesAndClausesAreWritten() {
        var all = form(DRAFT, "court-clerk");
        var items = edit(DRAFT, "court-clerk")
                .select("input[name=permission.0.target]")
                .eachAttr("value");
        assertThat(items).hasSizeGreaterThan(2);
        var item = items.get(1);
        assertThat(edit(DRAFT, "court-clerk").select("label").eachText()).anyMatch(label -> label.contains(" · "));
        var added = send(DRAFT + "/edit", "court-clerk", with(all, "add", "permission.0.duty"));
        assertThat(added.status()).isEqualTo(200);
        var fields = filled(Jsoup.parse(added.text()).selectFirst("form[action$=/edit]"));
        var saved = send(
                DRAFT + "/edit",
                "court-clerk",
                with(
                        fields,
                        "permission.0.target",
                        item,
                        "permission.0.sharingPurpose",
                        PURPOSE + "social-assistance",
                        "permission.0.sharingMethod",
                        "https://w3id.org/shuqi/code/sharing-method/verify",
                        "permission.0.duty.0.action",
                        "https://w3id.org/shuqi/ns#recordUsage",
                        "permission.0.duty.0.prefLabel.zh",
                        "每季度报告使用情况",
                        "permission.0.duty.0.dueWithin",
                        "30日",
                        "securityMeasure.zh",
                        "专线访问并留存日志",
                        "storagePeriod",
                        "6个月"));
        assertThat(saved.status()).as(said(saved)).isEqualTo(303);

        var page = page(DRAFT, "fund-clerk");
        assertThat(page.select("#clauses").parents().text())
                .contains("专线访问并留存日志")
                .contains("每季度报告使用情况");
        assertThat(json(DRAFT))
                .contains(item)
                .contains("social-assistance")
                .contains("P30D")
                .contains("P6M")
                .doesNotContain("purpose/housing-fund");
        // what was there before is what a form of the next person begins with
        var again = edit(DRAFT, "fund-clerk");
        assertThat(again.select("input[name=permission.0.target][checked]").eachAttr("value"))
                .containsExactly(item);
        assertThat(again.select("input[name=permission.0.sharingPurpose][checked]")
                        .eachAttr("value"))
                .containsExactly(PURPOSE + "social-assistance");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceBesideItsFieldAndWhatWasWrittenStays() {
        var before = json(DRAFT);
        var sent = send(
                DRAFT + "/edit",
                "court-clerk",
                with(
                        form(DRAFT, "court-clerk"),
                        "permission.0.assignee",
                        "没有这个单位",
                        "validUntil",
                        "明年",
                        "storagePeriod",
                        "很久"));

        assertThat(sent.status()).isEqualTo(422);
        var page = Jsoup.parse(sent.text());
        assertThat(page.select("#errors a").eachAttr("href"))
                .contains("#f-permission.0.assignee", "#f-validUntil", "#f-storagePeriod");
        assertThat(page.selectFirst("#f-validUntil").attr("value")).isEqualTo("明年");
        assertThat(json(DRAFT)).isEqualTo(before);
    }

    @Test
    void whoHasNoPartInItMayNotWriteAndWhoComesTooLateIsTold() {
        var stranger = send(DRAFT + "/edit", "court-reader", with(form(DRAFT, "court-clerk"), "fee.zh", "无偿"));
        assertThat(stranger.status()).isEqualTo(403);

        var stale = with(form(DRAFT, "court-clerk"), "fee.zh", "来晚了");
        save(DRAFT, "fee.zh", "无偿");
        var late = send(DRAFT + "/edit", "court-clerk", stale);
        assertThat(late.status()).isEqualTo(409);
        assertThat(Jsoup.parse(late.text()).select("[role=alert]").text()).contains("这条记录刚被别人修改");
        assertThat(Jsoup.parse(late.text()).selectFirst("#f-fee").attr("value")).isEqualTo("来晚了");
        assertThat(json(DRAFT)).contains("无偿").doesNotContain("来晚了");
    }

    @Test
    void theAgreementSaysWhoAskedAndWhatTheAnswerWas() {
        assertThat(page("/agreements/XA-A-001", "fund-clerk")
                        .select("section[aria-labelledby=asked]")
                        .text())
                .contains("没有您能读到的");
        var kept = city.server()
                .post(
                        "/api/v1/receipts",
                        """
                        {"recipient":"xa-housing-fund","dataset":"xa-population","purpose":"housing-fund","method":"verify","at":"2026-06-01T10:00:00+08:00"}""",
                        "Accept",
                        "application/json",
                        "Authorization",
                        KEYS.get("fund-clerk"));
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(kept.text()).contains("agreement/XA-A-001");

        var page = page("/agreements/XA-A-001", "fund-clerk");
        assertThat(page.select("section[aria-labelledby=asked] tbody tr")).hasSize(1);
        assertThat(page.select("section[aria-labelledby=asked]").text()).contains("fund-clerk");
        // another party reads the agreement, and not who asked about it
        person("police-clerk", "xa-police", Role.CATALOGUER);
        assertThat(page("/agreements/XA-A-001", "police-clerk").select("section[aria-labelledby=asked] tbody tr"))
                .isEmpty();
    }

    @Test
    void anAgreementInForceIsNotEdited() {
        assertThat(page("/agreements/XA-A-001", "fund-clerk").select("a[href$=/edit]"))
                .isEmpty();
        assertThat(page(DRAFT, "court-clerk").select("a[href$=/edit]")).isNotEmpty();
        assertThat(raw("/agreements/XA-A-001/edit", "fund-clerk").status()).isEqualTo(409);
    }

    @Test
    void whatIsSearchedForInVainIsRegisteredAsADemand() {
        var nothing = page(
                "/search?q=" + java.net.URLEncoder.encode("海底沉船名录", java.nio.charset.StandardCharsets.UTF_8),
                "other-clerk");
        var form = page(nothing.select("a[href^=/lists/new]").attr("href"), "other-clerk");
        assertThat(form.selectFirst("#f-title").attr("value")).isEqualTo("海底沉船名录");
        var fields = filled(form.selectFirst("form[action=/lists][method=post]"));
        var bare = send("/lists", "other-clerk", with(fields, "title.zh", ""));
        assertThat(bare.status()).isEqualTo(422);
        assertThat(Jsoup.parse(bare.text()).select("#errors a").eachAttr("href"))
                .contains("#f-title");

        var first = send("/lists", "other-clerk", with(fields, "purposeScope", PURPOSE + "social-assistance"));
        assertThat(first.status()).as(said(first)).isEqualTo(303);
        var twice = send("/lists", "other-clerk", with(fields, "purposeScope", PURPOSE + "social-assistance"));
        assertThat(twice.header("Location")).isEqualTo(first.header("Location"));
        assertThat(page(
                                "/lists?tab=demand&q="
                                        + java.net.URLEncoder.encode("沉船", java.nio.charset.StandardCharsets.UTF_8),
                                "other-clerk")
                        .select("tbody tr"))
                .hasSize(1);
        assertThat(page(first.header("Location"), "other-clerk").text()).contains("草稿");
        var stranger = send("/lists", "court-reader", with(without(fields, "number"), "title.zh", "别的"));
        assertThat(stranger.status()).isEqualTo(403);
    }

    @Test
    void theFormsOfCasesTypeAheadAndTakeANameForWhatItMeans() {
        var form = page("/lists/new?title=%E4%BA%95%E7%9B%96", "other-clerk");
        assertThat(form.select("script[src*=combo]")).hasSize(1);
        assertThat(form.selectFirst("#f-listedBy").attr("data-combo")).isEqualTo("/suggest?kind=organizations");
        assertThat(edit(DRAFT, "court-clerk").select("[data-combo]")).isNotEmpty();

        var fields = with(
                filled(form.selectFirst("form[action=/lists][method=post]")),
                "purposeScope",
                PURPOSE + "social-assistance");
        var vague = send("/lists", "other-clerk", with(fields, "listedBy", "局"));
        assertThat(vague.status()).isEqualTo(422);
        assertThat(Jsoup.parse(vague.text()).select("#f-listedBy").attr("value"))
                .isEqualTo("局");

        var clear = send("/lists", "other-clerk", with(fields, "listedBy", "nc-civil"));
        assertThat(clear.status()).as(said(clear)).isEqualTo(303);
        assertThat(page(clear.header("Location"), "other-clerk").select("main").text())
                .contains("民政局");
    }

    @Test
    void aListIsTakenAwayWithAReasonThatTheJournalKeeps() {
        var csv =
                raw("/lists/export?tab=negative&format=csv&reason=%E5%B9%B4%E5%BA%A6%E8%AF%84%E4%BC%B0", "other-clerk");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        var rows = csv.text().split("\r\n").length - 1;
        assertThat(page("/lists?tab=negative", "other-clerk").select("tbody tr"))
                .hasSize(rows);
        var line = city.page(
                "/api/v1/audit/readings/" + csv.header("Shuqi-Export"), "auditor", "Accept", "application/json");
        assertThat(line.text()).contains("年度评估").contains("other-clerk");

        var xlsx = raw("/lists/export?tab=demand&format=xlsx&reason=x", "other-clerk");
        assertThat(xlsx.bytes()).startsWith('P', 'K');
        assertThat(raw("/lists/export?format=pdf&reason=x", "other-clerk").status())
                .isEqualTo(400);
    }

    private static void person(String name, String organization, Role role) {
        KEYS.put(
                name,
                TestCallers.key(
                        city.server().bean(Changes.class),
                        name,
                        Appointment.in(NodeFactory.createURI(Demo.BASE + "organization/" + organization), role)));
    }

    private static void save(String agreement, String... changes) {
        var saved = send(agreement + "/edit", "court-clerk", with(form(agreement, "court-clerk"), changes));
        assertThat(saved.status()).as(said(saved)).isEqualTo(303);
    }

    private static Document edit(String agreement, String who) {
        return page(agreement + "/edit", who);
    }

    private static String[] form(String agreement, String who) {
        return filled(edit(agreement, who).selectFirst("form[action$=/edit]"));
    }

    /** The record as the interface tells it, without its revision. */
    private static String json(String agreement) {
        return city.server()
                .get("/api/v1" + agreement, "Accept", "text/turtle", "Authorization", KEYS.get("court-clerk"))
                .text();
    }

    private static ApiServer.Reply raw(String path, String who) {
        return city.server().get(path, "Accept", "text/html", "Accept-Language", "zh", "Authorization", KEYS.get(who));
    }

    private static Document page(String path, String who) {
        var reply = raw(path, who);
        assertThat(reply.status()).as(path + " " + who + " " + reply.text()).isEqualTo(200);
        return Jsoup.parse(reply.text());
    }

    private static ApiServer.Reply send(String path, String who, String... fields) {
        return city.server().form(path, KEYS.get(who), fields);
    }

    private static String said(ApiServer.Reply reply) {
        return Jsoup.parse(reply.text()).select("#errors, main").text();
    }
}

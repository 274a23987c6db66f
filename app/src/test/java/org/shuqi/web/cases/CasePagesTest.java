package org.shuqi.web.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shuqi.web.Fields.filled;
import static org.shuqi.web.Fields.with;
import static org.shuqi.web.Fields.without;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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

/** The journeys through requests, agreements, corrections and disputes, as several people take them with plain forms. */
class CasePagesTest {

    @TempDir
    static Path data;

    private static City city;
    private static final java.util.Map<String, String> KEYS = new java.util.HashMap<>();

    @BeforeAll
    static void start() {
        city = City.in(data);
        person("civil-chief", in("nc-civil", Role.SHARING_OFFICE_HEAD), in("nc-civil", Role.DEPARTMENT_HEAD));
        person("civil-clerk", in("nc-civil", Role.CATALOGUER));
        person("police-chief", in("nc-police", Role.SHARING_OFFICE_HEAD), in("nc-police", Role.DEPARTMENT_HEAD));
        person("police-two", in("nc-police", Role.SECURITY_OFFICER));
        person("medical-clerk", in("hs-medical", Role.CATALOGUER));
        person("bureau", Appointment.everywhere(Role.AUTHORITY_REVIEWER));
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void aRequestForSeveralDatasetsIsFilledInByTheRegistryAndMakesOneRequestForEachProvider() {
        var form = page("/applications/new?dataset=nc-income&dataset=nc-population&dataset=nc-payments", "civil-chief");

        assertThat(form.select("#errors").text()).isEmpty();
        assertThat(form.select("form[method=post] input[name=dataset]")).hasSize(3);
        assertThat(form.select("input[name=until]").attr("value")).matches("\\d{4}-\\d\\d-\\d\\d");
        var fields = filled(form.selectFirst("form[method=post][action=/applications]"));
        var sent = send(
                "/applications",
                "civil-chief",
                with(
                        fields,
                        "scenario",
                        "低保核对",
                        "scope",
                        "核对中心",
                        "basis",
                        "社会救助职责",
                        "purpose",
                        "https://w3id.org/shuqi/code/purpose/means-testing"));

        assertThat(sent.status()).as(said(sent)).isEqualTo(303);
        var list = page(sent.header("Location"), "civil-chief");
        var rows = list.select("tbody tr");
        assertThat(rows).hasSize(3);
        assertThat(rows.eachText()).allMatch(row -> row.contains("已提交"));
    }

    @Test
    void aFormThatIsSentTwiceFilesOneRequest() {
        var fields = newRequest("nc-vehicles");
        var first = send("/applications", "civil-chief", fields);
        var second = send("/applications", "civil-chief", fields);

        assertThat(first.status()).as(said(first)).isEqualTo(303);
        assertThat(second.status()).as(said(second)).isEqualTo(303);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void whoMayNotSendARequestLeavesItAsADraftForWhoMay() {
        var sent = send("/applications", "civil-clerk", newRequest("civil-clerk", "nc-vehicles"));
        assertThat(sent.status()).as(said(sent)).isEqualTo(303);

        var clerk = page(sent.header("Location"), "civil-clerk");
        assertThat(clerk.select("input[name=step]").eachAttr("value")).doesNotContain("submit");
        assertThat(clerk.text()).contains("草稿").contains("等待他方办理");
        assertThat(steps(page(sent.header("Location"), "civil-chief"))).contains("submit");
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnceAndWhatWasWrittenStays() {
        var form = page("/applications/new?dataset=nc-vehicles", "civil-chief");
        var fields = with(
                filled(form.selectFirst("form[method=post][action=/applications]")),
                "scenario",
                "",
                "scope",
                "",
                "until",
                "昨天",
                "basis",
                "写过的依据");
        var answer = send("/applications", "civil-chief", fields);

        assertThat(answer.status()).isEqualTo(422);
        var again = Jsoup.parse(answer.text());
        assertThat(again.select("#errors a").eachAttr("href")).contains("#scenario", "#scope", "#until");
        assertThat(again.selectFirst("#basis").attr("value")).isEqualTo("写过的依据");
        assertThat(again.selectFirst("#until").attr("value")).isEqualTo("昨天");
    }

    @Test
    void aRequestIsReceivedRefusedWithGroundAndReasonAndThenContestedWithoutWritingAnythingAgain() {
        var id = request("nc-vehicles");
        step(id, "police-chief", "receive");
        var refuse = form(page(id, "police-chief"), "refuse");
        assertThat(refuse.select("input[name=refusalGround]").eachAttr("value")).contains("g1", "g8");

        var bare = send(id + "/steps", "police-chief", filled(refuse));
        assertThat(bare.status()).isEqualTo(422);
        assertThat(Jsoup.parse(bare.text()).select("#errors a").eachAttr("href"))
                .contains("#refuse-note");

        var done = send(id + "/steps", "police-chief", with(filled(refuse), "refusalGround", "g4", "note", "用途不在目录之内"));
        assertThat(done.status()).as(said(done)).isEqualTo(303);
        var refused = page(id, "civil-chief");
        assertThat(refused.text()).contains("不同意").contains("用途不在目录之内").contains("超出使用用途");

        var contest = page(refused.select("a[href^=/disputes/new]").attr("href"), "civil-chief");
        var asked = contest.selectFirst("form[method=post][action=/disputes]");
        assertThat(asked.select("input:not([type=hidden]), select, textarea").eachAttr("name"))
                .containsExactly("position");
        assertThat(contest.text()).contains("用途不在目录之内");
        var raised = send("/disputes", "civil-chief", with(filled(asked), "position", "低保核对属于政务服务"));
        assertThat(raised.status()).as(said(raised)).isEqualTo(303);

        var dispute = page(raised.header("Location"), "police-chief");
        assertThat(dispute.select(".side").eachText())
                .anyMatch(side -> side.contains("低保核对属于政务服务"))
                .anyMatch(side -> side.contains("用途不在目录之内"));
        assertThat(page(id, "civil-chief").select("a[href=" + raised.header("Location") + "]"))
                .isNotEmpty();
    }

    @Test
    void whoComesTooLateIsShownWhatWasDoneMeanwhileAndNothingIsWritten() {
        var id = request("nc-vehicles");
        step(id, "police-chief", "receive");
        var stale = with(filled(form(page(id, "police-chief"), "refuse")), "refusalGround", "g3", "note", "不在共享范围");
        step(id, "police-chief", "consent");

        var answer = send(id + "/steps", "police-chief", stale);

        assertThat(answer.status()).isEqualTo(409);
        var conflict = Jsoup.parse(answer.text());
        assertThat(conflict.text())
                .contains("已由 police-chief 在")
                .contains("同意")
                .contains("不在共享范围")
                .contains("超出共享范围");
        assertThat(page(id, "police-chief").text()).doesNotContain("不在共享范围");
    }

    @Test
    void nobodyIsOfferedAStepThatWouldBeRefused() {
        var id = request("nc-vehicles");
        step(id, "police-chief", "receive");

        assertThat(steps(page(id, "police-chief")))
                .contains("consent", "refuse", "ask-supplement")
                .doesNotContain("extend");
        assertThat(steps(page(id, "civil-clerk"))).containsExactly("withdraw");
        assertThat(steps(page(id, "bureau"))).containsExactly("extend");
        for (var who : List.of("police-chief", "civil-clerk", "bureau")) {
            for (var step : steps(page(id, who))) {
                var form = filled(form(page(id, who), step));
                // a stale tag keeps the step from being taken: what is judged is whether it may be
                var tried = send(id + "/steps", who, with(form, "tag", "1", "note", "-"));
                assertThat(tried.status()).as(who + " " + step).isEqualTo(409);
            }
        }
        var unread = send(
                id + "/steps",
                "bureau",
                with(filled(form(page(id, "bureau"), "extend")), "workingDays", "几天", "note", "写到一半的理由"));
        assertThat(unread.status()).isEqualTo(422);
        var again = form(Jsoup.parse(unread.text()), "extend");
        assertThat(again.select("textarea[name=note]").text()).isEqualTo("写到一半的理由");
        assertThat(again.select(".refused").text()).contains("整数");
        var extended = send(
                id + "/steps",
                "bureau",
                with(filled(form(page(id, "bureau"), "extend")), "workingDays", "5", "note", "材料较多"));
        assertThat(extended.status()).as(said(extended)).isEqualTo(303);
        assertThat(page(id, "bureau").text()).contains("材料较多");
    }

    @Test
    void lessThanWasAskedForCanBeGranted() {
        var id = request("nc-population");
        step(id, "police-chief", "receive");
        var form = form(page(id, "police-chief"), "consent-partly");
        var items = form.select("input[name=granted]").eachAttr("value");
        assertThat(items).hasSizeGreaterThan(2);
        var fields = new ArrayList<>(List.of(without(without(filled(form), "granted"), "note")));
        fields.addAll(List.of("granted", items.get(0), "note", "只同意一项"));

        var done = send(id + "/steps", "police-chief", fields.toArray(String[]::new));

        assertThat(done.status()).as(said(done)).isEqualTo(303);
        var granted = page(id, "civil-chief");
        assertThat(granted.text()).contains("部分同意");
        assertThat(granted.select("section[aria-labelledby=grants] tbody td")
                        .last()
                        .text())
                .doesNotContain("全部数据项")
                .doesNotContain("·");
        // purposes and methods stay as they were asked for
        assertThat(granted.select("section[aria-labelledby=grants] dl dt").eachText())
                .contains("用途", "方式");
    }

    @Test
    void afterADecisionTheReaderIsLedToWhatIsDueNext() {
        var first = request("nc-vehicles");
        step(first, "police-chief", "receive");
        var second = request("nc-vehicles");
        step(second, "police-chief", "receive");
        var sent = send(
                first + "/steps",
                "police-chief",
                with(
                        filled(form(page(first, "police-chief"), "refuse")),
                        "refusalGround",
                        "g4",
                        "note",
                        "不符",
                        "then",
                        "next"));

        assertThat(sent.status()).as(said(sent)).isEqualTo(303);
        assertThat(sent.header("Location"))
                .startsWith("/applications/")
                .doesNotStartWith(first + "?")
                .contains("done=requests/");
        assertThat(page(sent.header("Location"), "police-chief").select(".done").text())
                .contains("不同意");
    }

    @Test
    void aGrantedRequestBecomesAnAgreementThatIsApprovedSignedAndPrinted() throws IOException {
        var id = request("nc-vehicles");
        step(id, "police-chief", "receive");
        step(id, "police-chief", "consent");
        var draft =
                page(page(id, "police-chief").select("a[href^=/agreements/new]").attr("href"), "police-chief");
        var drafted =
                send("/agreements", "police-chief", filled(draft.selectFirst("form[method=post][action=/agreements]")));
        assertThat(drafted.status()).as(said(drafted)).isEqualTo(303);
        var agreement = drafted.header("Location");

        step(agreement, "police-chief", "review");
        assertThat(steps(page(agreement, "police-chief"))).doesNotContain("approve");
        step(agreement, "civil-chief", "approve");
        step(agreement, "police-chief", "sign");
        assertThat(steps(page(agreement, "police-chief"))).doesNotContain("sign", "sign-last");
        step(agreement, "civil-chief", "sign-last");

        var signed = page(agreement, "civil-chief");
        assertThat(signed.text()).contains("已签");
        var number = agreement.substring("/agreements/".length());
        var hash = city.page("/api/v1/agreements/" + number + "/canonical", "reviewer", "Accept", "application/json")
                .text()
                .replaceAll("(?s).*\"sha256\"\\s*:\\s*\"([0-9a-f]{64})\".*", "$1");
        var paper = page(agreement + "/print", "civil-chief");
        assertThat(paper.select(".proof code").text()).isEqualTo(hash);
        assertThat(paper.select(".seal")).hasSize(2);
        var pdf = raw(agreement + "/paper.pdf", "civil-chief");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(pdf.bytes())) {
            assertThat(document.getNumberOfPages()).isEqualTo(4);
            // the digest is longer than its line
            var reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            assertThat(reader.getText(document).replaceAll("\\s", ""))
                    .contains(number)
                    .contains(hash)
                    .contains("—1/4—");
        }
    }

    @Test
    void wrongDataAreReportedInThreeFieldsAndBothSidesFollowIt() {
        var form = page("/corrections/new?dataset=hs-births-insured", "medical-clerk");
        var fields = filled(form.selectFirst("form[method=post][action=/corrections]"));
        var sent = send(
                "/corrections",
                "medical-clerk",
                with(
                        fields,
                        "observed",
                        "312",
                        "expected",
                        "0",
                        "evidence",
                        "与出生统计核对",
                        "links",
                        "https://files.example/births.pdf\nhttps://files.example/photo.jpg"));
        assertThat(sent.status()).as(said(sent)).isEqualTo(303);
        person("hrss-clerk", in("hs-hrss", Role.CATALOGUER));

        var id = sent.header("Location");
        assertThat(page(id, "medical-clerk").text()).contains("与出生统计核对").contains("等待他方办理");
        assertThat(page(id, "medical-clerk").select("dl a[href^=https://files.example/]"))
                .hasSize(2);
        var unlinked = send(
                "/corrections",
                "medical-clerk",
                with(fields, "observed", "1", "evidence", "-", "links", "javascript:alert(1)"));
        assertThat(unlinked.status()).isEqualTo(422);
        assertThat(Jsoup.parse(unlinked.text()).select("#errors a").eachAttr("href"))
                .contains("#links");
        step(id, "hrss-clerk", "receive");
        var received = page(id, "medical-clerk");
        assertThat(received.select(".dues").text()).contains("个工作日").contains("二十六");
        assertThat(page("/corrections?side=due", "hrss-clerk").select("a[href=" + id + "]"))
                .isNotEmpty();
    }

    @Test
    void theNextVersionIsDraftedAndComparedOnPages() {
        var made = send("/agreements/NC-A-001/versions", "nobody-else", "kind", "renew", "validUntil", "2030-01-01");

        assertThat(made.status()).as(said(made)).isEqualTo(303);
        var compared = page("/agreements/NC-A-001/compare", "nobody-else");
        assertThat(compared.select("tbody th").eachText()).isNotEmpty();
        var twice = send("/agreements/NC-A-001/versions", "nobody-else", "kind", "amend");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(Jsoup.parse(twice.text()).select("#errors").text()).contains("已有下一版本");
    }

    private static Appointment in(String organization, Role role) {
        return Appointment.in(NodeFactory.createURI(Demo.BASE + "organization/" + organization), role);
    }

    private static void person(String name, Appointment... appointments) {
        KEYS.put(name, TestCallers.key(city.server().bean(Changes.class), name, appointments));
    }

    private static String key(String who) {
        return KEYS.computeIfAbsent(
                who,
                name -> TestCallers.key(
                        city.server().bean(Changes.class),
                        name,
                        in("nc-data-centre", Role.DEPARTMENT_HEAD),
                        in("nc-data-centre", Role.CATALOGUER)));
    }

    private static ApiServer.Reply raw(String path, String who) {
        return city.server().get(path, "Accept", "text/html", "Accept-Language", "zh", "Authorization", key(who));
    }

    private static Document page(String path, String who) {
        var reply = raw(path, who);
        assertThat(reply.status()).as(path + " " + who + " " + reply.text()).isEqualTo(200);
        return Jsoup.parse(reply.text());
    }

    private static ApiServer.Reply send(String path, String who, String... fields) {
        return city.server().form(path, key(who), fields);
    }

    /** What a page says of a form that has to be mended; all of it if it says nothing. */
    private static String said(ApiServer.Reply reply) {
        var page = Jsoup.parse(reply.text());
        return page.select("#errors").isEmpty()
                ? page.text()
                : page.select("#errors").text();
    }

    private static String[] newRequest(String dataset) {
        return newRequest("civil-chief", dataset);
    }

    private static String[] newRequest(String who, String dataset) {
        var form = page("/applications/new?dataset=" + dataset, who);
        return with(
                filled(form.selectFirst("form[method=post][action=/applications]")),
                "basis",
                "社会救助职责",
                "scenario",
                "低保核对",
                "scope",
                "核对中心",
                "purpose",
                "https://w3id.org/shuqi/code/purpose/means-testing");
    }

    /** The address of a request of the civil affairs office that was sent. */
    private static String request(String dataset) {
        var sent = send("/applications", "civil-chief", newRequest(dataset));
        assertThat(sent.status()).as(said(sent)).isEqualTo(303);
        return sent.header("Location").replaceFirst("\\?.*", "");
    }

    private static Element form(Document page, String step) {
        var field = page.selectFirst("form input[name=step][value=" + step + "]");
        assertThat(field)
                .as(step + " is offered: " + page.select("#handling").parents().text())
                .isNotNull();
        return field.closest("form");
    }

    private static List<String> steps(Document page) {
        return page.select("form input[name=step]").eachAttr("value");
    }

    private static void step(String record, String who, String step) {
        var done = send(record + "/steps", who, filled(form(page(record, who), step)));
        assertThat(done.status()).as(said(done)).isEqualTo(303);
    }
}

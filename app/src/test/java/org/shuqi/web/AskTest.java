package org.shuqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking on a page, and the fields with type-ahead, over the demo city. */
class AskTest {

    private static final String ASKED =
            "/ask?recipient=nc-housing-fund&dataset=nc-marriages&purpose=housing-fund&at=2026-06-01T12:00:00%2B08:00";

    @TempDir
    static Path data;

    private static City city;

    @BeforeAll
    static void start() {
        city = City.in(data);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    private static Document page(String path, String who, int status) {
        var reply = city.page(path, who, "Accept-Language", "zh");
        assertThat(reply.status()).as(reply::text).isEqualTo(status);
        return Jsoup.parse(reply.text());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aYesNamesTheClauseTheAgreementAndTheLaw() {
        var page = page(ASKED, "reviewer", 200);

        assertThat(page.select("#answer").text()).contains("可以").doesNotContain("不");
        assertThat(page.select("table.law").text())
                .contains("婚姻登记共享协议 条款 p1", "婚姻登记共享协议 2026-01-01 至 2028-01-01", "有条件共享", "政务数据共享条例 第十四条");
        assertThat(page.select("table.law a[href='/agreements/NC-A-033#p1']")).isNotEmpty();
    }

    @Test
    void aNoSaysWhyByWhichLawAndWhatWouldMakeItAYes() {
        var page = page(
                "/ask?recipient=nc-tax&dataset=nc-marriages&purpose=housing-fund&at=2026-06-01", "tax-cataloguer", 200);

        assertThat(page.select("#answer").text()).contains("目前不可以");
        // what is said of three items in the same words is said once
        assertThat(page.select("ol.reasons li")).hasSize(1);
        assertThat(page.select("ol.reasons").text()).contains("“姓名”“登记日期”“配偶姓名”属于有条件共享", "第二十八条");
        assertThat(page.text()).contains("与提供方签订数据共享协议", "暖城市民政局");
    }

    @Test
    void namesArePutInPlaceOfCodesInTheFieldsAndCodesInTheAddress() {
        var reply = city.page(
                "/ask?recipient=" + encoded("暖城市税务局") + "&dataset=" + encoded("婚姻登记 [nc-marriages]") + "&purpose="
                        + encoded("公积金办理"),
                "tax-cataloguer");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location"))
                .isEqualTo("/ask?recipient=nc-tax&dataset=nc-marriages&purpose=housing-fund");
        assertThat(page(reply.header("Location"), "tax-cataloguer", 200)
                        .selectFirst("#dataset")
                        .val())
                .isEqualTo("婚姻登记 [nc-marriages]");
    }

    @Test
    void aNameThatSeveralHaveIsAskedBackWithLinksAndEverythingStaysInItsField() {
        var page = page(
                "/ask?recipient=nc-tax&dataset=" + encoded("婚姻登记") + "&purpose=nonsense&at=2026-06-01",
                "tax-cataloguer",
                422);

        assertThat(page.select("#errors a").eachAttr("href")).containsExactly("#dataset", "#purpose");
        assertThat(page.select(".note a[href*='dataset=nc-marriages']").attr("href"))
                .contains("recipient=nc-tax", "at=2026-06-01");
        assertThat(page.selectFirst("#dataset").val()).isEqualTo("婚姻登记");
        assertThat(page.selectFirst("#purpose").val()).isEqualTo("nonsense");
        assertThat(page.selectFirst("#dataset").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void whatMakesNoSenseIsSaidOnThePage() {
        var page = page(
                "/ask?recipient=nc-tax&dataset=nc-marriages&purpose=housing-fund&at=tomorrow", "tax-cataloguer", 422);

        assertThat(page.select("#errors").text()).contains("tomorrow");
        assertThat(page.selectFirst("#at").val()).isEqualTo("tomorrow");
    }

    @Test
    void whoMayNotAskIsToldSo() {
        assertThat(page(ASKED, "reader", 403).select("#errors").text()).isNotEmpty();
    }

    @Test
    void theCopiesGiveTheSameAnswer() throws Exception {
        var page = page(ASKED, "reviewer", 200);

        var rest = page.select("#copy-rest").text();
        var json = new ObjectMapper()
                .readTree(city.page(rest.substring(rest.indexOf("/api")), "reviewer", "Accept", "application/json")
                        .text());
        assertThat(json.path("outcome").asText()).isEqualTo("permit");
        assertThat(page.select("#copy-curl").text()).contains(rest);

        var query = page.selectFirst("#copy-sparql code").wholeText();
        var reply =
                city.page("/sparql?query=" + encoded(query), "reviewer", "Accept", "application/sparql-results+json");
        assertThat(reply.status()).as(reply::text).isEqualTo(200);
        assertThat(reply.text()).contains("https://w3id.org/shuqi/code/outcome/permit");

        var link = page.select("#copy-link").text();
        assertThat(page(link.substring(link.indexOf("/ask")), "reviewer", 200)
                        .select("#answer")
                        .text())
                .isEqualTo(page.select("#answer").text());
    }

    @Test
    void aQuestionThatTheQueryLanguageCannotAskIsNotOfferedInIt() {
        assertThat(page(ASKED + "&method=verify", "reviewer", 200).select("#copy-sparql"))
                .isEmpty();
    }

    @Test
    void typeAheadGivesOptionsThatTheFormUnderstands() {
        var options = Jsoup.parse(city.page("/suggest?kind=datasets&q=hydj", "tax-cataloguer", "Accept-Language", "zh")
                        .text())
                .select("[role=option]");

        assertThat(options.eachAttr("data-value")).contains("婚姻登记 [nc-marriages]", "婚姻登记 [xa-marriages]");
        assertThat(options.text()).contains("暖城市民政局");
        assertThat(city.page("/suggest?kind=terms&scheme=purpose&q=gjj", "tax-cataloguer", "Accept-Language", "zh")
                        .text())
                .contains("公积金办理 [housing-fund]");
        assertThat(city.page("/suggest?kind=nonsense&q=x", "tax-cataloguer").status())
                .isEqualTo(400);
    }

    @Test
    void theFirstNamesAreOfferedBeforeAnythingIsTyped() {
        assertThat(Jsoup.parse(city.page("/suggest?kind=organizations", "tax-cataloguer")
                                .text())
                        .select("[role=option]"))
                .hasSize(8);
    }

    @Test
    void theDeskKnowsForWhomOneWorksAndWhatIsDue() {
        var desk = page("/", "civil-head", 200);

        assertThat(desk.selectFirst("#recipient").val()).isEqualTo("暖城市民政局 [nc-civil]");
        assertThat(desk.select("main tbody td:first-child").text()).isNotEmpty();
        assertThat(desk.select("main tbody .badge").text()).contains("逾期", "个工作日");
    }

    @Test
    void aSearchFindsWhatCanBeTickedAndRequested() {
        var found = page("/search?q=hydj&kind=datasets", "tax-cataloguer", 200);

        assertThat(found.select("input[name=dataset]").eachAttr("value")).contains("nc-marriages");
        assertThat(found.select("form[action='/applications/new']")).hasSize(1);
        assertThat(found.select("a[href='/datasets/nc-marriages']")).isNotEmpty();
    }

    @Test
    void aSearchWithoutFindingsLeadsToADemand() {
        var nothing = page("/search?q=" + encoded("鹦鹉螺") + "&attribute=conditional", "tax-cataloguer", 200);

        assertThat(nothing.select(".empty a").eachAttr("href"))
                .contains("/search?q=" + encoded("鹦鹉螺"))
                .anyMatch(address -> address.startsWith("/lists"));
    }
}

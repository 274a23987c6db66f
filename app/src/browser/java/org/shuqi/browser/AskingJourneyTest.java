package org.shuqi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuqi.record.JsonTree;

/** Questions: may we have it, how does a program ask the same, who could use it on a day. */
class AskingJourneyTest extends JourneyTest {

    private static final String JSON = "application/json";

    /** J1: four clicks at most, the answer in a second, with clause and law. */
    @ParameterizedTest
    @EnumSource(Means.class)
    void staffAskFromTheDeskAndReadClauseAndLaw(Means means) {
        try (var window = means.window(chromium, "tax-office")) {
            window.open("/", 200);
            window.clean("j1-1-desk-" + means);
            var hand = means.hand(window);

            // who asks for their own office finds it filled in
            assertThat(field(window, "recipient").inputValue()).contains("nc-tax");
            var plain = means == Means.WITHOUT_SCRIPT;
            hand.pick(field(window, "dataset"), plain ? "平台内经营者收入" : "经营者收入", offer(window, "dataset"));
            hand.pick(field(window, "purpose"), plain ? "tax-enforcement" : "税收", offer(window, "purpose"));
            hand.go(button(window, "看结论"));

            assertThat(main(window).locator("#answer").innerText()).contains("可以");
            assertThat(main(window).locator("ol.reasons").innerText()).contains("法律依据", "第四条");
            assertThat(hand.clicks()).as(hand.toString()).isLessThanOrEqualTo(4);
            window.clean("j1-2-answer-" + means);
            told("J1" + (plain ? "" : ", answered in " + window.serverTime().toMillis() + " ms,"), means, hand);
        }
    }

    /** J8: three clicks at most from the question to a call that gives the same answer, whichever way it is copied. */
    @ParameterizedTest
    @CsvSource({"接口地址（REST）, rest", "命令行（curl）, curl", "查询语句（SPARQL）, sparql"})
    void aDeveloperTakesTheCallFromTheAnswer(String words, String way) throws Exception {
        try (var window = chromium.window("tax-office")) {
            window.open("/ask?recipient=nc-tax&dataset=nc-shop-income&purpose=tax-enforcement", 200);
            window.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var hand = Hand.withMouse(window);

            hand.click(fold(window, words));
            hand.click(main(window).locator("details[open] button[data-copy='copy-" + way + "']"));
            var copied = (String) window.page().evaluate("() => navigator.clipboard.readText()");
            window.clean("j8-1-copied-" + way);

            assertThat(main(window).locator("#answer").innerText()).contains("可以");
            assertThat(answer(way, copied)).as(copied).isEqualTo("permit");
            assertThat(hand.clicks()).isLessThanOrEqualTo(3);
            told("J8 " + way, Means.MOUSE, hand);
        }
    }

    /** What a program gets by what was copied. */
    private String answer(String way, String copied) throws Exception {
        return switch (way) {
            case "rest" ->
                city.page(copied.replaceFirst("^https?://[^/]+", ""), "tax-office", "Accept", JSON)
                        .json()
                        .at("/outcome")
                        .asText();
            case "curl" -> JsonTree.of(typed(copied)).at("/outcome").asText();
            default ->
                city.page(
                                "/sparql?query=" + URLEncoder.encode(copied, StandardCharsets.UTF_8),
                                "tax-office",
                                "Accept",
                                "application/sparql-results+json")
                        .json()
                        .at("/results/bindings/0/outcome/value")
                        .asText()
                        .replaceFirst(".*/", "");
        };
    }

    /** What a command says that somebody types into a shell who has the key in their environment. */
    private byte[] typed(String command) throws Exception {
        var shell = new ProcessBuilder("sh", "-c", command).redirectError(ProcessBuilder.Redirect.DISCARD);
        shell.environment().put("SHUQI_KEY", city.key("tax-office").replaceFirst("^Bearer ", ""));
        shell.environment().put("no_proxy", "*");
        var process = shell.start();
        var said = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return said;
    }

    /** J8: a query with an error says where, and the prefix that it lacks is put in by one click. */
    @Test
    void aBrokenQueryIsMendedByOneClick() {
        try (var window = chromium.window("tax-office")) {
            var query = "SELECT ?dataset WHERE {\n  ?dataset a dcat:Dataset\n} LIMIT 3";
            window.open("/sparql/editor?edit&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), 200);
            window.page().locator(".CodeMirror").waitFor();
            window.watch().expect(DemoCity.origin(city) + "/sparql/editor");
            var hand = Hand.withMouse(window);

            hand.click(button(window, "运行"));
            var declare = button(window, "补上前缀 dcat 并运行");
            declare.waitFor();
            assertThat(text(window)).contains("第 2 行第 ", "没有声明前缀");
            assertThat(main(window).locator("pre.place mark").innerText()).startsWith("dcat:");
            window.clean("j8-2-broken");
            hand.go(declare);

            assertThat(main(window).locator("#result tbody tr").count()).isEqualTo(3);
            assertThat(hand.clicks()).isLessThanOrEqualTo(3);
            window.clean("j8-3-mended");
            told("J8 broken query", Means.MOUSE, hand);
        }
    }

    /** J10: four clicks and two seconds at most, with a signed table. */
    @Test
    void anAuditorSeesWhoCouldUseTheDataOnADayAndTakesItAlong() throws Exception {
        try (var window = chromium.window("auditor")) {
            window.open("/datasets/nc-shop-income", 200);
            var hand = Hand.withMouse(window);

            hand.go(main(window).locator("ul.tabs a[href*='tab=use']"));
            hand.type(main(window).locator("#at"), "2026-03-01");
            hand.go(main(window).locator("form.filters:not(.handout form) button"));
            assertThat(text(window)).contains("暖城市税务局");
            window.clean("j10-1-who");
            hand.click(main(window).locator("details.handout summary"));
            hand.type(main(window).locator("#use-reason"), "年度检查");
            var file = window.page()
                    .waitForDownload(() -> hand.click(main(window).locator("form[action$='use.csv'] button")));

            assertThat(Files.readString(Path.of(file.path().toString()))).contains("nc-tax");
            assertThat(hand.clicks()).as(hand.toString()).isLessThanOrEqualTo(4);
            told("J10", Means.MOUSE, hand);
        }
    }

    /** The first of what a field offers. */
    private static Locator offer(Window window, String field) {
        return main(window).locator("#" + field + "-list [role=option]");
    }
}

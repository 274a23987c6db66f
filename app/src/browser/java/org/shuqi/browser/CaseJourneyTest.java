package org.shuqi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Applying, deciding, agreeing, correcting, contesting. */
class CaseJourneyTest extends JourneyTest {

    /** J2: nine clicks, eight fields and two minutes at most. */
    @ParameterizedTest
    @EnumSource(Means.class)
    void staffApplyForThreeDatasetsAtOnce(Means means) {
        try (var window = means.window(chromium, "tax-office")) {
            window.open("/search", 200);
            var hand = means.hand(window);

            hand.type(main(window).locator("#q"), "登记");
            hand.go(main(window).locator("form[role=search] button"));
            for (var at = 0; at < 3; at++) {
                hand.tick(main(window)
                        .locator("input[type=checkbox][name=dataset]")
                        .nth(at));
            }
            window.clean("j2-1-found-" + means);
            hand.go(button(window, "申请所选数据集"));
            window.clean("j2-2-form-" + means);
            hand.type(field(window, "basis"), "税收征收管理法规定的职责");
            hand.choose(main(window).locator("#purpose"), purpose(window, "tax-enforcement"));
            hand.type(field(window, "scenario"), "个人所得税专项附加扣除核验");
            hand.type(field(window, "scope"), "纳税服务科");
            var method = main(window).locator("input[name=method]");
            if (main(window).locator("input[name=method]:checked").count() == 0) {
                hand.tick(method.first());
            }
            if (main(window).locator("#until").inputValue().isEmpty()) {
                hand.type(main(window).locator("#until"), "2027-05-31");
            }
            hand.go(button(window, "提交申请"));

            assertThat(path(window.page())).startsWith("/applications");
            assertThat(text(window)).contains("已提交");
            assertThat(hand.clicks()).as(hand.toString()).isLessThanOrEqualTo(9);
            assertThat(hand.fields()).as(hand.toString()).isLessThanOrEqualTo(8);
            assertThat(hand.time()).isLessThan(Duration.ofSeconds(120));
            window.clean("j2-3-sent-" + means);
            told("J2", means, hand);
        }
    }

    /** J3: three clicks an item at most, and never back to the list. */
    @ParameterizedTest
    @EnumSource(Means.class)
    void staffClearFiveDueItemsOneAfterTheOther(Means means) {
        IntStream.rangeClosed(1, 5).forEach(at -> Requests.waiting(city, "J3-" + means + "-" + at, 18 + at));
        try (var window = means.window(chromium, "civil-office")) {
            window.open("/", 200);
            var hand = means.hand(window);
            hand.go(main(window).locator("a.row[href*='J3-" + means + "']").first());
            window.clean("j3-1-item-" + means);
            var before = hand.clicks();

            for (var item = 0; item < 5; item++) {
                assertThat(path(window.page())).startsWith("/applications/J3-");
                if (item % 2 == 0) {
                    refuse(window, hand);
                } else {
                    hand.go(main(window).locator("form:has(input[name=step][value=consent]) button[name=then]"));
                }
                assertThat(main(window).locator(".done").count()).isEqualTo(1);
                assertThat(path(window.page())).isNotEqualTo("/").isNotEqualTo("/applications");
            }

            assertThat(hand.clicks() - before).as(hand.toString()).isLessThanOrEqualTo(3 * 5);
            window.clean("j3-2-done-" + means);
            told("J3", means, hand);
        }
    }

    private static void refuse(Window window, Hand hand) {
        var form = main(window).locator("form:has(input[name=step][value=refuse])");
        hand.click(main(window).locator("details.choice:has(input[name=step][value=refuse]) > summary"));
        hand.tick(form.locator("input[name=refusalGround][value=g4]"));
        hand.type(form.locator("textarea[name=note]").last(), "用途不在目录列明的使用用途之内");
        hand.go(form.locator("button[name=then]"));
    }

    /** J5: six clicks at most from the grant to the paper; two sheets A4, printed on both sides, whose hash is the stored one. */
    @Test
    void aGrantedRequestBecomesAPaper() throws Exception {
        Requests.granted(city, "J5-1");
        try (var window = chromium.window("civil-head");
                var tax = chromium.window("tax-head")) {
            window.open("/applications/J5-1", 200);
            var hand = Hand.withMouse(window);

            hand.go(link(window, "起草协议"));
            window.clean("j5-1-draft");
            hand.go(button(window, "起草"));
            window.clean("j5-2-clauses");
            var agreement = path(window.page()).replaceFirst("\\?.*", "");
            hand.go(step(window, "review"));
            other(tax, agreement, "approve");
            window.open(agreement, 200);
            hand.go(step(window, "sign"));
            other(tax, agreement, "sign-last");
            window.open(agreement, 200);
            hand.go(link(window, "打印"));

            assertThat(hand.clicks()).as(hand.toString()).isLessThanOrEqualTo(6);
            window.clean("j5-3-paper");
            var number = agreement.replaceFirst(".*/", "");
            var stored = city.page(
                    "/api/v1/agreements/" + number + "/canonical", "civil-head", "Accept", "application/json");
            assertThat(stored.status()).isEqualTo(200);
            var hash = window.page().locator(".proof code").first().innerText().strip();
            assertThat(stored.text()).contains(hash);
            var printed = window.page()
                    .pdf(new com.microsoft.playwright.Page.PdfOptions()
                            .setPath(data.resolve("printed.pdf"))
                            .setPreferCSSPageSize(true));
            assertThat(printed).isNotEmpty();
            var made = city.page(agreement + "/paper.pdf", "civil-head", "Accept", "application/pdf");
            assertThat(made.header("Content-Type")).startsWith("application/pdf");
            java.nio.file.Files.write(data.resolve("made.pdf"), made.bytes());
            for (var file : java.util.List.of("printed.pdf", "made.pdf")) {
                var paper = pdf("pdftotext", "-layout", data.resolve(file), "-");
                assertThat(paper).as(file).contains(number, "暖城市民政局", "暖城市税务局", hash.substring(0, 12));
                assertThat(pdf("pdfinfo", data.resolve(file)))
                        .as(file)
                        .containsPattern("Page size:\\s+59\\d(\\.\\d+)? x 84\\d");
                var pages = paper.split("\f");
                assertThat(pages.length).as("pages of " + file).isBetween(2, 4);
                for (var page = 1; page <= pages.length; page++) {
                    assertThat(pages[page - 1])
                            .as(file)
                            .containsPattern("— ?%d ?/ ?%d ?—".formatted(page, pages.length));
                }
            }
            told("J5", Means.MOUSE, hand);
        }
    }

    private static void other(Window window, String agreement, String step) {
        window.open(agreement, 200);
        Hand.withMouse(window).go(step(window, step));
    }

    private static com.microsoft.playwright.Locator step(Window window, String step) {
        return main(window).locator("form:has(input[name=step][value=" + step + "]) button.main");
    }

    /** What a command says. */
    private static String pdf(Object... words) throws IOException, InterruptedException {
        var command = java.util.Arrays.stream(words).map(Object::toString).toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** J6: five clicks and three fields at most, and the clock runs. */
    @Test
    void staffReportAWrongRecordAndBothSidesFollowIt() {
        try (var window = chromium.window("tax-office");
                var civil = chromium.window("civil-office")) {
            window.open("/datasets/nc-low-income", 200);
            var hand = Hand.withMouse(window);

            hand.go(main(window).locator("a[href^='/corrections/new']").first());
            window.clean("j6-1-form");
            hand.type(main(window).locator("#observed"), "一类");
            hand.type(main(window).locator("#expected"), "二类");
            hand.type(main(window).locator("#evidence"), "2026年5月审批表");
            hand.go(main(window).locator("form[action='/corrections'] button.main"));

            var address = path(window.page()).replaceFirst("\\?.*", "");
            assertThat(address).startsWith("/corrections/");
            window.clean("j6-2-sent");
            civil.open(address, 200);
            assertThat(text(civil)).contains("2026年5月审批表");
            Hand.withMouse(civil).go(step(civil, "receive"));
            window.open(address, 200);
            assertThat(text(window)).contains("10 个工作日");
            assertThat(hand.clicks()).as(hand.toString()).isLessThanOrEqualTo(5);
            assertThat(hand.fields()).isLessThanOrEqualTo(3);
            told("J6", Means.MOUSE, hand);
        }
    }

    /** J7: three clicks at most; nothing but the position is written. */
    @Test
    void staffContestARefusalWithoutWritingAnythingAgain() {
        Requests.refused(city, "J7-1");
        try (var window = chromium.window("tax-office")) {
            window.open("/applications/J7-1", 200);
            var hand = Hand.withMouse(window);

            hand.go(link(window, "提出争议"));
            window.clean("j7-1-form");
            hand.type(main(window).locator("#position"), "税收征管法第六条规定有关部门应当共享");
            hand.go(main(window).locator("form[action='/disputes'] button.main"));

            assertThat(path(window.page())).startsWith("/disputes/");
            assertThat(text(window)).contains("税收征管法第六条规定有关部门应当共享", "用途不在目录列明的使用用途之内");
            assertThat(hand.clicks()).as(hand.toString()).isLessThanOrEqualTo(3);
            assertThat(hand.fields()).isEqualTo(1);
            window.clean("j7-2-dispute");
            told("J7", Means.MOUSE, hand);
        }
    }

    /** The value of a choice of a list whose value ends so. */
    private static String purpose(Window window, String code) {
        return main(window)
                .locator("#purpose option[value$='" + code + "']")
                .first()
                .getAttribute("value");
    }
}

package org.shuqi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions: may we have it, how does a program ask the same, who could use it on a day. */
class AskingJourneyTest extends JourneyTest {

    /** J1: four clicks at most, the answer in a second, with clause and law. */
    @ParameterizedTest
    @EnumSource(Means.class)
    void staffAskFromTheDeskAndReadClauseAndLaw(Means means) {
        try (var window = chromium.window("tax-office")) {
            window.open("/", 200);
            window.clean("j1-1-desk-" + means);
            var hand = means.hand(window);

            // who asks for their own office finds it filled in
            assertThat(field(window, "recipient").inputValue()).contains("nc-tax");
            hand.pick(field(window, "dataset"), "经营者收入", offer(window, "dataset"));
            hand.pick(field(window, "purpose"), "税收", offer(window, "purpose"));
            hand.go(button(window, "看结论"));

            assertThat(main(window).locator("#answer").innerText()).contains("可以");
            assertThat(main(window).locator("ol.reasons").innerText()).contains("法律依据", "第四条");
            assertThat(hand.clicks()).as(hand.toString()).isLessThanOrEqualTo(4);
            window.clean("j1-2-answer-" + means);
            told("J1, answered in " + window.serverTime().toMillis() + " ms,", means, hand);
        }
    }

    @Test
    void theDeskAnswersWithoutScript() {
        try (var window = chromium.window(new Chromium.Kind("tax-office", "zh", false))) {
            window.open("/", 200);
            var hand = Hand.withMouse(window);

            hand.type(field(window, "recipient"), "暖城市税务局");
            hand.type(field(window, "dataset"), "平台内经营者收入");
            hand.type(field(window, "purpose"), "tax-enforcement");
            hand.goPlainly(button(window, "看结论"));

            assertThat(main(window).locator("#answer").innerText()).contains("可以");
            assertThat(window.watch().faults()).isEmpty();
        }
    }

    /** J8: three clicks at most from the question to a call that gives the same answer. */
    @Test
    void aDeveloperTakesTheCallFromTheAnswer() {
        try (var window = chromium.window("tax-office")) {
            window.open("/ask?recipient=nc-tax&dataset=nc-shop-income&purpose=tax-enforcement", 200);
            window.page().context().grantPermissions(java.util.List.of("clipboard-read", "clipboard-write"));
            var hand = Hand.withMouse(window);

            hand.click(fold(window, "接口地址（REST）"));
            hand.click(main(window).locator("details[open] button[data-copy]"));
            var address = (String) window.page().evaluate("() => navigator.clipboard.readText()");
            window.clean("j8-1-copied");

            var call = city.page(
                    address.replaceFirst("^(GET )?https?://[^/]+", ""), "tax-office", "Accept", "application/json");
            assertThat(call.status()).as(address).isEqualTo(200);
            assertThat(call.json().at("/outcome").asText()).isEqualTo("permit");
            assertThat(hand.clicks()).isLessThanOrEqualTo(3);
            told("J8", Means.MOUSE, hand);
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
            hand.go(main(window).locator("form.filters button"));
            assertThat(text(window)).contains("暖城市税务局");
            window.clean("j10-1-who");
            var file = window.page()
                    .waitForDownload(() -> hand.click(main(window).locator("a[download][href*='use.csv']")));

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

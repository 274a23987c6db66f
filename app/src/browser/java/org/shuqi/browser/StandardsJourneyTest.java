package org.shuqi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Changing the words that everybody uses. */
class StandardsJourneyTest extends JourneyTest {

    private static final String TERM = "/vocab/sharing-attribute/not-shared";

    /** J9: ten clicks at most for both people; what it would do is shown; the old address still answers. */
    @Test
    void anEditorRenamesATermSeesWhatFollowsAndASecondPersonPublishesIt() {
        try (var window = chromium.window("editor");
                var second = chromium.window("editor-two")) {
            window.open(TERM, 200);
            var hand = Hand.withMouse(window);

            hand.go(link(window, "在工作副本中修改"));
            window.clean("j9-1-edit");
            hand.type(main(window).locator("#label-zh"), "不予共享类");
            hand.go(button(window, "保存并预演"));
            main(window).locator("#rehearsal .badge").first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            window.clean("j9-2-rehearsed");
            assertThat(main(window).locator("#rehearsal").innerText()).contains("检查的记录");
            var change = path(window.page()).replaceFirst("\\?.*", "");
            hand.type(main(window).locator("#note"), "与条例用语一致");
            hand.go(button(window, "送审"));

            second.open(change, 200);
            var other = Hand.withMouse(second);
            other.type(main(second).locator("#note"), "同意");
            other.go(button(second, "发布"));
            second.clean("j9-3-published");

            window.open(TERM, 200);
            assertThat(text(window)).contains("不予共享类");
            assertThat(hand.clicks() + other.clicks()).isLessThanOrEqualTo(10);
            told("J9", Means.MOUSE, hand);
        }
    }
}

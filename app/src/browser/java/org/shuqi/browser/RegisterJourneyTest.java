package org.shuqi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Registering an entry by the form that is drawn from the shapes. */
class RegisterJourneyTest extends JourneyTest {

    /** From the catalogue: everything that is missing is told at once, what was written stays, and nothing is typed again. */
    @ParameterizedTest
    @EnumSource(Means.class)
    void aCataloguerRegistersAnEntryAndMendsAllThatIsMissingAtOnce(Means means) {
        var number = "311009/00000" + means.ordinal();
        try (var window = means.window(chromium, "civil-cataloguer")) {
            window.open("/catalogs/nc-civil", 200);
            var hand = means.hand(window);
            hand.go(link(window, "登记数据"));
            window.clean("register-1-form-" + means);
            hand.type(field(window, "f-identifier"), number);
            hand.type(field(window, "f-title"), "收养登记" + means.ordinal());
            hand.type(field(window, "f-dataItem.0.title"), "收养人");
            var address = window.page().url();
            window.watch().expect(address);
            hand.go(save(window));

            assertThat(main(window).locator("#errors li").count()).isGreaterThanOrEqualTo(6);
            assertThat(field(window, "f-title").inputValue()).isEqualTo("收养登记" + means.ordinal());
            window.watch().expect("");
            window.clean("register-2-errors-" + means);
            hand.tick(box(window, "theme", "civil-affairs"));
            hand.tick(box(window, "format", "spreadsheet"));
            hand.tick(box(window, "sharingAttribute", "unconditional"));
            hand.tick(box(window, "sharingMethod", "query"));
            hand.choose(field(window, "f-accrualPeriodicity"), value(window, "f-accrualPeriodicity"));
            hand.choose(field(window, "f-dataItem.0.securityLevel"), "https://w3id.org/shuqi/code/level/general-1");
            hand.go(save(window));

            assertThat(path(window.page())).startsWith("/datasets/");
            assertThat(text(window)).contains("收养登记" + means.ordinal(), number, "无条件共享", "收养人");
            window.clean("register-3-entry-" + means);
            told("register", means, hand);
        }
    }

    private static Locator save(Window window) {
        return main(window).locator("button.main[value=save]");
    }

    private static Locator box(Window window, String field, String code) {
        return main(window)
                .locator("input[name='" + field + "'][value$='" + code + "']")
                .first();
    }

    /** The first there is to choose. */
    private static String value(Window window, String list) {
        return field(window, list).locator("option:not([value=''])").first().getAttribute("value");
    }
}

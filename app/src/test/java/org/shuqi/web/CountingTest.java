package org.shuqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpRequest;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqi.web.figures.Progress;

/** What stands in the place of figures that are still being counted. */
class CountingTest {

    @ParameterizedTest
    @CsvSource({"zh, 正在统计：已完成 3 / 34, 刷新", "en, Counting: 3 of 34 done, Refresh"})
    void itSaysHowFarItHasComeAndLeadsOnWithAndWithoutScripts(String language, String said, String link) {
        var view = new View(
                HttpRequest.GET("/figures/refusal-rate").header("Accept-Language", language),
                ZoneId.of("Asia/Shanghai"));
        var output = new StringOutput();

        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "figures/counting.jte",
                        Map.<String, Object>of(
                                "view", view, "page", new Progress(3, 34, "/figures/refusal-rate?of=a&from=b")),
                        output);

        var html = output.toString();
        assertThat(html)
                .contains(said, "aria-busy=\"true\"", "max=\"34\"", "value=\"3\"")
                .contains("<a href=\"/figures/refusal-rate?of=a&amp;from=b\">" + link + "</a>")
                .contains(
                        "hx-get=\"/figures/refusal-rate?of=a&amp;from=b\"", "hx-select=\"#counted\"", "id=\"counted\"");
    }
}

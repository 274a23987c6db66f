package org.shuqi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.web.City;

/**
 * Every page in one language, wide and narrow, light and dark: for everybody, quiet, and within its budget. A class for each
 * language, because classes run side by side.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EveryPage {

    private final String language;
    private City city;
    private Chromium chromium;

    EveryPage(String language) {
        this.language = language;
    }

    @BeforeAll
    void open(@TempDir Path data) {
        city = DemoCity.open(data);
        chromium = Chromium.before(DemoCity.origin(city));
    }

    @AfterAll
    void close() {
        chromium.close();
        city.close();
    }

    static Stream<Row> rows() {
        return Row.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isForEverybodyAndQuietAndSmall(Row row) {
        try (var window = chromium.window(Chromium.Kind.of(row.person(), language))) {
            window.open(row.path(), row.status());

            assertThat(window.page().locator("html").getAttribute("lang")).isEqualTo(language);
            assertThat(window.wireBytes()).as("bytes over the wire").isLessThan(row.budgetBytes());
            assertThat(window.lookAllRound(row.name() + "-" + language)).isEmpty();
        }
    }
}

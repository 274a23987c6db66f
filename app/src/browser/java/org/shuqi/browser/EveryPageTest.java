package org.shuqi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.web.City;

/** Every page, in both languages, wide and narrow, light and dark: for everybody, quiet, and within its budget. */
class EveryPageTest {

    @TempDir
    static Path data;

    private static City city;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        city = DemoCity.open(data);
        chromium = Chromium.before(DemoCity.origin(city));
    }

    @AfterAll
    static void close() {
        chromium.close();
        city.close();
    }

    static Stream<Row> rows() {
        return Row.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isForEverybodyAndQuietAndSmall(Row row) {
        for (var language : List.of("zh", "en")) {
            try (var window = chromium.window(Chromium.Kind.of(row.person(), language))) {
                window.open(row.path(), row.status());

                assertThat(window.page().locator("html").getAttribute("lang")).startsWith(language);
                assertThat(window.wireBytes()).as("bytes over the wire").isLessThan(row.budgetBytes());
                assertThat(window.lookAllRound(row.name() + "-" + language)).isEmpty();
            }
        }
    }
}

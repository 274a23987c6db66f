package org.shuqi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of {@code pages.csv} over the demo city, in both languages, as it comes over the wire. */
class PagesTest {

    private static final int LARGEST_BYTES = 200_000;
    /** The whole vocabulary in two languages: opened once, to be printed. */
    private static final int BOOK_BYTES = 600_000;

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** Three English words in a row are a sentence that nobody translated. */
    private static final Pattern ENGLISH = Pattern.compile("\\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\\b");

    /** Whose text is data or code and not the page's own. */
    private static final String NOT_OURS =
            "[translate=no], code, pre, kbd, samp, textarea, script, style, option[lang], input, .data";

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

    /** A row of the list. */
    record Row(String path, String who, int status) {

        static List<Row> all() {
            try {
                return Files.readAllLines(Path.of("src/test/resources/org/shuqi/web/pages.csv")).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("path,"))
                        .map(Row::of)
                        .toList();
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }

        private static Row of(String line) {
            var last = line.lastIndexOf(',');
            var middle = line.lastIndexOf(',', last - 1);
            return new Row(
                    line.substring(0, middle),
                    line.substring(middle + 1, last),
                    Integer.parseInt(line.substring(last + 1)));
        }
    }

    static Stream<Row> rows() {
        return Row.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aPageIsWholeAndInOneLanguage(Row row) {
        for (var language : List.of("zh", "en")) {
            var reply = city.page(row.path(), row.who(), "Accept-Language", language);

            assertThat(reply.status()).as(reply::text).isEqualTo(row.status());
            assertThat(reply.header("Content-Type")).startsWith("text/html");
            assertThat(reply.header("Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(reply.bytes()).hasSizeLessThan(row.path().equals("/vocab/print") ? BOOK_BYTES : LARGEST_BYTES);
            check(Jsoup.parse(reply.text(), "http://localhost/"), language);
        }
    }

    private static void check(Document page, String language) {
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.text()).doesNotContain("\u27e6");
        assertThat(page.select("script:not([src]), style, [style], [onclick], [onchange], [onsubmit]"))
                .isEmpty();
        assertThat(page.select("[href^=http], [src^=http], [action^=http]").stream()
                        .filter(one -> !one.tagName().equals("a")))
                .as("requests to other hosts")
                .isEmpty();
        var ids = page.select("[id]").eachAttr("id");
        assertThat(ids).as("identifiers").doesNotHaveDuplicates();
        page.select("form[method=post]").forEach(form -> assertThat(form.select("input[name=csrf]"))
                .as(form.outerHtml())
                .isNotEmpty());
        page.select("label[for]")
                .forEach(label -> assertThat(ids).as(label.outerHtml()).contains(label.attr("for")));
        assertThat(mixed(page, language)).as("text in the other language").isEmpty();
    }

    /** Our own words in a language that is not the page's. */
    private static List<String> mixed(Document page, String language) {
        var wrong = language.equals("en") ? HAN : ENGLISH;
        var own = page.body().clone();
        own.select(NOT_OURS).forEach(Element::remove);
        own.select("[lang]").stream()
                .filter(one -> !one.attr("lang").equals(language))
                .toList()
                .forEach(Element::remove);
        return own.getAllElements().stream()
                .map(Element::ownText)
                .filter(text -> wrong.matcher(text).find())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whoHasNotSignedInIsLedThere(Row row) {
        if (row.who().equals(People.NOBODY) || row.path().equals("/help")) {
            return;
        }
        var reply = city.page(row.path(), People.NOBODY);

        assertThat(reply.text()).doesNotContain("<main id=\"main\" class");
        assertThat(reply.status()).isIn(200, 302, 303, 307, 404);
    }

    @Test
    void everyTemplateOfAPageIsDrawnBySomeRow() throws IOException {
        var drawn = new TreeSet<String>();
        var routes = routes();
        for (var row : Row.all()) {
            routes.stream().filter(route -> matches(route, row.path())).forEach(drawn::add);
        }

        assertThat(drawn).containsAll(routes);
    }

    /** The pages that can be looked at. */
    @SuppressWarnings("unchecked")
    private static Set<String> routes() throws IOException {
        try (var in = PagesTest.class.getResourceAsStream("/openapi/pages.yml")) {
            java.util.Map<String, Object> document = new org.yaml.snakeyaml.Yaml().load(in);
            var paths = (java.util.Map<String, java.util.Map<String, Object>>) document.get("paths");
            var routes = new TreeSet<String>();
            paths.forEach((path, verbs) -> {
                if (verbs.get("get") instanceof java.util.Map<?, ?> get && get.get("x-shuqi-part") == null) {
                    routes.add(path);
                }
            });
            routes.remove("/web/{version}/{file}");
            return routes;
        }
    }

    private static boolean matches(String route, String path) {
        var pattern = Stream.of(route.split("(?=\\{)|(?<=})"))
                .map(part -> part.startsWith("{?")
                        ? ""
                        : part.startsWith("{+") ? ".+" : part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(java.util.stream.Collectors.joining());
        return path.replaceFirst("\\?.*", "").matches(pattern);
    }
}

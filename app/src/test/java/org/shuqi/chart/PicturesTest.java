package org.shuqi.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Pictures are well-formed, say in words what they show, link every number, and hold whatever names people write. */
class PicturesTest {

    private static final Caption CAPTION = new Caption("p", "部门之间", "谁给谁");
    private static final String NASTY = "<script>alert('1')</script> & \"税务局\"\u0000\u0007";

    @Test
    void aBarIsAsLongAsItsShare() throws Exception {
        var bars = new Bars(
                List.of(
                        new Bars.Bar("公安局", 1, "100%", "", Tone.GOOD),
                        new Bars.Bar("税务局", 0.25, "25%", "", Tone.BAD),
                        new Bars.Bar("民政局", 7, "700%", "", Tone.WARN)),
                1);

        var widths = attributes(read(bars.picture(CAPTION)), "rect", "fill", "width");

        assertThat(widths.get(1)).isEqualTo(widths.get(0) / 4, org.assertj.core.data.Offset.offset(0.2));
        assertThat(widths.get(2)).as("never beyond the paper").isEqualTo(widths.get(0));
    }

    @Test
    void theLongestBarFillsTheRoomIfNoFullValueIsNamed() throws Exception {
        var bars = new Bars(
                List.of(new Bars.Bar("a", 30, "30", "", Tone.PLAIN), new Bars.Bar("b", 15, "15", "", Tone.PLAIN)), 0);

        var picture = read(bars.picture(CAPTION));

        assertThat(attributes(picture, "rect", "fill", "width").get(0))
                .isEqualTo(attributes(picture, "rect", "track", "width").get(0));
    }

    @Test
    void aPictureWithoutLinksTellsAllItsValuesInWords() throws Exception {
        var bars = new Bars(List.of(new Bars.Bar("公安局", 0.5, "一半", "", Tone.PLAIN)), 1);

        var root = read(bars.picture(CAPTION)).getDocumentElement();

        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(text(root, "title")).isEqualTo("部门之间");
        assertThat(text(root, "desc")).contains("谁给谁").contains("公安局: 一半");
    }

    @Test
    void linksKeepTheirNamesForWhoeverDoesNotSee() throws Exception {
        var matrix = new Matrix(
                List.of(new Matrix.Name("公安局", "/a?x=1&y=2")),
                List.of(new Matrix.Name("税务局", "")),
                List.of(new Matrix.Cell(0, 0, 12, "公安局到税务局 12 条", "/relations?cell=1")),
                "提供 / 接收");

        var picture = read(matrix.picture(CAPTION));

        assertThat(picture.getDocumentElement().getAttribute("role")).isEqualTo("group");
        assertThat(links(picture)).containsExactly("/a?x=1&y=2 公安局", "/relations?cell=1 公安局到税务局 12 条");
    }

    @Test
    void squaresAreLargeEnoughToBeHit() throws Exception {
        var matrix = new Matrix(
                List.of(new Matrix.Name("a", "")),
                List.of(new Matrix.Name("b", "")),
                List.of(new Matrix.Cell(0, 0, 1, "x", "/x")),
                "");

        assertThat(attributes(read(matrix.picture(CAPTION)), "rect", "shade-5", "width"))
                .allMatch(side -> side >= 24);
    }

    @Test
    void oneGiantDoesNotMakeAllOthersPale() {
        assertThat(Matrix.shade(1, 10_000)).isEqualTo(1);
        assertThat(Matrix.shade(100, 10_000)).isEqualTo(3);
        assertThat(Matrix.shade(10_000, 10_000)).isEqualTo(5);
        assertThat(Matrix.shade(1, 1)).isEqualTo(5);
    }

    @Test
    void countsFitOnTheirSquares() {
        assertThat(List.of(1L, 999L, 1000L, 99_999L, 100_000L, 54_000_000L, 3_000_000_000L).stream()
                        .map(Matrix::shortened))
                .containsExactly("1", "999", "1k", "99k", "1M", "54M", "99M");
    }

    @Test
    void whatPeopleWriteStaysText() throws Exception {
        var now = Instant.parse("2026-06-01T00:00:00Z");
        var all = List.of(
                new Bars(List.of(new Bars.Bar(NASTY, 1, NASTY, "/?q=\"><script>", Tone.PLAIN)), 1).picture(CAPTION),
                new Months(List.of(new Months.Column(NASTY, 1, NASTY, "", Tone.PLAIN)), 1).picture(CAPTION),
                new Matrix(
                                List.of(new Matrix.Name(NASTY, NASTY)),
                                List.of(new Matrix.Name(NASTY, "")),
                                List.of(new Matrix.Cell(0, 0, 1, NASTY, "")),
                                NASTY)
                        .picture(CAPTION),
                new Neighbourhood(NASTY, List.of(new Neighbourhood.Neighbour(NASTY, 1, NASTY, "")), List.of())
                        .picture(CAPTION),
                new Spans(List.of(new Spans.Line(NASTY, List.of(), NASTY, "")), now, NASTY, ZoneId.of("UTC"))
                        .picture(new Caption("p", NASTY, NASTY)));

        for (var picture : all) {
            assertThat(read(picture).getElementsByTagName("script").getLength()).isZero();
            assertThat(picture.svg()).doesNotContain("<script").doesNotContain("style=");
        }
    }

    @Test
    void aNeighbourhoodDrawsSixtyAtMostAndTheLargestOnes() throws Exception {
        var many = IntStream.range(0, 200)
                .mapToObj(at -> new Neighbourhood.Neighbour("n" + at, at, "n" + at, "/" + at))
                .toList();
        var around = new Neighbourhood("middle", many, many);

        assertThat(around.givers().size() + around.takers().size()).isEqualTo(Neighbourhood.MOST - 1);
        assertThat(around.givers())
                .extracting(Neighbourhood.Neighbour::label)
                .contains("n199")
                .doesNotContain("n100");
        assertThat(links(read(around.picture(CAPTION)))).hasSize(Neighbourhood.MOST - 1);
    }

    @Test
    void oneSideMayHaveTheRoomThatTheOtherLeaves() {
        var many = IntStream.range(0, 80)
                .mapToObj(at -> new Neighbourhood.Neighbour("n" + at, 1, "", ""))
                .toList();

        assertThat(new Neighbourhood("m", many, many.subList(0, 5)).givers()).hasSize(54);
        assertThat(new Neighbourhood("m", many.subList(0, 5), many).takers()).hasSize(54);
    }

    @Test
    void namesDoNotCoverEachOther() throws Exception {
        var many = IntStream.range(0, 30)
                .mapToObj(at -> new Neighbourhood.Neighbour("某市某区某某某某某某某某某某某某管理局" + at, 1, "", ""))
                .toList();

        var heights =
                attributes(read(new Neighbourhood("m", many, List.of()).picture(CAPTION)), "text", "name last", "y");

        for (var at = 1; at < heights.size(); at++) {
            assertThat(heights.get(at) - heights.get(at - 1)).isGreaterThan(Letters.SIZE);
        }
    }

    @Test
    void aSpanBeginsAndEndsWhereItsDaysAre() throws Exception {
        var line = new Spans.Line(
                "A-1",
                List.of(
                        span("2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z", Tone.GOOD),
                        span("2026-04-01T00:00:00Z", "2026-07-01T00:00:00Z", Tone.PALE)),
                "2026-01-01 – 2026-12-31",
                "");
        var spans = new Spans(List.of(line), Instant.parse("2026-06-01T00:00:00Z"), "今天", ZoneId.of("UTC"));

        var picture = read(spans.picture(CAPTION));

        var x = attributes(picture, "rect", "fill", "x");
        var width = attributes(picture, "rect", "fill", "width");
        var now = attributes(picture, "line", "now", "x1").get(0);
        assertThat(width.get(1) / width.get(0)).isBetween(0.24, 0.26);
        assertThat(now).isBetween(x.get(1), x.get(1) + width.get(1));
        assertThat(text(picture.getDocumentElement(), "desc")).contains("A-1: 2026-01-01 – 2026-12-31");
    }

    @Test
    void whatHasNoEndGoesToTheEdgeAndTicksNeverTouch() throws Exception {
        for (var years : List.of(0, 1, 3, 20, 90)) {
            var from = Instant.parse("2026-01-15T00:00:00Z");
            var lines = List.of(
                    new Spans.Line(
                            "a", List.of(new Spans.Span(Optional.of(from), Optional.empty(), Tone.GOOD)), "a", ""),
                    new Spans.Line(
                            "b",
                            List.of(new Spans.Span(
                                    Optional.empty(),
                                    Optional.of(from.plusSeconds(86_400L * (5 + 365L * years))),
                                    Tone.PLAIN)),
                            "b",
                            ""));
            var picture = read(new Spans(lines, from, "今天", ZoneId.of("Asia/Shanghai")).picture(CAPTION));

            var open = attributes(picture, "rect", "fill good", "x").get(0)
                    + attributes(picture, "rect", "fill good", "width").get(0);
            assertThat(open).isEqualTo(720, org.assertj.core.data.Offset.offset(0.2));
            var ticks = new ArrayList<>(attributes(picture, "text", "tick", "x"));
            for (var at = 1; at < ticks.size(); at++) {
                assertThat(ticks.get(at) - ticks.get(at - 1))
                        .as(years + " years")
                        .isGreaterThan(70);
            }
        }
    }

    @Test
    void emptyPicturesAreStillPictures() throws Exception {
        read(new Bars(List.of(), 0).picture(CAPTION));
        read(new Months(List.of(), 0).picture(CAPTION));
        read(new Matrix(List.of(), List.of(), List.of(), "").picture(CAPTION));
        read(new Neighbourhood("m", List.of(), List.of()).picture(CAPTION));
    }

    @Test
    void longNamesAreBrokenOnceAndThenCut() {
        assertThat(Letters.lines("市场监督管理局", 1000, 2)).containsExactly("市场监督管理局");
        assertThat(Letters.lines("Market Supervision Bureau", 120, 2)).containsExactly("Market", "Supervision B…");
        assertThat(Letters.lines("市".repeat(50), 10 * Letters.SIZE, 2))
                .containsExactly("市".repeat(10), "市".repeat(9) + "…");
    }

    @Test
    void anIdThatCouldBeAnythingIsRefused() {
        assertThatThrownBy(() -> new Caption("a b", "", "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Spans.Span span(String from, String until, Tone tone) {
        return new Spans.Span(Optional.of(Instant.parse(from)), Optional.of(Instant.parse(until)), tone);
    }

    private static Document read(Picture picture) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new ByteArrayInputStream(picture.svg().getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Element root, String name) {
        return root.getElementsByTagName(name).item(0).getTextContent();
    }

    private static List<String> links(Document picture) {
        return elements(picture, "a").stream()
                .map(link -> link.getAttribute("href") + " "
                        + (link.hasAttribute("aria-label") ? link.getAttribute("aria-label") : text(link, "title")))
                .toList();
    }

    private static List<Double> attributes(Document picture, String name, String style, String attribute) {
        return elements(picture, name).stream()
                .filter(each -> (each.getAttribute("class") + " ").startsWith(style + " "))
                .map(each -> Double.valueOf(each.getAttribute(attribute)))
                .toList();
    }

    private static List<Element> elements(Document picture, String name) {
        var found = picture.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }
}

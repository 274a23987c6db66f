package org.shuqi.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.api.ApiServer;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.graph.Delta;
import org.shuqi.sheet.Bureau;
import org.shuqi.sheet.Page;

/** A workbook on its way into the catalogue, as somebody sees it without JavaScript. */
class ImportPagesTest {

    private static final String HTML = "text/html,application/xhtml+xml";

    @TempDir
    Path data;

    private Bureau bureau;

    @BeforeEach
    void open() {
        bureau = Bureau.open(data);
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void faultsAreMendedInThePageAndTheRestInTheWorkbookAndThenAllIsWrittenAtOnce() {
        var page = Bureau.catalogue(40);
        var seeded = new TreeMap<String, String>();
        Bureau.seed(page, seeded);

        var address = send("/import", page);
        var cells = look(address);

        assertThat(cells.select("form[action$=cells] input[name^=cell.]").size()
                        + cells.select("main > ul > li").size())
                .isEqualTo(seeded.size())
                .isEqualTo(23);
        assertThat(bureau.api().get("/api/v1/datasets?limit=1").header("X-Total-Count"))
                .isEqualTo("0");

        var mended = mend(address, cells, Bureau.catalogue(40));

        // left is a hidden sheet, and what is told at another cell than the one that was spoiled
        assertThat(mended.select("form[action$=cells] input[name^=cell.]")).hasSizeLessThan(5);
        assertThat(mended.select("main > ul > li")).hasSize(1);

        assertThat(send(address + "/file", Bureau.catalogue(40))).isEqualTo(address);
        var changes = look(address);
        assertThat(changes.select("form[action$=confirm] button").attr("value")).isEqualTo("all");
        post(address + "/confirm", Map.of("mode", "all"));
        var done = look(address);

        assertThat(done.select(".done")).hasSize(1);
        assertThat(done.select("dl.facts dd").first().text()).isEqualTo("40");
        assertThat(bureau.api().get("/api/v1/datasets?limit=1").header("X-Total-Count"))
                .isEqualTo("40");
        assertThat(look(send("/import", Bureau.catalogue(40))).select(".done")).hasSize(1);
    }

    @Test
    void aMergedCellIsTakenApartWithoutWritingItAgain() {
        var page = Bureau.catalogue(2);
        for (var row = 3; row <= 6; row++) {
            page.set(row, "信息资源摘要", "");
        }
        page.merge(2, 6, "信息资源摘要");
        var address = send("/import", page);
        var cell = look(address).select("form[action$=cells] input[name^=cell.]");
        assertThat(cell).hasSize(1);

        post(address + "/cells", Map.of(cell.attr("name"), cell.attr("value")));
        var untouched = look(address);
        post(
                address + "/cells",
                Map.of(
                        cell.attr("name"),
                        cell.attr("value"),
                        untouched.select("input[name^=apart.]").attr("name"),
                        "yes"));

        assertThat(untouched.select("input[name^=cell.]")).hasSize(1);
        assertThat(look(address).select("form[action$=confirm] button").attr("value"))
                .isEqualTo("all");
    }

    @Test
    void whoeverLooksAgainFindsTheFileAlsoAfterARestart() {
        bureau.close();
        bureau = Bureau.again(data, Map.of("shuqi.imports.patience", "PT0S"));
        var page = Bureau.catalogue(40);
        Bureau.seed(page, new TreeMap<>());
        var address = send("/import", page);
        var begun = bureau.api().get(address, "Accept", HTML);
        assertThat(begun.header("Refresh")).isEqualTo("2");
        var cells = until(address, shown -> !shown.select("input[name^=cell.]").isEmpty());
        mend(address, cells, Bureau.catalogue(40));

        bureau.close();
        bureau = Bureau.again(data, Map.of());

        assertThat(look("/import").select("a[href=" + address + "]")).hasSize(1);
        assertThat(look(address).select("input[name^=cell.]")).hasSizeLessThan(6);
    }

    @Test
    void aWritingThatTakesLongShowsItsRowsToWhoeverLooksAndLooksAgain() throws Exception {
        bureau.close();
        bureau = Bureau.again(data, Map.of("shuqi.imports.patience", "PT0S"));
        var address = send("/import", Bureau.catalogue(40));
        var confirm = until(
                address, shown -> !shown.select("form[action$=confirm] button").isEmpty());
        var begun = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var changes = bureau.api().bean(Changes.class);
        var other = CompletableFuture.runAsync(() -> changes.apply(
                new Change("somebody else's long work", OptionalLong.empty(), now -> {
                    begun.countDown();
                    await(over);
                    return new Delta(List.of(), List.of());
                }),
                Caller.operator()));
        await(begun);

        var button = confirm.selectFirst("form[action$=confirm] button");
        post(address + "/confirm", Map.of(button.attr("name"), button.attr("value")));
        var waiting = until(address, shown -> !shown.select("progress").isEmpty());
        var again = until(address, shown -> !shown.select("progress").isEmpty());
        over.countDown();
        other.get();

        for (var shown : List.of(waiting, again)) {
            assertThat(shown.selectFirst("progress").attr("max")).isEqualTo("200");
            assertThat(shown.selectFirst(".note[role=status]").text()).contains("200");
        }
        assertThat(look(address).select("a[href^=/catalogs]")).isNotEmpty();
        assertThat(bureau.api().get("/api/v1/datasets?limit=1").header("X-Total-Count"))
                .isNotEqualTo("0");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void aColumnThatIsNotKnownCanBeTakenForOneThatIs() {
        var headers = Bureau.HEADERS.clone();
        headers[1] = "叫什么";
        var page = new Page(headers);
        var whole = Bureau.catalogue(1);
        for (var row = 2; row <= 6; row++) {
            var cells = new Object[headers.length];
            for (var at = 0; at < headers.length; at++) {
                cells[at] = whole.get(row, Bureau.HEADERS[at]);
            }
            page.row(cells);
        }

        var address = send("/import", page);
        var columns = look(address);
        var select = columns.select("select[name^=cell.]");
        assertThat(select).hasSize(1);
        post(address + "/cells", Map.of(select.attr("name"), "信息资源名称"));

        assertThat(look(address).select("form[action$=confirm] button").attr("value"))
                .isEqualTo("all");
    }

    @Test
    void whatIsNoWorkbookIsRefusedBeforeItIsKept() {
        var reply = multipart("/import", "x.xlsx", "this is no workbook".getBytes(StandardCharsets.UTF_8));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(Jsoup.parse(reply.text()).select("#errors li")).hasSize(1);
        assertThat(look("/import").select("table")).isEmpty();
    }

    @Test
    void theWorkbookCanBeTakenBackWithItsComments() {
        var page = Bureau.catalogue(40);
        Bureau.seed(page, new TreeMap<>());
        var address = send("/import", page);

        var book = bureau.api().get(address + "/findings.xlsx");

        assertThat(book.status()).isEqualTo(200);
        assertThat(book.bytes()).startsWith('P', 'K');
    }

    private Document mend(String address, Document shown, Page right) {
        var fields = new LinkedHashMap<String, String>();
        shown.select("form[action$=cells] input[name^=cell.]").forEach(input -> {
            var name = input.attr("name");
            var parts = name.split("\\.", 4);
            var header = Bureau.HEADERS[Integer.parseInt(parts[2])];
            var value = right.get(Integer.parseInt(parts[1]) + 1, header);
            fields.put(name, value == null ? "" : value.toString());
        });
        post(address + "/cells", fields);
        return look(address);
    }

    private Document look(String address) {
        return until(
                address,
                shown -> shown.select("progress").isEmpty()
                        && shown.select(".note[role=status]").isEmpty());
    }

    /** The page as soon as it shows what is wanted; the server waits a moment before it says that it is not ready. */
    private Document until(String address, Predicate<Document> wanted) {
        for (var tries = 0; tries < 100_000; tries++) {
            var reply = bureau.api().get(address, "Accept", HTML, "Accept-Language", "zh");
            assertThat(reply.status()).as(reply::text).isEqualTo(200);
            var page = Jsoup.parse(reply.text());
            assertThat(page.text()).doesNotContain("\u27e6");
            if (wanted.test(page)) {
                return page;
            }
        }
        throw new AssertionError("the check did not end");
    }

    private String send(String path, Page page) {
        var reply = multipart(path, "目录.xlsx", page.xlsx());
        assertThat(reply.status()).as(reply::text).isEqualTo(303);
        return reply.header("Location");
    }

    private ApiServer.Reply multipart(String path, String name, byte[] file) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("--frontier\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\r\n"
                        + "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(file);
        out.writeBytes("\r\n--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
        return bureau.api()
                .send(HttpRequest.newBuilder(bureau.api().uri(path))
                        .header("Content-Type", "multipart/form-data; boundary=frontier")
                        .header("Accept", HTML)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(out.toByteArray()))
                        .build());
    }

    private void post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        var reply = bureau.api().post(path, body, "Content-Type", "application/x-www-form-urlencoded", "Accept", HTML);
        assertThat(reply.status()).as(reply::text).isEqualTo(303);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

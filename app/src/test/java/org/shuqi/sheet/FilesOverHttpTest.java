package org.shuqi.sheet;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of every kind in and out over HTTP. Each test has a department of its own. */
class FilesOverHttpTest {

    @TempDir
    static Path data;

    private static Bureau bureau;

    @BeforeAll
    static void open() {
        bureau = Bureau.open(data);
    }

    @AfterAll
    static void close() {
        bureau.close();
    }

    @Test
    void textIsReadInEveryEncodingThatOfficesUse() {
        bureau.department("text", "市档案局");
        var page = Bureau.catalogue(2, "市档案局", "311001");
        page.set(2, "信息资源摘要", "含逗号, 引号\"和\n换行");
        for (var row = 3; row <= 6; row++) {
            page.set(row, "信息资源摘要", "");
        }

        var first = bureau.send(page.csv(UTF_8, "", "\r\n"), "text/csv", "?mode=all");
        var marked = bureau.send(page.csv(UTF_8, "\uFEFF", "\n"), "text/csv", "?mode=all");
        var chinese = bureau.send(page.csv(Charset.forName("GB18030"), "", "\r\n"), "text/csv", "?mode=all");
        var wide = bureau.send(page.csv(UTF_16LE, "\uFEFF", "\r\n"), "text/csv", "?mode=all");

        assertThat(first.json().at("/verdict").asText()).as(first.text()).isEqualTo("written");
        assertThat(first.json().at("/encoding").asText()).isEqualTo("UTF-8");
        assertThat(chinese.json().at("/encoding").asText()).isEqualTo("GB18030");
        assertThat(List.of(marked, chinese, wide))
                .allSatisfy(reply -> assertThat(reply.json().at("/verdict").asText())
                        .as(reply.text())
                        .isEqualTo("unchanged"));
        assertThat(bureau.api()
                        .get("/api/v1/datasets/311001/000001")
                        .json()
                        .at("/description/zh")
                        .asText())
                .isEqualTo("含逗号, 引号\"和\n换行");
    }

    @Test
    void headersByOtherNamesInFullWidthAndOverTwoRowsAreKnown() {
        bureau.department("names", "市水务局");
        var file =
                """
                填报说明：带 * 的必填,,,,,,,,,,,
                * 目录编码,数据目录名称,主题分类,提供 单位,摘要,数据格式,共享属性,,更新频率,信息项信息,,安全级别
                ,,,,,,共享类型,共享方式,,数据项名称,Ｄａｔａ　Ｔｙｐｅ,
                ３１２００１／０００００１,取水许可,农业农村,市水务局,取水许可证,3,1,2,每天,证号,C,1级
                ,,,,,,,,,许可水量,数值,
                """;

        var reply = bureau.send(file.getBytes(UTF_8), "text/csv", "?mode=all&template=1272");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().at("/counts/new").asInt()).isEqualTo(1);
        var entry = bureau.api().get("/api/v1/datasets/312001/000001").json();
        assertThat(entry.get("sharingAttribute").asText()).isEqualTo("unconditional");
        assertThat(entry.get("accrualPeriodicity").asText()).isEqualTo("daily");
        assertThat(entry.at("/dataItem")).hasSize(2);
        assertThat(entry.findValuesAsText("securityLevel")).containsOnly("general-1");
    }

    @Test
    void aChangedFileChangesWhatChangedAndNothingElse() {
        bureau.department("change", "市体育局");
        bureau.send(Bureau.catalogue(4, "市体育局", "313001").xlsx(), Bureau.XLSX, "?mode=all");
        var untouched = bureau.api().get("/api/v1/datasets/313001/000001").text();
        var page = new Page(Bureau.HEADERS);
        var other = Bureau.catalogue(5, "市体育局", "313001");
        for (var row = 2; row <= 26; row++) {
            var cells = new ArrayList<>();
            for (var header : Bureau.HEADERS) {
                cells.add(other.get(row, header));
            }
            // the third resource is left out, and one item of the second
            if ((row < 12 || row > 16) && row != 11) {
                page.row(cells.toArray());
            }
        }
        page.set(8, "数据长度", 99);

        var reply = bureau.send(page.xlsx(), Bureau.XLSX, "?mode=all");

        var report = reply.json();
        assertThat(report.at("/verdict").asText()).as(reply.text()).isEqualTo("written");
        assertThat(report.at("/counts/new").asInt()).isEqualTo(1);
        assertThat(report.at("/counts/changed").asInt()).isEqualTo(1);
        assertThat(report.at("/counts/same").asInt()).isEqualTo(2);
        assertThat(report.at("/gone/0/code").asText()).isEqualTo("313001/000003");
        assertThat(report.at("/gone")).hasSize(1);
        assertThat(statuses(report).get(8)).isEqualTo("changed");
        assertThat(statuses(report).get(9)).isEqualTo("same");
        assertThat(statuses(report).get(2)).isEqualTo("same");
        assertThat(bureau.api().get("/api/v1/datasets/313001/000001").text()).isEqualTo(untouched);
        assertThat(bureau.api().get("/api/v1/datasets/313001/000002").json().at("/dataItem"))
                .hasSize(4);
        assertThat(bureau.api().get("/api/v1/datasets/313001/000003").status()).isEqualTo(200);
    }

    @Test
    void whatOthersAddedToAnEntryStaysWhenItsColumnIsNotInTheFile() {
        bureau.department("stays", "市气象局");
        var page = Bureau.catalogue(1, "市气象局", "314001");
        bureau.send(page.xlsx(), Bureau.XLSX, "?mode=all");
        var entry = bureau.api().get("/api/v1/datasets/314001/000001");
        bureau.api()
                .send(
                        "PATCH",
                        "/api/v1/datasets/314001/000001",
                        "{\"openAttribute\": \"not-open\"}",
                        "If-Match",
                        entry.header("ETag"));
        for (var row = 2; row <= 6; row++) {
            page.set(row, "更新周期", "每月");
        }

        var reply = bureau.send(page.xlsx(), Bureau.XLSX, "?mode=all");

        assertThat(reply.json().at("/rows/0/changes")).hasSize(1);
        var after = bureau.api().get("/api/v1/datasets/314001/000001").json();
        assertThat(after.get("openAttribute").asText()).isEqualTo("not-open");
        assertThat(after.get("accrualPeriodicity").asText()).isEqualTo("monthly");
    }

    @Test
    void theRowsInOrderAreWrittenWhenAskedForAndTheOthersAreTold() {
        bureau.department("valid", "市司法局");
        var page = Bureau.catalogue(3, "市司法局", "315001");
        page.set(8, "数据长度", "18位");

        var reply = bureau.send(page.xlsx(), Bureau.XLSX, "?mode=valid");

        assertThat(reply.json().at("/verdict").asText()).as(reply.text()).isEqualTo("written");
        assertThat(reply.json().at("/counts/new").asInt()).isEqualTo(2);
        assertThat(reply.json().at("/counts/refused").asInt()).isEqualTo(1);
        assertThat(bureau.api().get("/api/v1/datasets/315001/000001").status()).isEqualTo(200);
        assertThat(bureau.api().get("/api/v1/datasets/315001/000002").status()).isEqualTo(404);
    }

    @Test
    void theWorkbookComesBackWithCommentsAndCanBeMendedAndSentAgain() {
        bureau.department("marked", "市审计局");
        var page = Bureau.catalogue(2, "市审计局", "316001");
        page.set(4, "数据类型", "文字");

        var reply = bureau.send(page.xlsx(), Bureau.XLSX, "?mode=all", "Accept", Bureau.XLSX, "Accept-Language", "en");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).isEqualTo(Bureau.XLSX);
        var comments = part(reply.bytes(), "xl/comments1.xml");
        assertThat(comments).contains(page.cell(4, "数据类型")).contains("is not in the code list data-type");
        var again = bureau.send(reply.bytes(), Bureau.XLSX, "");
        assertThat(CatalogueImportTest.faults(again.json()))
                .isEqualTo(new TreeMap<>(java.util.Map.of(page.cell(4, "数据类型"), "type-unknown")));
    }

    @Test
    void aCatalogueGoesOutAsAFileAndComesBackWithoutAChange() {
        bureau.department("out", "市旅游局");
        bureau.send(Bureau.catalogue(3, "市旅游局", "317001").xlsx(), Bureau.XLSX, "?mode=all");

        var sheet = bureau.api().get("/api/v1/exports/catalogs/out.xlsx");
        var text = bureau.api().get("/api/v1/exports/catalogs/out.csv");
        var turtle = bureau.api().get("/api/v1/exports/catalogs/out.ttl");

        assertThat(bureau.send(sheet.bytes(), Bureau.XLSX, "?mode=all")
                        .json()
                        .at("/verdict")
                        .asText())
                .isEqualTo("unchanged");
        var back = bureau.send(text.bytes(), "text/csv", "?mode=all").json();
        assertThat(back.at("/verdict").asText()).isEqualTo("unchanged");
        assertThat(back.toString()).doesNotContain("column-unknown");
        assertThat(text.text()).startsWith("\uFEFF信息资源代码,").contains("导出说明 about: ");
        assertThat(turtle.text()).contains("dcat:Catalog").contains("317001/000001");
        assertThat(bureau.api().get("/api/v1/exports/catalogs/nobody.xlsx").status())
                .isEqualTo(404);
        assertThat(bureau.api().get("/api/v1/exports/catalogs/out.doc").status())
                .isEqualTo(404);
        assertThat(bureau.api().get("/api/v1/exports/templates/1272.csv").text())
                .contains("信息资源代码");
        assertThat(bureau.api().get("/api/v1/exports/templates/db15-t-1876.csv").status())
                .isEqualTo(406);
        assertThat(bureau.api().get("/api/v1/imports/columns").json().size()).isGreaterThan(50);
    }

    @Test
    void aCatalogueInRdfIsTriedAndWrittenByTheSameAddress() {
        var rdf =
                """
                @prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix sq: <https://w3id.org/shuqi/ns#> .
                <http://localhost:8080/id/organization/rdf> a org:FormalOrganization ; skos:prefLabel "市外办"@zh ;
                    sq:organType <https://w3id.org/shuqi/code/organ-type/%s> .
                """;

        var dry = bureau.send(rdf.formatted("government-department").getBytes(UTF_8), "text/turtle", "");
        var wrong = bureau.send(rdf.formatted("bureau").getBytes(UTF_8), "text/turtle", "?mode=all");
        var before = bureau.api().get("/api/v1/organizations/rdf").status();
        var written = bureau.send(rdf.formatted("government-department").getBytes(UTF_8), "text/turtle", "?mode=all");

        assertThat(dry.json().at("/verdict").asText()).as(dry.text()).isEqualTo("sound");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().at("/violations").size()).isPositive();
        assertThat(before).isEqualTo(404);
        assertThat(written.json().at("/verdict").asText()).isEqualTo("written");
        assertThat(bureau.api().get("/api/v1/organizations/rdf").status()).isEqualTo(200);
    }

    @Test
    void theSurveySheetsOfOneWorkbookReferToEachOther() {
        bureau.department("survey", "市统计局");
        var out = new ByteArrayOutputStream();
        try {
            var book = new Workbook(out, "test", "1.0");
            fill(book, "业务系统调查表", "系统名称|填报单位|主要功能|系统层级", "统计直报系统|市统计局|报表|国垂");
            fill(book, "业务事项调查表", "业务事项编码|业务事项名称|实施单位|设定依据|业务系统名称", "TJ-01|企业一套表|市统计局|统计法 第二十八条|统计直报系统");
            fill(
                    book,
                    "政务信息资源目录",
                    "信息资源代码|信息资源名称|数据分类|提供单位|来源系统|摘要|数据格式|共享类型|共享方式|更新周期|数据项名称|数据级别",
                    "318001/000001|年度汇总表|统计|市统计局|统计直报系统|汇总数|电子表格|无条件共享|文件下载|每年|指标名称|一般数据1级");
            fill(book, "信息资源需求调查表", "需求编号|需求信息资源名称|需求单位|信息资源代码|使用用途|需求截止日期", "X1|汇总数|市统计局|318001/000001|统计|2027-12-31");
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        var first = bureau.send(out.toByteArray(), Bureau.XLSX, "?mode=all&template=db15-t-1876");
        var second = bureau.send(out.toByteArray(), Bureau.XLSX, "?mode=all&template=db15-t-1876");

        assertThat(first.json().at("/verdict").asText()).as(first.text()).isEqualTo("written");
        assertThat(first.json().at("/counts/new").asInt()).isEqualTo(4);
        assertThat(second.json().at("/verdict").asText()).as(second.text()).isEqualTo("unchanged");
        var demand = bureau.api().get("/id/list/demand-X1-survey", "Accept", "text/turtle");
        assertThat(demand.text())
                .contains("2028-01-01")
                .contains("318001/000001")
                .contains("DemandListEntry");
    }

    private static void fill(Workbook book, String name, String... rows) throws IOException {
        var sheet = book.newWorksheet(name);
        for (var row = 0; row < rows.length; row++) {
            var cells = rows[row].split("\\|");
            for (var at = 0; at < cells.length; at++) {
                if (cells[at].matches("\\d{4}-\\d{2}-\\d{2}")) {
                    sheet.value(row, at, LocalDate.parse(cells[at]));
                    sheet.style(row, at).format("yyyy-mm-dd").set();
                } else {
                    sheet.value(row, at, cells[at]);
                }
            }
        }
        sheet.finish();
    }

    private static TreeMap<Integer, String> statuses(com.fasterxml.jackson.databind.JsonNode report) {
        var statuses = new TreeMap<Integer, String>();
        report.get("rows")
                .forEach(row ->
                        statuses.put(row.get("row").asInt(), row.get("status").asText()));
        return statuses;
    }

    private static String part(byte[] file, String name) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

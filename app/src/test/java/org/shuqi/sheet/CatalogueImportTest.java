package org.shuqi.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheet of a department over HTTP: every fault is told by its cell, and only what is in order is written. */
class CatalogueImportTest {

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
    void twoHundredRowsWithTwentyThreeFaultsNameEachOfThemAndNothingElse() {
        var page = Bureau.catalogue(40);
        var seeded = new TreeMap<String, String>();
        assertThat(page.size()).isEqualTo(200);
        seed(page, seeded);
        var before = bureau.api().revision();

        var reply = bureau.send(page.xlsx(), Bureau.XLSX, "?mode=all");

        assertThat(reply.status())
                .as(reply.text().substring(0, Math.min(3000, reply.text().length())))
                .isEqualTo(422);
        assertThat(faults(reply.json().get("import"))).isEqualTo(seeded);
        assertThat(seeded).hasSize(23);
        assertThat(bureau.api().revision()).isEqualTo(before);
        assertThat(reply.json().at("/import/written").asBoolean()).isFalse();
    }

    @Test
    void theMendedFileIsWrittenAndChangesNothingTheSecondTime() {
        var page = Bureau.catalogue(40);

        var dry = bureau.dryRun(page);
        var first = bureau.write(page);
        var second = bureau.write(page);

        assertThat(faults(dry.json())).isEmpty();
        assertThat(dry.json().at("/verdict").asText()).isEqualTo("sound");
        assertThat(first.json().at("/verdict").asText()).isEqualTo("written");
        assertThat(first.json().at("/counts/new").asInt()).isEqualTo(40);
        assertThat(second.json().at("/verdict").asText()).isEqualTo("unchanged");
        assertThat(second.json().at("/counts/same").asInt()).isEqualTo(40);
        assertThat(second.json().at("/revision")).isEqualTo(first.json().at("/revision"));
        assertThat(bureau.api().get("/api/v1/datasets?limit=1").header("X-Total-Count"))
                .isEqualTo("40");
    }

    private static void seed(Page page, TreeMap<String, String> seeded) {
        // rows of resource n (from 0) are 5n+2 to 5n+6
        whole(page, 1, "信息资源名称", "婚姻 登记·基本信息");
        seeded.put(page.cell(7, "信息资源名称"), "name-duplicate");
        whole(page, 2, "信息资源名称", "福利信息1");
        whole(page, 3, "信息资源名称", "福利信息2");
        whole(page, 4, "信息资源名称", "福利信息3");
        seeded.put(page.cell(17, "信息资源名称"), "name-series");
        whole(page, 5, "信息资源名称", "民政综合业务系统");
        seeded.put(page.cell(27, "信息资源名称"), "name-is-system");
        whole(page, 6, "信息资源代码", "30701/000007");
        seeded.put(page.cell(32, "信息资源代码"), "code-form");
        page.set(39, "信息资源代码", "307001/000009");
        seeded.put(page.cell(39, "信息资源代码"), "code-mixed");
        whole(page, 8, "信息资源代码", "307001/000001");
        seeded.put(page.cell(42, "信息资源代码"), "code-duplicate");
        whole(page, 9, "信息资源提供方", "");
        seeded.put(page.cell(47, "信息资源提供方"), "provider-missing");
        whole(page, 10, "信息资源提供方", "市民政局（旧）");
        seeded.put(page.cell(52, "信息资源提供方"), "provider-unknown");
        whole(page, 11, "信息资源摘要", "");
        seeded.put(page.cell(57, "信息资源摘要"), "abstract-missing");
        whole(page, 12, "信息资源格式分类", "表");
        seeded.put(page.cell(62, "信息资源格式分类"), "format-unknown");
        whole(page, 13, "信息资源格式类型", "pdf");
        seeded.put(page.cell(67, "信息资源格式类型"), "format-mismatch");
        whole(page, 14, "信息资源格式分类", "电子文件");
        whole(page, 14, "信息资源格式类型", "pdf");
        seeded.put(page.cell(72, "共享方式"), "method-mismatch");
        page.set(78, "数据长度", "20字符");
        seeded.put(page.cell(78, "数据长度"), "number");
        page.set(84, "数据类型", "文字");
        seeded.put(page.cell(84, "数据类型"), "type-unknown");
        whole(page, 17, "共享类型", "部分共享");
        whole(page, 17, "不予共享依据", "");
        seeded.put(page.cell(87, "共享类型"), "sharing-unknown");
        whole(page, 18, "共享范围", "");
        seeded.put(page.cell(92, "共享范围"), "condition-missing");
        whole(page, 20, "不予共享依据", "");
        seeded.put(page.cell(102, "不予共享依据"), "basis-missing");
        whole(page, 23, "不予共享依据", "促进和规范数据跨境流动规定内部通知");
        seeded.put(page.cell(117, "不予共享依据"), "basis-unknown");
        for (var row = 123; row <= 126; row++) {
            page.set(row, "信息资源摘要", "");
        }
        page.merge(122, 126, "信息资源摘要");
        seeded.put(page.cell(122, "信息资源摘要"), "merged");
        page.hiddenSheet("隐藏");
        seeded.put("隐藏", "hidden-sheet");
        page.set(128, "数据长度", "=20+1");
        seeded.put(page.cell(128, "数据长度"), "formula");
        whole(page, 26, "发布日期", "2026年1月31日");
        seeded.put(page.cell(132, "发布日期"), "date-as-text");
        page.set(138, "是否含敏感个人信息", "是");
        seeded.put(page.cell(138, "是否含个人信息"), "S-SENSITIVE");
    }

    private static void whole(Page page, int resource, String header, Object value) {
        for (var row = 5 * resource + 2; row <= 5 * resource + 6; row++) {
            page.set(row, header, value);
        }
    }

    /** The check of each fault, by its cell, or by its sheet if it is about the whole of it. */
    static TreeMap<String, String> faults(JsonNode report) {
        var faults = new TreeMap<String, String>();
        var twice = new ArrayList<String>();
        report.get("findings").forEach(finding -> {
            if (finding.get("severity").asText().equals("error")) {
                var cell = finding.path("cell").asText(finding.get("sheet").asText());
                if (faults.put(cell, finding.get("check").asText()) != null) {
                    twice.add(cell);
                }
                assertThat(finding.at("/message/zh").asText()).contains("；");
                assertThat(finding.at("/message/en").asText()).contains(";");
            }
        });
        assertThat(twice).isEmpty();
        return faults;
    }
}

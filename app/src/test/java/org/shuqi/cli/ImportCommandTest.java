package org.shuqi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String DEPARTMENT =
            """
            @prefix sq:   <https://w3id.org/shuqi/ns#> .
            @prefix org:  <http://www.w3.org/ns/org#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix dct:  <http://purl.org/dc/terms/> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            <http://localhost:8080/id/organization/water> a org:FormalOrganization ; skos:prefLabel "市水务局"@zh ;
                sq:organType <https://w3id.org/shuqi/code/organ-type/government-department> .
            <http://localhost:8080/id/catalog/water> a dcat:Catalog ; dct:title "目录"@zh ;
                dct:publisher <http://localhost:8080/id/organization/water> .
            """;

    private static final String SHEET =
            """
            信息资源代码,信息资源名称,数据分类,提供单位,摘要,数据格式,共享属性,共享方式,更新周期,信息项名称,数据类型,数据级别
            312001/000001,取水许可,农业农村,市水务局,取水许可证,数据库,无条件共享,文件下载,每日,证号,%s,一般数据1级
            """;

    @TempDir
    Path folder;

    @Test
    void triesAFileThenWritesItThenGivesItBack() throws IOException {
        var data = folder.resolve("data");
        Shell.run("load", "--data", data, Files.writeString(folder.resolve("d.ttl"), DEPARTMENT));
        var sheet = Files.writeString(folder.resolve("sheet.csv"), SHEET.formatted("字符型"), UTF_8);
        var wrong = Files.writeString(folder.resolve("wrong.csv"), SHEET.formatted("文字"), UTF_8);
        var marked = folder.resolve("marked.xlsx");
        var out = folder.resolve("out.xlsx");

        var refused = Shell.run(
                "import",
                "--data",
                data,
                "--lang",
                "en",
                wrong,
                "--mode",
                "all",
                "--workbook",
                marked,
                "--report",
                folder.resolve("r.json"));
        var dry = Shell.run("import", "--data", data, "--lang", "en", sheet);
        var written = Shell.run("import", "--data", data, "--lang", "en", sheet, "--mode", "all");
        var exported = Shell.run("export", "--data", data, "--catalog", "water", "-o", out);
        var again = Shell.run("import", "--data", data, "--lang", "en", out, "--mode", "all");

        assertThat(refused.code()).isEqualTo(Exit.NO);
        assertThat(refused.err()).contains("wrong!K2").contains("is not in the code list data-type");
        assertThat(Files.size(marked)).isPositive();
        assertThat(Files.readString(folder.resolve("r.json"))).contains("type-unknown");
        assertThat(dry.code()).isEqualTo(Exit.FINE);
        assertThat(dry.err() + dry.out()).contains("nothing written");
        assertThat(written.err() + written.out()).contains("written, revision");
        assertThat(exported.code()).isEqualTo(Exit.FINE);
        assertThat(again.err() + again.out()).contains("nothing to change");
    }
}

package org.shuqi.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.change.Changes;
import org.shuqi.graph.Store;

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
        Bureau.seed(page, seeded);
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

    @Test
    void howFarACheckIsIsToldInRows() {
        var heard = new ArrayList<Long>();
        var page = Bureau.catalogue(40);
        Bureau.seed(page, new TreeMap<>());
        var order = new ImportOrder(
                page.xlsx(), "目录", ImportOrder.Mode.DRY_RUN, Optional.empty(), Optional.empty(), "progress");
        var imports = new Imports(bureau.api().bean(Store.class), bureau.api().bean(Changes.class), WorkedExample.BASE);

        Acting.as(
                Caller.operator(),
                () -> imports.run(order, Caller.operator(), (rows, of) -> {
                    assertThat(of).isEqualTo(200);
                    heard.add(rows);
                }));

        assertThat(heard).isSorted().startsWith(0L, 5L, 10L).endsWith(195L, 200L);
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

package org.shuqi.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty thousand rows in a minute, by a process that has little memory. */
@Tag("slow")
class LargeFileTest {

    private static final String HEAP = "-Xmx384m";

    private static final String DEPARTMENT =
            """
            @prefix sq:   <https://w3id.org/shuqi/ns#> .
            @prefix org:  <http://www.w3.org/ns/org#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix dct:  <http://purl.org/dc/terms/> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            <http://localhost:8080/id/organization/civil> a org:FormalOrganization ; skos:prefLabel "市民政局"@zh ;
                sq:organType <https://w3id.org/shuqi/code/organ-type/government-department> .
            <http://localhost:8080/id/catalog/civil> a dcat:Catalog ; dct:title "目录"@zh ;
                dct:publisher <http://localhost:8080/id/organization/civil> .
            """;

    @TempDir
    Path folder;

    @Test
    void twentyThousandRowsAreWrittenInAMinute() throws Exception {
        var sheet = folder.resolve("large.xlsx");
        var page = Bureau.catalogue(4_000);
        assertThat(page.size()).isEqualTo(20_000);
        Files.write(sheet, page.xlsx());
        var department = folder.resolve("department.ttl");
        Files.writeString(department, DEPARTMENT, UTF_8);
        run("load", department);

        var started = System.nanoTime();
        var said = run("import", sheet, "--mode", "all");
        var took = Duration.ofNanos(System.nanoTime() - started);
        var again = run("import", sheet, "--mode", "all");

        System.out.println("20,000 rows with " + HEAP + ": " + took.toMillis() + " ms");
        assertThat(said).contains("written, revision");
        assertThat(said).contains("20000 rows: 4000 new");
        assertThat(again).contains("4000 the same").contains("nothing to change");
        assertThat(took).isLessThan(Duration.ofMinutes(1));
    }

    private String run(Object... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                "org.shuqi.cli.Main",
                "--lang",
                "en"));
        for (var word : words) {
            command.add(word.toString());
        }
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        var log = folder.resolve("log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return Files.readString(log);
    }
}

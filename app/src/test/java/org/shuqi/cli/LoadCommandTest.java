package org.shuqi.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

class LoadCommandTest {

    private static final String ORGANIZATION =
            """
            @prefix sq:   <https://w3id.org/shuqi/ns#> .
            @prefix org:  <http://www.w3.org/ns/org#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix dct:  <http://purl.org/dc/terms/> .
            <http://localhost:8080/id/organization/water> a org:FormalOrganization ;
                skos:prefLabel "市水务局"@zh , "City Water Bureau"@en ;
                sq:organType <https://w3id.org/shuqi/code/organ-type/government-department> ;
                sq:adminLevel <https://w3id.org/shuqi/code/admin-level/city> ;
                dct:spatial <https://w3id.org/shuqi/code/division/150600> .
            """;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void place() {
        data = folder.resolve("data");
    }

    @Test
    void loadsTheWorkedExampleAndSaysWhatItBrought() throws IOException {
        var file = write("registry.trig", WorkedExample.registry().readAllBytes());

        var ran = Shell.run("load", "--data", data, "--lang", "en", file);

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("557 statements; organizations 14, catalogs 4, datasets 10, legal-bases 7, norms 8,"
                        + " assessments 1, agreements 4, requests 1")
                .contains("written: 557 statements added, revision 2");
        assertThat(ran.err()).contains("[warning]").doesNotContain("[violation]");
    }

    @Test
    void everySyntaxPlainOrPackedBringsTheSame() throws IOException {
        var model = RDFParser.fromString(ORGANIZATION, Lang.TURTLE).toModel();
        var endings = Map.of(
                "ttl",
                Lang.TURTLE,
                "nt",
                Lang.NTRIPLES,
                "jsonld",
                Lang.JSONLD,
                "rdf",
                Lang.RDFXML,
                "trig",
                Lang.TRIG,
                "nq",
                Lang.NQUADS);

        var words = new ArrayList<Object>(List.of("load", "--data", data, "--lang", "en"));
        for (var ending : endings.entrySet()) {
            var bytes = new ByteArrayOutputStream();
            RDFWriter.source(model).lang(ending.getValue()).output(bytes);
            var plain = write("water." + ending.getKey(), bytes.toByteArray());
            words.addAll(List.of(
                    plain, packed(plain, bytes.toByteArray()), write("water-" + ending.getKey(), bytes.toByteArray())));
        }

        var ran = Shell.run(words.toArray());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().lines().filter(line -> line.endsWith(": 6 statements; organizations 1")))
                .hasSize(18);
        assertThat(graphs(data)).containsExactly("http://localhost:8080/id/graph/organization/water 6");
    }

    @Test
    void statementsWithoutAGraphFollowTheirRecord() throws IOException {
        var file = write(
                "mixed.ttl",
                (ORGANIZATION
                                + """
                        @prefix dcat: <http://www.w3.org/ns/dcat#> .
                        <http://localhost:8080/id/organization/water> org:hasUnit <http://localhost:8080/id/organization/water#office> .
                        <http://localhost:8080/id/organization/water#office> a org:OrganizationalUnit ; skos:prefLabel "办公室"@zh .
                        <http://localhost:8080/id/catalog/water> a dcat:Catalog ; dct:publisher <http://localhost:8080/id/organization/water> .
                        <http://x.example/stray> skos:note "nobody's" .
                        """)
                        .getBytes(UTF_8));

        var ran = Shell.run("load", "--data", data, file);

        assertThat(ran.err()).doesNotContain("违反");
        assertThat(graphs(data))
                .containsExactly(
                        "http://localhost:8080/id/graph/catalog/water 2",
                        "http://localhost:8080/id/graph/import/mixed.ttl 1",
                        "http://localhost:8080/id/graph/organization/water 9");
    }

    @Test
    void graphOptionTakesAllStatementsWithoutAGraph() throws IOException {
        var file = write("water.ttl", ORGANIZATION.getBytes(UTF_8));

        var ran = Shell.run("load", "--data", data, "--graph", "http://localhost:8080/id/graph/trial", file);

        assertThat(ran.code()).isZero();
        assertThat(graphs(data)).containsExactly("http://localhost:8080/id/graph/trial 6");
    }

    @Test
    void statementsAboutAKnownRecordGoWhereItIs() throws IOException {
        var first = write("water.ttl", ORGANIZATION.getBytes(UTF_8));
        var more = write(
                "more.ttl",
                ("<http://localhost:8080/id/organization/water>"
                                + " <http://www.w3.org/2004/02/skos/core#altLabel> \"水务\"@zh .")
                        .getBytes(UTF_8));
        Shell.run("load", "--data", data, "--graph", "http://localhost:8080/id/graph/trial", first);

        var ran = Shell.run("load", "--data", data, more);

        assertThat(ran.code()).isZero();
        assertThat(graphs(data)).containsExactly("http://localhost:8080/id/graph/trial 7");
    }

    @Test
    void loadingTheSameFileTwiceAddsNothing() throws IOException {
        var file = write(
                "water.ttl",
                (ORGANIZATION + "<http://localhost:8080/id/organization/water> skos:note [ skos:note \"x\" ], (1 2) .")
                        .getBytes(UTF_8));
        Shell.run("load", "--data", data, file);
        var before = graphs(data);

        var again = Shell.run("load", "--data", data, "--lang", "en", file);

        assertThat(again.out()).contains("written: 0 statements added");
        assertThat(graphs(data)).isEqualTo(before);
    }

    @Test
    void oneBadRecordStopsEveryFile() throws IOException {
        var good = write("good.ttl", ORGANIZATION.getBytes(UTF_8));
        var bad = write("bad.ttl", bad().getBytes(UTF_8));
        var report = folder.resolve("report.json");

        var ran = Shell.run("load", "--data", data, "--report", report, "--lang", "en", good, bad);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("breaks the rules; nothing written");
        assertThat(ran.err()).contains("[violation] http://localhost:8080/id/organization/bad");
        assertThat(graphs(data)).isEmpty();
        var told = new ObjectMapper().readTree(report.toFile());
        assertThat(told.get("verdict").asText()).isEqualTo("refused");
        assertThat(told.get("findings").get(0).get("shape").asText()).startsWith("https://w3id.org/shuqi/shapes");
    }

    @Test
    void validOnlyWritesTheRestAndNamesWhatItLeftOut() throws IOException {
        var good = write("good.ttl", ORGANIZATION.getBytes(UTF_8));
        var bad = write("bad.ttl", bad().getBytes(UTF_8));
        var report = folder.resolve("report.json");

        var ran = Shell.run("load", "--data", data, "--valid-only", "--report", report, "--lang", "en", good, bad);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).contains("records that break the rules: 1");
        assertThat(graphs(data)).containsExactly("http://localhost:8080/id/graph/organization/water 6");
        var told = new ObjectMapper().readTree(report.toFile());
        assertThat(told.get("verdict").asText()).isEqualTo("written");
        assertThat(told.get("leftOut").get(0).asText()).isEqualTo("http://localhost:8080/id/organization/bad");
    }

    @Test
    void validateFindsTheSameAndWritesNothing() throws IOException {
        var good = write("good.ttl", ORGANIZATION.getBytes(UTF_8));
        var bad = write("bad.ttl", bad().getBytes(UTF_8));
        Shell.run("load", "--data", data, good);
        var before = graphs(data);

        var sound = Shell.run("validate", "--lang", "en", good);
        var unsound = Shell.run("validate", "--lang", "en", "--data", data, bad);

        assertThat(sound.code()).isZero();
        assertThat(sound.out()).contains("in order: of 6 statements 6 are new; nothing written");
        assertThat(unsound.code()).isEqualTo(1);
        assertThat(unsound.err()).contains("[violation] http://localhost:8080/id/organization/bad");
        assertThat(graphs(data)).isEqualTo(before);
    }

    @Test
    void filesThatCannotBeReadChangeNothing() throws IOException {
        var good = write("good.ttl", ORGANIZATION.getBytes(UTF_8));
        Shell.run("load", "--data", data, good);
        var before = graphs(data);
        var whole = packed(folder.resolve("whole.ttl"), ORGANIZATION.repeat(50).getBytes(UTF_8));

        refused(2, "no file `", folder.resolve("absent.ttl"));
        refused(2, "is a folder; name the files in it", folder);
        refused(1, "is empty", write("empty.ttl", new byte[0]));
        refused(1, "is not text", write("binary.ttl", new byte[] {1, 0, 2, 0}));
        refused(1, "is not text", write("book.xlsx", new byte[] {'P', 'K', 3, 4, 5}));
        refused(1, "cut off or damaged", write("cut.ttl.gz", Arrays.copyOf(Files.readAllBytes(whole), 150)));
        refused(1, "line 1 is not UTF-8", write("latin.ttl", "<http://x.example/é>".getBytes(ISO_8859_1)));
        refused(1, "line 2, column 1 cannot be read", write("relative.ttl", "\n<a> <b> <c> .".getBytes(UTF_8)));
        refused(1, "cannot be read", write("cut.trig", "<http://x.example/g> { <http://x.example/a>".getBytes(UTF_8)));
        refused(
                2,
                "belongs to the system",
                write(
                        "system.trig",
                        "<https://w3id.org/shuqi/graph/ontology> { <http://x.example/a> <http://x.example/p> 1 }"
                                .getBytes(UTF_8)));
        assertThat(Shell.run("load", "--data", data, "--graph", "here", good).code())
                .isEqualTo(2);
        assertThat(Shell.run("load", "--data", good, good).code()).isEqualTo(2);
        assertThat(graphs(data)).isEqualTo(before);
    }

    @Test
    void fileWithoutPermissionIsRefused() throws IOException {
        var file = write("secret.ttl", ORGANIZATION.getBytes(UTF_8));
        assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "this user may read everything");

        refused(2, "may not be read", file);
    }

    @Test
    void folderInUseIsNamedWithWhatToDo() throws IOException {
        var file = write("good.ttl", ORGANIZATION.getBytes(UTF_8));

        try (var running = Registry.open(Settings.of(data))) {
            var ran = Shell.run("load", "--data", data, "--lang", "en", file);

            assertThat(ran.code()).isEqualTo(3);
            assertThat(ran.err())
                    .contains("is in use by a running server; stop it, or ask it with `decide --server URL`");
            assertThat(running.store().revision()).isEqualTo(1);
        }
    }

    private void refused(int code, String words, Path file) {
        var ran = Shell.run("load", "--data", data, "--lang", "en", file);

        assertThat(ran.code()).as(ran.err()).isEqualTo(code);
        assertThat(ran.err()).contains(words);
        assertThat(ran.out()).isEmpty();
    }

    private static String bad() {
        return ORGANIZATION
                .replace("organization/water", "organization/bad")
                .replace("organ-type/government-department", "organ-type/no-such");
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static Path packed(Path plain, byte[] content) throws IOException {
        var packed = plain.resolveSibling(plain.getFileName() + ".gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(content);
        }
        return packed;
    }

    /** The named graphs that are not shipped, each with its number of statements. */
    private static Set<String> graphs(Path data) {
        var found = new TreeSet<String>();
        if (!Files.exists(data.resolve("changes.log"))) {
            return found;
        }
        try (var registry = Registry.open(Settings.of(data));
                var now = registry.store().read()) {
            now.dataset().listGraphNodes().forEachRemaining(graph -> {
                if (!graph.getURI().startsWith("https://w3id.org/shuqi/")) {
                    found.add(graph + " " + now.dataset().getGraph(graph).size());
                }
            });
        }
        return found;
    }
}

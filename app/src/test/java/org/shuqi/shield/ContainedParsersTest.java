package org.shuqi.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.graph.Store;

/**
 * Documents made to lead the parsers out of the service, or to blow up in them, sent to every door that takes documents.
 * None reaches the canary, none shows its file, none changes anything, and the service goes on.
 */
@Timeout(120)
class ContainedParsersTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> DOORS =
            List.of("/api/v1/organizations", "/api/v1/datasets", "/api/v1/imports?mode=all", "/data?default");

    @TempDir
    private static Path folder;

    private static Canary canary;
    private static Running server;
    private static long revision;

    @BeforeAll
    static void start() {
        canary = new Canary(folder);
        server = Running.with(folder.resolve("data"));
        revision = server.bean(Store.class).revision();
    }

    @AfterAll
    static void stop() {
        server.close();
        canary.close();
    }

    @AfterEach
    void nobodyWasLedAstrayAndNothingChanged() {
        assertThat(canary.visits()).isEmpty();
        assertThat(server.bean(Store.class).revision()).isEqualTo(revision);
        assertThat(server.get("/health/readiness").statusCode()).isEqualTo(200);
    }

    /** A document that somebody means harm with. */
    private record Attack(String name, String type, byte[] body) {

        static Attack of(String name, String type, String body) {
            return new Attack(name, type, body.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attack> attacks() throws IOException {
        // the parameters are asked for before anything has started
        return Stream.of(
                        reachingOut("http", "CANARY-URL"), reachingOut("file", "CANARY-FILE"), blowingUp(), workbooks())
                .flatMap(stream -> stream);
    }

    private static Stream<Attack> reachingOut(String how, String bait) {
        var rdf =
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:d=\"http://purl.org/dc/terms/\">"
                        + "<rdf:Description rdf:about=\"urn:a\"><d:title>&x;</d:title></rdf:Description></rdf:RDF>";
        return Stream.of(
                Attack.of(
                        how + " entity in RDF/XML",
                        "application/rdf+xml",
                        "<!DOCTYPE r [<!ENTITY x SYSTEM \"" + bait + "\">]>" + rdf),
                Attack.of(
                        how + " document type in RDF/XML",
                        "application/rdf+xml",
                        "<!DOCTYPE r SYSTEM \"" + bait + "\">" + rdf.replace("&x;", "x")),
                Attack.of(
                        how + " parameter entity in RDF/XML",
                        "application/rdf+xml",
                        "<!DOCTYPE r [<!ENTITY % x SYSTEM \"" + bait + "\"> %x;]>" + rdf.replace("&x;", "x")),
                Attack.of(
                        how + " stylesheet and schema in RDF/XML",
                        "application/rdf+xml",
                        "<?xml version=\"1.0\"?><?xml-stylesheet href=\"" + bait
                                + "\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
                                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x "
                                + bait + "\"/>"),
                Attack.of(
                        how + " entity in TriX",
                        "application/trix+xml",
                        "<!DOCTYPE TriX [<!ENTITY x SYSTEM \"" + bait
                                + "\">]><TriX xmlns=\"http://www.w3.org/2004/03/trix/trix-1/\"><graph><triple><uri>urn:a</uri>"
                                + "<uri>urn:b</uri><plainLiteral>&x;</plainLiteral></triple></graph></TriX>"),
                Attack.of(
                        how + " context in JSON-LD",
                        "application/ld+json",
                        "{\"@context\": \"" + bait + "\", \"@id\": \"urn:a\", \"secret\": \"x\"}"),
                Attack.of(
                        how + " context among others",
                        "application/ld+json",
                        "{\"@context\": [{\"a\": \"urn:a\"}, \"" + bait + "\"], \"@id\": \"urn:a\", \"a\": \"x\"}"),
                Attack.of(
                        how + " import in a context",
                        "application/ld+json",
                        "{\"@context\": {\"@version\": 1.1, \"@import\": \"" + bait
                                + "\"}, \"@id\": \"urn:a\", \"a\": \"x\"}"),
                Attack.of(
                        how + " context of a term",
                        "application/ld+json",
                        "{\"@context\": {\"t\": {\"@id\": \"urn:t\", \"@context\": \"" + bait
                                + "\"}}, \"@id\": \"urn:a\", \"t\": {\"a\": \"x\"}}"),
                Attack.of(how + " context in plain JSON", "application/json", "{\"@context\": \"" + bait + "\"}"),
                Attack.of(
                        how + " import in an ontology",
                        "text/turtle",
                        "<urn:o> a <http://www.w3.org/2002/07/owl#Ontology> ; <http://www.w3.org/2002/07/owl#imports> <"
                                + bait + "> ."),
                Attack.of(
                        how + " script and import in shapes",
                        "text/turtle",
                        "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetClass <urn:c> ; "
                                + "sh:js [ sh:jsLibrary [ sh:jsLibraryURL \"" + bait
                                + "\" ] ; sh:jsFunctionName \"f\" ] ; sh:sparql [ sh:select \"SELECT $this { SERVICE <"
                                + bait + "> { $this ?p ?o } }\" ] . <urn:x> a <urn:c> ."));
    }

    private static Stream<Attack> blowingUp() throws IOException {
        var laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"ha\">");
        for (var level = 1; level < 40; level++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(level, level - 1, level - 1));
        }
        var deep = 100_000;
        return Stream.of(
                Attack.of(
                        "a billion laughs",
                        "application/rdf+xml",
                        laughs
                                + "]><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">&a39;</rdf:RDF>"),
                Attack.of("lists in lists", "text/turtle", "<urn:a> <urn:b> " + "(".repeat(deep) + ")".repeat(deep)),
                Attack.of("nodes in nodes", "text/turtle", "<urn:a> <urn:b> " + "[<urn:c> ".repeat(deep)),
                Attack.of("graphs in graphs", "application/trig", "{".repeat(deep)),
                Attack.of("quoted triples in each other", "text/turtle", "<<( ".repeat(deep)),
                Attack.of("arrays in arrays", "application/json", "[".repeat(deep)),
                Attack.of("objects in objects", "application/json", "{\"title\":".repeat(deep)),
                Attack.of(
                        "contexts in contexts",
                        "application/ld+json",
                        "{\"@context\":".repeat(deep / 10) + "{}" + "}".repeat(deep / 10)),
                Attack.of(
                        "elements in elements",
                        "application/rdf+xml",
                        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                                + "<rdf:Description><a xmlns=\"urn:\">".repeat(deep)),
                Attack.of(
                        "a number of a million digits",
                        "application/json",
                        "{\"title\": " + "9".repeat(1_000_000) + "}"),
                Attack.of("a power of ten", "application/json", "{\"title\": 1e999999999}"),
                Attack.of("a huge literal", "text/turtle", "<urn:a> <urn:b> \"" + "x".repeat(3_000_000) + "\" ."),
                Attack.of("a field without end", "text/csv", "\"" + "x".repeat(3_000_000)),
                Attack.of("a line of commas", "text/csv", ",".repeat(1_000_000)),
                Attack.of("nothing but line ends", "text/csv", "\n".repeat(3_000_000)),
                new Attack("half a character", "text/turtle", new byte[] {'<', 'u', ':', (byte) 0xE4, '>'}),
                new Attack("zeros", "application/n-quads", new byte[100_000]));
    }

    private static Stream<Attack> workbooks() throws IOException {
        var types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
        var book = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>";
        return Stream.of(
                packed(
                        "an entity in a workbook",
                        "xl/workbook.xml",
                        "<!DOCTYPE w [<!ENTITY x SYSTEM \"CANARY-URL\">]>" + book),
                packed("an entity in the types", "[Content_Types].xml", "<!DOCTYPE t SYSTEM \"CANARY-FILE\">" + types),
                packed(
                        "a link out of a workbook",
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"r\" Type=\"urn:x/externalLink\" Target=\"CANARY-URL\""
                                + " TargetMode=\"External\"/></Relationships>"),
                packed("a bomb", "xl/worksheets/sheet1.xml", " ".repeat(500 << 20 >> 4)),
                bomb());
    }

    private static Attack packed(String name, String part, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return new Attack(name, XLSX, bytes.toByteArray());
    }

    /** Half a gigabyte of nothing in half a megabyte. */
    private static Attack bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var nothing = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 500; megabyte++) {
                zip.write(nothing);
            }
        }
        return new Attack("a larger bomb", XLSX, bytes.toByteArray());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedAtEveryDoor(Attack attack) throws Exception {
        var body = new String(attack.body(), StandardCharsets.ISO_8859_1)
                .replace("CANARY-URL", canary.url())
                .replace("CANARY-FILE", canary.fileUrl())
                .getBytes(StandardCharsets.ISO_8859_1);
        for (var door : DOORS) {
            var answer = post(door, attack.type(), body);

            assertThat(answer.statusCode()).as(door + " " + answer.body()).isBetween(400, 499);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).doesNotContain(Canary.SECRET).hasSizeLessThan(200_000);
        }
    }

    @Test
    void aPackedBodyIsNotUnpacked() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(" ".repeat(64 << 20).getBytes(StandardCharsets.US_ASCII));
        }
        for (var door :
                List.of("/access/v1/evaluation", "/api/v1/organizations", "/api/v1/imports?mode=all", "/sparql")) {
            var answer = post(door, "application/json", bytes.toByteArray(), "Content-Encoding", "gzip");

            assertThat(answer.statusCode()).as(door + " " + answer.body()).isBetween(400, 499);
        }
    }

    @Test
    void aReasonIsWhatItLooksLike() throws Exception {
        var organization = "{\"type\": \"Organization\", \"prefLabel\": {\"zh\": \"甲\"}}";
        for (var reason : List.of("a%00b", "%1b%5b2J", "%e2%80%aeabc", "a%e2%80%a8b", "%e2%80%8b")) {
            var answer =
                    post("/api/v1/organizations?reason=" + reason, "application/json", organization.getBytes("UTF-8"));

            assertThat(answer.statusCode()).as(reason + " " + answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("U+");
        }
    }

    private static HttpResponse<String> post(String path, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.uri(path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}

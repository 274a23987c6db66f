package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.vocabulary.Sh;

/** What makes no sense gets its clear problem in the caller's language, and nothing changes. */
class BadInputTest {

    private static final String PREFIXES =
            """
            @prefix sq: <https://w3id.org/shuqi/ns#> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix odrl: <http://www.w3.org/ns/odrl/2/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix code: <https://w3id.org/shuqi/code/> .
            @prefix : <http://localhost:8080/id/> .
            """;

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
    }

    @Test
    void malformedRdfSaysWhere() {
        refused(
                400,
                "malformed",
                "line 1",
                "第 1 行",
                tongue -> turtle("/api/v1/datasets", "<a> <b> nonsense .", tongue));
    }

    @Test
    void malformedJsonSaysWhere() {
        refused(400, "malformed", "line 1", "第 1 行", tongue -> post("/api/v1/datasets", "{\"a\":", tongue));
        refused(400, "malformed", "body is empty", "内容为空", tongue -> send("POST", "/api/v1/datasets", "", tongue));
    }

    @Test
    void aValueOfAnotherTypeIsToldInOneLanguageWithAnExample() {
        var form =
                """
                {"id": "case/typed", "type": "CorrectionRequest", "identifier": "typed", "about": ["dataset/population"],
                 "respondent": "organization/police", "receivedAt": "%s"}""";

        for (var wrong : new String[] {"2026-09-28", "28/9/2026", "2026-13-01T00:00:00+08:00"}) {
            var zh = api.post("/api/v1/corrections", form.formatted(wrong), "Accept-Language", "zh");
            var en = api.post("/api/v1/corrections", form.formatted(wrong), "Accept-Language", "en");

            assertThat(zh.status()).as(zh.text()).isEqualTo(400);
            assertThat(zh.json().path("detail").asText())
                    .isEqualTo("内容无法解析：`" + wrong + "` 不是 dateTime 的值，应如 `2026-01-31T00:00:00+08:00`；请改正后重试");
            assertThat(en.json().path("detail").asText())
                    .isEqualTo(
                            "this cannot be read: `" + wrong
                                    + "` is no value of type dateTime, write it like `2026-01-31T00:00:00+08:00`; correct it and try again");
        }
    }

    @Test
    void aFormOfAPageIsNoFile() {
        var body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\na,b\r\n1,2\r\n--x--\r\n";

        for (var door : new String[] {"/api/v1/imports", "/api/v1/datasets", "/api/v1/decisions"}) {
            var refused =
                    api.post(door, body, "Content-Type", "multipart/form-data; boundary=x", "Accept-Language", "en");

            assertThat(refused.status()).as(door + " " + refused).isEqualTo(415);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void anUnknownFieldIsNamed() {
        var problem = refused(
                422,
                "invalid",
                "there is no field `sharingAtribute`; did you mean `sharingAttribute`",
                "没有名为 `sharingAtribute` 的字段",
                tongue -> post("/api/v1/datasets", "{\"sharingAtribute\":\"conditional\"}", tongue));

        assertThat(problem.json().path("violations").get(0).path("path").asText())
                .isEqualTo("sharingAtribute");
    }

    @Test
    void anUnknownTermIsNamed() {
        refused(
                422,
                "invalid",
                "there is no term `sq:sharingAtribute`; did you mean `sq:sharingAttribute`",
                "词汇表中没有 `sq:sharingAtribute`",
                tongue -> turtle(
                        "/api/v1/datasets",
                        PREFIXES
                                + "<dataset/x> a dcat:Dataset ; sq:sharingAtribute <https://w3id.org/shuqi/code/sharing-attribute/conditional> .",
                        tongue));
    }

    @Test
    void secretsAreNotRegistered() {
        var problem = dataset("sq:stateSecret true ;", "S-SECRET", "ecret", "密");

        assertThat(problem.json().path("report").path("@type").asText()).isEqualTo("sh:ValidationReport");
    }

    @Test
    void aMinistryNoticeIsNoBasisForNotSharing() {
        dataset(
                "sq:sharingAttribute <https://w3id.org/shuqi/code/sharing-attribute/not-shared> ;"
                        + " sq:nonShareReason \"内部\"@zh ; sq:legalBasis <http://localhost:8080/id/law/ministry-notice> ;",
                "",
                "",
                "");
    }

    @Test
    void aConditionalEntryNeedsAScope() {
        dataset(
                "sq:sharingAttribute <https://w3id.org/shuqi/code/sharing-attribute/conditional> ;"
                        + " sq:sharingPurpose <https://w3id.org/shuqi/code/purpose/statistics> ;",
                "",
                "scope",
                "范围");
    }

    @Test
    void anAgreementMayNotEndBeforeItStarts() {
        var body =
                """
                {"identifier":"A-BAD","title":{"zh":"倒置的协议"},
                 "validFrom":"2027-01-01T00:00:00+08:00","validUntil":"2026-01-01T00:00:00+08:00",
                 "permission":[{"type":"Permission","assigner":"organization/stats","assignee":["organization/court"],
                   "action":"receive","target":["dataset/yearbook"]}]}""";

        var problem = refused(422, "invalid", "", "", tongue -> post("/api/v1/agreements", body, tongue));

        var violation = problem.json().path("violations").get(0);
        assertThat(violation.path("focusNode").asText()).endsWith("agreement/A-BAD");
        assertThat(violation.path("message").path("zh").asText()).isNotBlank();
        assertThat(violation.path("message").path("en").asText()).isNotBlank();
        assertThat(violation.path("sourceShape").asText()).isNotBlank();
    }

    @Test
    void aStaleTagChangesNothing() {
        var path = "/api/v1/organizations/tax";
        var body = api.get(path).text();
        refused(412, "stale", "read it again", "请重新读取", tongue -> send("PUT", path, body, tongue, "If-Match", "\"0\""));
        refused(
                412,
                "stale",
                "read it again",
                "请重新读取",
                tongue -> send("PATCH", path, "{\"prefLabel\":{\"zh\":\"甲\"}}", tongue, "If-Match", "\"999999\""));
        refused(
                412,
                "stale",
                "read it again",
                "请重新读取",
                tongue -> send("DELETE", path, "", tongue, "If-Match", "\"0\""));
        refused(
                412,
                "stale",
                "If-Match",
                "If-Match",
                tongue -> send(
                        "PUT",
                        "/api/v1/organizations/nobody",
                        "{\"prefLabel\":{\"zh\":\"甲\"}}",
                        tongue,
                        "If-Match",
                        "*"));
        refused(
                412,
                "stale",
                "If-None-Match",
                "If-None-Match",
                tongue -> send("PUT", path, body, tongue, "If-None-Match", "*"));
    }

    @Test
    void whatIsNoTagIsNotTakenForARevision() {
        var path = "/api/v1/organizations/tax";
        var body = api.get(path).text();
        var tag = api.get(path).header("ETag");

        for (var odd : new String[] {"W/" + tag, "abc", "\"99999999999999999999\""}) {
            var problem = refused(412, "stale", tag, tag, tongue -> send("PUT", path, body, tongue, "If-Match", odd));
            assertThat(problem.text()).doesNotContain("-1");
        }
    }

    @Test
    void aTextInALanguageThatIsNoneIsNotLeftOutInSilence() {
        refused(
                400,
                "malformed",
                "`x_y`",
                "`x_y`",
                tongue -> post(
                        "/api/v1/organizations", "{\"id\":\"l1\",\"prefLabel\":{\"zh\":\"甲\",\"x_y\":\"乙\"}}", tongue));
        refused(
                400,
                "malformed",
                "`中文`",
                "`中文`",
                tongue -> post(
                        "/api/v1/organizations",
                        "{\"id\":\"l2\",\"prefLabel\":[{\"@value\":\"甲\",\"@language\":\"中文\"}]}",
                        tongue));
    }

    @Test
    void aFaultInJsonIsToldInOneLanguage() {
        var body = "{\"id\":\"l3\",\"prefLabel\":{\"zh\":\"a\\u202eb\"}}";

        refused(
                400,
                "malformed",
                "the value of `http://www.w3.org/2004/02/skos/core#prefLabel` has the control or invisible character U+202E; take it out",
                "`http://www.w3.org/2004/02/skos/core#prefLabel` 的值含控制字符或不可见字符 U+202E；请删去",
                tongue -> post("/api/v1/organizations", body, tongue));
    }

    @Test
    void theReportIsAShaclReport() {
        var problem = api.post(
                "/api/v1/agreements",
                """
                {"identifier":"A-BAD","title":{"zh":"指向不存在的数据"},"validFrom":"2026-01-01T00:00:00+08:00",
                 "permission":[{"type":"Permission","assigner":"organization/nobody","assignee":["organization/court"],
                   "action":"receive","target":["dataset/nothing"]}]}""");
        var report = GraphFactory.createDefaultGraph();
        RDFParser.fromString(problem.json().path("report").toString(), Lang.JSONLD11)
                .parse(report);

        var paths = report.find(Node.ANY, Sh.resultPath, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
        assertThat(paths).as(problem.text()).isNotEmpty().noneMatch(Node::isLiteral);
        assertThat(paths).filteredOn(Node::isURI).allSatisfy(path -> assertThat(path.getURI())
                .startsWith("http"));
        assertThat(report.find(Node.ANY, Sh.value, Node.ANY)
                        .mapWith(triple -> triple.getObject().toString())
                        .toList())
                .contains("http://localhost:8080/id/organization/nobody");
    }

    @Test
    void changingWhatIsThereNeedsATag() {
        var path = "/api/v1/organizations/tax";
        var body = api.get(path).text();

        refused(428, "precondition-required", "If-Match", "If-Match", tongue -> send("PUT", path, body, tongue));
        refused(428, "precondition-required", "If-Match", "If-Match", tongue -> send("PATCH", path, "{}", tongue));
    }

    @Test
    void anUnknownIdentifierIsNamed() {
        refused(
                404,
                "unknown-identifier",
                "`agreements/A-0`",
                "`agreements/A-0`",
                tongue -> send("GET", "/api/v1/agreements/A-0", "", tongue));
        refused(
                404,
                "unknown-identifier",
                "`nobody`",
                "`nobody`",
                tongue -> send(
                        "GET", "/api/v1/decisions?recipient=nobody&dataset=yearbook&purpose=statistics", "", tongue));
        refused(
                404,
                "unknown-identifier",
                "/api/v1/nothing",
                "/api/v1/nothing",
                tongue -> send("GET", "/api/v1/nothing", "", tongue));
        refused(404, "unknown-identifier", "`/nowhere`", "`/nowhere`", tongue -> send("GET", "/nowhere", "", tongue));
    }

    @Test
    void aParameterThatIsNotOneIsNamed() {
        refused(
                400,
                "unusable",
                "`recipent`",
                "`recipent`",
                tongue -> send("GET", "/api/v1/decisions?recipent=tax&dataset=yearbook", "", tongue));
        refused(
                400,
                "unusable",
                "`dataset`",
                "`dataset`",
                tongue -> send("GET", "/api/v1/decisions?recipient=tax", "", tongue));
        refused(400, "unusable", "`limit`", "`limit`", tongue -> send("GET", "/api/v1/datasets?limit=x", "", tongue));
    }

    @Test
    void aRecordThatExistsIsNotMadeAgain() {
        refused(
                409,
                "already-exists",
                "organization/tax",
                "organization/tax",
                tongue -> post("/api/v1/organizations", "{\"id\":\"tax\",\"prefLabel\":{\"zh\":\"税\"}}", tongue));
    }

    @Test
    void otherMediaTypesAndMethodsAreRefused() {
        refused(
                415,
                "unsupported-media-type",
                "text/csv",
                "text/csv",
                tongue -> send("POST", "/api/v1/datasets", "a,b", tongue, "Content-Type", "text/csv"));
        refused(
                406,
                "not-acceptable",
                "text/turtle",
                "text/turtle",
                tongue -> send("GET", "/api/v1/datasets", "", tongue, "Accept", "image/png"));
        refused(
                405,
                "method-not-offered",
                "DELETE",
                "DELETE",
                tongue -> send("DELETE", "/api/v1/decisions", "", tongue));
    }

    @Test
    void whatParsersChokeOnIsRefused() {
        var nested = "[".repeat(200_000) + "]".repeat(200_000);
        refused(400, "malformed", "", "", tongue -> post("/api/v1/datasets", nested, tongue));
        refused(
                400,
                "malformed",
                "",
                "",
                tongue ->
                        turtle("/api/v1/datasets", "<http://a/b> <http://a/c> " + "( ".repeat(200_000) + ".", tongue));
        refused(
                400,
                "malformed",
                "",
                "",
                tongue -> send(
                        "POST",
                        "/api/v1/datasets",
                        "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r>&x;</r>",
                        tongue,
                        "Content-Type",
                        "application/rdf+xml"));
        refused(
                400,
                "malformed",
                "",
                "",
                tongue -> send(
                        "POST",
                        "/api/v1/datasets",
                        "{\"@context\":\"file:///etc/passwd\",\"@id\":\"http://localhost:8080/id/dataset/x\"}",
                        tongue,
                        "Content-Type",
                        "application/ld+json"));
    }

    @Test
    void aBodyAboutMoreThanOneRecordIsRefused() {
        refused(
                400,
                "unusable",
                "organization/tax",
                "organization/tax",
                tongue -> turtle(
                        "/api/v1/datasets",
                        PREFIXES + "<dataset/x> a dcat:Dataset . <organization/tax> dct:title \"x\"@zh .",
                        tongue));
    }

    @Test
    void aHundredMegabytesAreTooMuch() throws IOException {
        var before = api.revision();

        // a client that announces its length hears at once that it need not send
        try (var socket = new Socket("localhost", api.uri("/").getPort())) {
            var head = "POST /api/v1/datasets HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\n"
                    + "Content-Type: text/turtle\r\nContent-Length: " + 100L * 1024 * 1024 + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write("# padding\n".getBytes(StandardCharsets.US_ASCII));
            var reply = new String(read(socket.getInputStream()), StandardCharsets.UTF_8);
            assertThat(reply).startsWith("HTTP/1.1 413").contains("application/problem+json", "the body is too large");
        }
        assertThat(api.revision()).isEqualTo(before);
        assertThat(api.get("/api/v1/datasets").status()).isEqualTo(200);
    }

    @Test
    void aHundredMegabytesThatAreReallySentAreTooMuchToo() {
        var before = api.revision();
        var megabyte = "# padding, padding\n".repeat(55_000).getBytes(StandardCharsets.US_ASCII);
        var request = HttpRequest.newBuilder(api.uri("/api/v1/datasets"))
                .header("Content-Type", "text/turtle")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(100, megabyte)))
                .build();

        var reply = api.send(request);

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.json().path("type").asText()).endsWith("/too-large");
        assertThat(api.revision()).isEqualTo(before);
    }

    @Test
    void everyResponseNamesItsRevision() {
        for (var path :
                new String[] {"/api/v1/datasets", "/api/v1/nothing", "/openapi", "/health", "/api/v1/revisions"}) {
            assertThat(api.get(path).header("Shuqi-Revision")).as(path).isEqualTo(Long.toString(api.revision()));
        }
        assertThat(api.get("/api/v1/datasets", "Shuqi-At-Least", Long.toString(api.revision()))
                        .status())
                .isEqualTo(200);
        var early = api.get("/api/v1/datasets", "Shuqi-At-Least", "999999", "Accept-Language", "en");
        assertThat(early.status()).isEqualTo(503);
        assertThat(early.json().path("detail").asText()).contains("999999");
        assertThat(api.get("/api/v1/datasets", "Shuqi-At-Least", "soon").status())
                .isEqualTo(400);
    }

    @Test
    void theLogSaysWhoAndWhy() {
        api.post(
                "/api/v1/organizations?reason=%E6%96%B0%E8%AE%BE",
                """
                {"id":"sports","prefLabel":{"zh":"市体育局"},"organType":"government-department",
                 "adminLevel":"city","spatial":"150600"}""");

        var newest = api.get("/api/v1/revisions?limit=1").json().path("items").get(0);

        assertThat(newest.path("reason").asText()).isEqualTo("新设");
        assertThat(newest.path("actor").asText()).isEqualTo("operator");
        assertThat(newest.path("revision").asLong()).isEqualTo(api.revision());
        assertThat(newest.path("added").asInt()).isPositive();
        assertThat(api.get("/api/v1/revisions/" + api.revision()).json()).isEqualTo(newest);
        assertThat(api.get("/api/v1/revisions/999999").status()).isEqualTo(404);
    }

    @Test
    void thePagesOfTheLogLeadOn() {
        var first = api.get("/api/v1/revisions?limit=1").json();
        var second = api.get(first.path("next").asText().replaceFirst("http://[^/]+", ""))
                .json();

        assertThat(second.path("items").get(0).path("revision").asLong())
                .isEqualTo(first.path("items").get(0).path("revision").asLong() - 1);
        assertThat(api.get("/api/v1/revisions?limit=0").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/revisions?newest=1").status()).isEqualTo(400);
    }

    private interface Sending extends Function<String, ApiServer.Reply> {}

    /** Sends it in both languages: the status and slug are right, each says its sentence, and nothing changes. */
    private static ApiServer.Reply refused(int status, String slug, String en, String zh, Sending sending) {
        var before = api.revision();

        var english = sending.apply("en");
        var chinese = sending.apply("zh-CN");

        for (var reply : new ApiServer.Reply[] {english, chinese}) {
            assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.json().path("type").asText()).isEqualTo("https://w3id.org/shuqi/problem/" + slug);
            assertThat(reply.json().path("status").asInt()).isEqualTo(status);
            assertThat(reply.text()).doesNotContain("Exception", "org.shuqi");
        }
        assertThat(english.json().path("detail").asText()).contains(en);
        assertThat(chinese.json().path("detail").asText()).contains(zh);
        assertThat(api.revision()).isEqualTo(before);
        return english;
    }

    /** Files an entry that is right but for some lines; says which shape caught it. */
    private static ApiServer.Reply dataset(String lines, String shape, String en, String zh) {
        var attribute = lines.contains("sq:sharingAttribute")
                ? ""
                : "sq:sharingAttribute <https://w3id.org/shuqi/code/sharing-attribute/unconditional> ;";
        var body = PREFIXES
                + """
                <dataset/306001/000077> a dcat:Dataset ; dct:identifier "306001/000077" ; dct:title "试"@zh ;
                  dct:description "试"@zh ; dct:publisher <organization/stats> ;
                  dcat:theme <https://w3id.org/shuqi/code/theme/statistics> ;
                  dct:format <https://w3id.org/shuqi/code/format/database> ;
                  dct:accrualPeriodicity <https://w3id.org/shuqi/code/update-frequency/daily> ;
                  dct:issued "2026-01-01"^^xsd:date ; sq:sharingMethod <https://w3id.org/shuqi/code/sharing-method/query> ;
                """
                + attribute
                + lines
                + """
                  sq:dataItem <dataset/306001/000077/item/a> .
                <dataset/306001/000077/item/a> a sq:DataItem ; dct:title "甲"@zh ;
                  sq:securityLevel <https://w3id.org/shuqi/code/level/general-1> .
                """;
        var reply = refused(422, "invalid", "", "", tongue -> turtle("/api/v1/datasets", body, tongue));
        var violations = reply.json().path("violations").toString();
        assertThat(violations).contains(en, zh, "dataset/306001/000077");
        return reply;
    }

    private static ApiServer.Reply turtle(String path, String body, String tongue) {
        return send("POST", path, body, tongue, "Content-Type", "text/turtle");
    }

    private static ApiServer.Reply post(String path, String body, String tongue) {
        return send("POST", path, body, tongue, "Content-Type", "application/json");
    }

    private static ApiServer.Reply send(String method, String path, String body, String tongue, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Accept-Language";
        all[headers.length + 1] = tongue;
        if (body.isEmpty() && method.equals("POST")) {
            var request = HttpRequest.newBuilder(api.uri(path))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .header("Content-Type", "application/json")
                    .header("Accept-Language", tongue)
                    .build();
            return api.send(request);
        }
        return api.send(method, path, body, all);
    }

    private static byte[] read(InputStream in) throws IOException {
        var buffer = new byte[8192];
        var text = new java.io.ByteArrayOutputStream();
        int count;
        while ((count = in.read(buffer)) > 0) {
            text.write(buffer, 0, count);
            if (text.toString(StandardCharsets.UTF_8).contains("}")) {
                break;
            }
        }
        return text.toByteArray();
    }
}

package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.record.RecordKind;

/** Records over HTTP: every kind is listed, read, filed, replaced, patched and taken out. */
class RecordsOverHttpTest {

    private static final String PREFIXES =
            """
            @prefix sq: <https://w3id.org/shuqi/ns#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix odrl: <http://www.w3.org/ns/odrl/2/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
    }

    /** Kind, id and a body that the shapes accept, in JSON. */
    static Stream<List<String>> samples() {
        return Stream.of(
                List.of(
                        "organizations",
                        "weather",
                        """
                        {"id":"weather","prefLabel":{"zh":"市气象局","en":"City Weather Bureau"},
                         "organType":"government-department","adminLevel":"city","spatial":"150600"}"""),
                List.of(
                        "catalogs",
                        "tax",
                        """
                        {"id":"catalog/tax","title":{"zh":"税务局目录"},
                         "publisher":"organization/tax"}"""),
                List.of(
                        "datasets",
                        "306001/000099",
                        """
                        {"identifier":"306001/000099","title":{"zh":"降水统计","en":"Rainfall"},
                         "description":{"zh":"按月汇总"},"publisher":"organization/stats","theme":"statistics",
                         "format":"spreadsheet","accrualPeriodicity":"monthly","issued":"2026-01-01",
                         "sharingAttribute":"unconditional","sharingMethod":["file"],
                         "dataItem":[{"id":"dataset/306001/000099/item/mm","type":"DataItem",
                           "title":{"zh":"毫米"},"securityLevel":"general-1","personalData":false}]}"""),
                List.of(
                        "legal-bases",
                        "weather-1",
                        """
                        {"id":"law/weather-1","title":{"zh":"气象条例（示例）"},"legalRank":"administrative-regulation",
                         "validFrom":{"@value":"2020-01-01","@type":"xsd:date"}}"""),
                List.of(
                        "norms",
                        "no-marketing",
                        """
                        {"id":"norm/no-marketing","type":"Prohibition","prefLabel":{"zh":"不得用于推送"},
                         "assetScope":["http://localhost:8080/id/dataset/population"],
                         "purposeScope":["marketing"],"legalBasis":["http://localhost:8080/id/law/pipl-55"],
                         "validFrom":{"@value":"2021-11-01","@type":"xsd:date"}}"""),
                List.of(
                        "agreements",
                        "A-2026-900",
                        """
                        {"identifier":"A-2026-900","title":{"zh":"统计数据共享协议"},
                         "validFrom":"2026-01-01T00:00:00+08:00","validUntil":"2027-01-01T00:00:00+08:00",
                         "permission":[{"type":"Permission","assigner":"organization/stats","assignee":["organization/court"],
                           "action":"receive","target":["dataset/yearbook"]}]}"""),
                List.of(
                        "assessments",
                        "X-2",
                        """
                        <assessment/X-2> a sq:Assessment ; dct:type <https://w3id.org/shuqi/code/evidence/security-assessment> ;
                          dct:title "出境安全评估"@zh ; sq:assetScope <dataset/yearbook> ; sq:recipientScope <organization/tax> ;
                          sq:destination "SG" ; sq:passed false ; sq:validFrom "2026-02-01"^^xsd:date ."""),
                List.of(
                        "requests",
                        "R-2026-900",
                        """
                        [] a sq:SharingRequest ; dct:identifier "R-2026-900" ; dct:title "申请"@zh ;
                          sq:requester <organization/tax> ; sq:usageBasis "依据"@zh ; sq:usageScenario "场景"@zh ;
                          sq:usageScope "范围"@zh ; sq:sharingMethod <https://w3id.org/shuqi/code/sharing-method/file> ;
                          sq:usageUntil "2026-12-31T00:00:00+08:00"^^xsd:dateTime ;
                          odrl:permission [ a odrl:Permission ; odrl:assigner <organization/stats> ;
                            odrl:assignee <organization/tax> ; odrl:action sq:receive ; odrl:target <dataset/yearbook> ] ."""),
                List.of(
                        "corrections",
                        "J-1",
                        """
                        <case/J-1> a sq:CorrectionRequest ; dct:identifier "J-1" ; dct:title "校核"@zh ;
                          sq:requester <organization/hrss> ; sq:respondent <organization/police> ;
                          sq:about <dataset/deaths> ; sq:observedValue "死亡日期为空"@zh ."""),
                List.of(
                        "disputes",
                        "Z-1",
                        """
                        <case/Z-1> a sq:Dispute ; dct:identifier "Z-1" ; dct:title "争议"@zh ;
                          sq:disputant <organization/tax> , <organization/police> ; sq:about <dataset/deaths> ."""),
                List.of(
                        "lists",
                        "N-1",
                        """
                        <list/N-1> a sq:NegativeListEntry ; dct:title "负面清单"@zh ; sq:listedBy <organization/court> ;
                          sq:reviewedBy <organization/city> ; sq:providerScope <organization/stats> ;
                          sq:assetScope <dataset/survey> ; sq:legalBasis <law/statistics-28> ;
                          sq:validFrom "2026-01-01"^^xsd:date ."""));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aRecordIsFiledReadReplacedPatchedAndTakenOut(List<String> sample) {
        var kind = sample.get(0);
        var id = sample.get(1);

        var filed = sample.get(2).startsWith("{")
                ? api.post("/api/v1/" + kind, sample.get(2))
                : api.post("/api/v1/" + kind, PREFIXES + sample.get(2), "Content-Type", "text/turtle");
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        assertThat(filed.header("Location")).endsWith("/api/v1/" + kind + "/" + id);
        assertThat(filed.header("ETag")).isEqualTo("\"" + api.revision() + "\"");

        var path = "/api/v1/" + kind + "/" + id;
        var read = api.get(path);
        assertThat(read.json()).isEqualTo(filed.json());
        assertThat(api.get(path, "If-None-Match", read.header("ETag")).status()).isEqualTo(304);

        var again = api.send("PUT", path, read.text(), "If-Match", read.header("ETag"));
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(read.json());

        var label = read.json().has("prefLabel") ? "prefLabel" : "title";
        var patched = api.send(
                "PATCH",
                path,
                "{\"" + label + "\":{\"zh\":\"改名\"}}",
                "If-Match",
                again.header("ETag"),
                "Content-Type",
                "application/merge-patch+json");
        assertThat(patched.status()).as(patched.toString()).isEqualTo(200);
        assertThat(patched.json().path(label).path("zh").asText()).isEqualTo("改名");

        assertThat(api.send("DELETE", path, "").status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void everyKindIsListedWithItsExactTotal() {
        for (var kind : RecordKind.values()) {
            var list = api.get("/api/v1/" + kind.path() + "?limit=1000");

            assertThat(list.status()).as(list.toString()).isEqualTo(200);
            assertThat(list.json().path("items"))
                    .hasSize(list.json().path("total").asInt());
        }
    }

    @Test
    void aListIsReadPageByPageWithoutGapsOrRepeats() {
        var all = ids(api.get("/api/v1/organizations?limit=1000"));

        var seen = new ArrayList<String>();
        var next = "/api/v1/organizations?limit=4";
        while (!next.isEmpty()) {
            var page = api.get(next);
            seen.addAll(ids(page));
            next = page.json().path("next").asText("").replaceFirst("^http://[^/]+", "");
        }

        assertThat(seen).isEqualTo(all).hasSizeGreaterThan(10);
        assertThat(ids(api.get("/api/v1/organizations?page=2&size=4"))).isEqualTo(all.subList(4, 8));
    }

    @Test
    void listsAreFilteredByFieldAndByWords() {
        assertThat(ids(api.get("/api/v1/datasets?publisher=police")))
                .allMatch(iri -> iri.matches(".*/dataset/(population|deaths|patrols|new-register)"))
                .hasSize(4);
        assertThat(ids(api.get("/api/v1/datasets?sharingAttribute=not-shared"))).hasSize(2);
        assertThat(ids(api.get("/api/v1/agreements?assignee=housing"))).containsExactly(iri("agreement/A-2026-001"));
        assertThat(ids(api.get("/api/v1/datasets?q=%E4%BA%BA%E5%8F%A3+%E5%9F%BA%E6%9C%AC")))
                .containsExactly(iri("dataset/population"));
        assertThat(ids(api.get("/api/v1/datasets?q=YEARBOOK"))).containsExactly(iri("dataset/yearbook"));
        assertThat(ids(api.get("/api/v1/datasets?q=%E6%8C%87%E7%BA%B9"))).containsExactly(iri("dataset/population"));
        assertThat(api.get("/api/v1/datasets?publsher=police").status()).isEqualTo(400);
    }

    @Test
    void aRecordIsFoundByNameByCodeAndByIri() {
        var byName = api.get("/api/v1/datasets/population");

        assertThat(api.get("/api/v1/datasets/307001/000001").json()).isEqualTo(byName.json());
        assertThat(api.get("/api/v1/datasets/307001%2F000001").json()).isEqualTo(byName.json());
        assertThat(api.get("/api/v1/datasets/http%3A%2F%2Flocalhost%3A8080%2Fid%2Fdataset%2Fpopulation")
                        .json())
                .isEqualTo(byName.json());
    }

    @Test
    void theSameRecordComesInEveryFormat() {
        var formats = List.of(Lang.TURTLE, Lang.TRIG, Lang.NTRIPLES, Lang.NQUADS, Lang.RDFXML, Lang.JSONLD11);
        var graphs = formats.stream()
                .map(lang -> {
                    var reply = api.get(
                            "/api/v1/agreements/A-2026-001",
                            "Accept",
                            lang == Lang.JSONLD11 ? "application/ld+json" : lang.getHeaderString());
                    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
                    var body = reply.text()
                            .replace(
                                    "\"https://w3id.org/shuqi/context/shuqi.jsonld\"",
                                    api.get("/context/shuqi.jsonld")
                                            .json()
                                            .path("@context")
                                            .toString());
                    var quads = RDFParser.source(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                            .lang(lang)
                            .toDatasetGraph();
                    return union(quads);
                })
                .toList();

        assertThat(graphs).allMatch(graph -> graph.isIsomorphicWith(graphs.get(0)));
        assertThat(graphs.get(0).size()).isGreaterThan(20);
    }

    @Test
    void rdfComesInAsItGoesOut() {
        var turtle = api.get("/api/v1/agreements/A-2026-002", "Accept", "text/turtle");

        var put = api.send(
                "PUT",
                "/api/v1/agreements/A-2026-002",
                turtle.text(),
                "Content-Type",
                "text/turtle",
                "Accept",
                "text/turtle",
                "If-Match",
                turtle.header("ETag"));

        assertThat(put.status()).as(put.toString()).isEqualTo(200);
        assertThat(put.header("ETag")).isEqualTo(turtle.header("ETag"));
    }

    @Test
    void namesAreAddressesThatAnswer() {
        for (var type : List.of(
                "text/html", "text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples")) {
            var reply = api.get("/id/dataset/population", "Accept", type);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).startsWith(type);
            assertThat(reply.text()).contains("dataset/population/item/name");
        }
        assertThat(api.get("/id/dataset/population/item/name", "Accept", "text/turtle")
                        .text())
                .contains("姓名");
        assertThat(api.get("/id/dataset/nothing").status()).isEqualTo(404);
    }

    @Test
    void whatTheLawOrAnotherRecordNeedsIsKept() {
        var before = api.revision();

        var agreement = api.send("DELETE", "/api/v1/agreements/A-2026-001", "", "Accept-Language", "en");
        var organization = api.send("DELETE", "/api/v1/organizations/police", "", "Accept-Language", "en");

        assertThat(agreement.status()).isEqualTo(409);
        assertThat(agreement.json().path("detail").asText()).contains("Network Data Security Regulation, article 12");
        assertThat(organization.status()).isEqualTo(409);
        assertThat(organization.json().path("detail").asText()).contains("still point at");
        assertThat(api.revision()).isEqualTo(before);
    }

    @Test
    void aDraftAgreementMayBeTakenOut() {
        assertThat(api.send("DELETE", "/api/v1/agreements/A-2026-003", "").status())
                .isEqualTo(204);
    }

    private static Graph union(DatasetGraph quads) {
        var all = GraphFactory.createDefaultGraph();
        quads.find().forEachRemaining(quad -> all.add(quad.asTriple()));
        return all;
    }

    private static List<String> ids(ApiServer.Reply list) {
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        var ids = new ArrayList<String>();
        list.json().path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static String iri(String local) {
        return "http://localhost:8080/id/" + local;
    }
}

package org.shuqi.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqi.WorkedExample;
import org.shuqi.api.ApiServer;

/** The list questions over HTTP, about the worked example. */
class ListsOverHttpTest {

    private static final String AT = "&at=2026-06-01T12:00:00%2B08:00";
    private static final String LISTS = "/api/v1/decisions/";

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
        api.post(
                "/api/v1/organizations",
                """
                {"id": "weather", "prefLabel": {"zh": "=市气象局,“测试”", "en": "=HYPERLINK(\\"http://x.example\\")"},
                 "organType": "government-department", "adminLevel": "city", "spatial": "150600"}""");
    }

    @Test
    void recipientsAreThoseWhoAreAnsweredPermit() {
        var organisations = iris(list("/api/v1/organizations?limit=1000"), "id");

        var listed = api.get(LISTS + "recipients?dataset=yearbook&purpose=statistics&method=file" + AT);

        assertThat(listed.status()).isEqualTo(200);
        assertThat(iris(listed.json(), "recipient"))
                .isNotEmpty()
                .isEqualTo(organisations.stream()
                        .filter(one -> permits("recipient=" + one + "&dataset=yearbook&purpose=statistics&method=file"))
                        .toList());
        assertThat(listed.json().path("total").asInt())
                .isEqualTo(listed.json().path("items").size());
        assertThat(listed.header("Shuqi-Revision")).isEqualTo(Long.toString(api.revision()));
        assertThat(listed.header("X-Total-Count"))
                .isEqualTo(listed.json().path("total").asText());
    }

    @Test
    void datasetsPurposesAndMethodsAreThoseThatAreAnsweredPermit() {
        var datasets = iris(list("/api/v1/datasets?limit=1000"), "id");

        assertThat(iris(list(LISTS + "datasets?recipient=hrss&purpose=social-insurance" + AT), "dataset"))
                .isNotEmpty()
                .isEqualTo(datasets.stream()
                        .filter(one -> permits("recipient=hrss&purpose=social-insurance&dataset=" + one))
                        .toList());
        assertThat(iris(
                        list(LISTS + "purposes?recipient=housing&dataset=population&items=name,id-number" + AT),
                        "purpose"))
                .contains("https://w3id.org/shuqi/code/purpose/housing-fund")
                .allMatch(one -> permits("recipient=housing&dataset=population&items=name,id-number&purpose=" + one));
        assertThat(texts(
                        list(LISTS + "methods?recipient=housing&dataset=population&items=name&purpose=housing-fund"
                                + AT),
                        "code"))
                .containsExactly("query", "verify");
    }

    @Test
    void pagesJoinedAreTheWholeList() {
        var whole = list(LISTS + "matrix?recipient=hrss&limit=1000" + AT);
        var rows = new ArrayList<JsonNode>();
        var next = LISTS + "matrix?recipient=hrss&limit=2" + AT;
        while (!next.isEmpty()) {
            var page = api.get(next);
            page.json().path("items").forEach(rows::add);
            assertThat(page.json().path("total")).isEqualTo(whole.path("total"));
            next = page.json().has("next") ? path(page.json().path("next").asText()) : "";
            if (!next.isEmpty()) {
                assertThat(page.header("Link")).contains("rel=\"next\"");
            }
        }

        assertThat(rows).hasSizeGreaterThan(2).hasSize(whole.path("total").asInt());
        assertThat(rows).containsExactlyElementsOf(whole.path("items"));
    }

    @Test
    void aRowOfTheMatrixSaysWhatItRestsOn() {
        var row = list(LISTS + "matrix?recipient=housing&dataset=population&purpose=housing-fund&partial=true" + AT)
                .path("items")
                .get(0);

        assertThat(row.path("provider").asText()).endsWith("/organization/police");
        assertThat(row.path("recipientName").asText()).isNotEmpty();
        assertThat(row.path("items")).hasSize(2);
        assertThat(row.path("agreements").get(0).asText()).endsWith("A-2026-001");
        assertThat(row.path("validUntil").asText()).isEqualTo("2026-12-31T16:00:00Z");
        assertThat(row.path("level").asText()).contains("/code/level/");
        assertThat(row.path("duties")).isNotEmpty();
    }

    @Test
    void theMatrixByAgreementHoldsItsRowsOnly() {
        var all = list(LISTS + "matrix?partial=true&limit=1000" + AT).path("items");
        var expected = new ArrayList<JsonNode>();
        all.forEach(row -> {
            if (row.path("agreements").toString().contains("A-2026-001")) {
                expected.add(row);
            }
        });

        var some = list(LISTS + "matrix?partial=true&agreement=A-2026-001&limit=1000" + AT);

        assertThat(expected).isNotEmpty();
        assertThat(some.path("items")).containsExactlyElementsOf(expected);
    }

    @Test
    void theMatrixAsCsvIsWholeAndInTheLanguageOfTheCaller() {
        var total = list(LISTS + "matrix?recipient=weather&method=file" + AT)
                .path("total")
                .asInt();

        var chinese = api.get(LISTS + "matrix?recipient=weather&method=file&limit=1" + AT, "Accept", "text/csv");
        var english = api.get(LISTS + "matrix?recipient=weather&method=file&format=csv" + AT, "Accept-Language", "en");

        assertThat(total).isGreaterThan(1);
        assertThat(chinese.header("Content-Type")).startsWith("text/csv");
        assertThat(chinese.header("Shuqi-Revision")).isEqualTo(Long.toString(api.revision()));
        assertThat(chinese.text().lines()).hasSize(total + 1);
        assertThat(chinese.text()).startsWith("提供方,提供方名称,接收方,");
        assertThat(english.text())
                .startsWith("provider,provider name,recipient,")
                .contains("\r\n");
        // what begins like a formula is marked as text
        assertThat(chinese.text()).contains("\"'=市气象局,“测试”\"");
        assertThat(english.text()).contains("\"'=HYPERLINK(\"\"http://x.example\"\")\"");
    }

    @Test
    void theMatrixAsWorkbookHasASheetAboutIt() throws IOException {
        var total = list(LISTS + "matrix?recipient=weather&method=file" + AT)
                .path("total")
                .asInt();

        var reply = api.get(LISTS + "matrix?recipient=weather&method=file&format=xlsx" + AT, "Accept-Language", "en");

        assertThat(reply.header("Content-Type")).startsWith(Table.XLSX);
        assertThat(reply.header("Content-Disposition")).contains("matrix.xlsx");
        assertThat(Book.entries(reply.bytes()).get("xl/worksheets/sheet1.xml"))
                .contains("rows in total", ">" + total + "<", "recipient=weather", "2026-06-01T04:00:00Z");
        assertThat(Book.entries(reply.bytes()).get("xl/worksheets/sheet2.xml").split("<row "))
                .hasSize(total + 2);
    }

    @Test
    void anEarlierRevisionIsAnsweredFromWhatWasKnownThen() {
        var question = LISTS + "recipients?dataset=yearbook&purpose=statistics&method=file" + AT;
        var before = api.revision() - 1;

        var then = api.get(question + "&knownAt=" + before);

        assertThat(then.header("Shuqi-Revision")).isEqualTo(Long.toString(before));
        assertThat(then.text()).doesNotContain("/organization/weather");
        assertThat(api.get(question).text()).contains("/organization/weather");
    }

    @Test
    void holdingsAddUpByKind() {
        var holdings = list(LISTS + "holdings?recipient=housing&limit=1000" + AT);
        var sums = list(LISTS + "aggregation?recipient=housing&limit=1000" + AT);

        assertThat(holdings.path("items")).isNotEmpty();
        sums.path("items").forEach(sum -> {
            var of = new ArrayList<JsonNode>();
            holdings.path("items").forEach(row -> {
                if (row.path("kinds")
                        .toString()
                        .contains("\"" + sum.path("kind").asText() + "\"")) {
                    of.add(row);
                }
            });
            assertThat(of).as(sum.toString()).hasSize(sum.path("items").asInt());
        });
        assertThat(sums.path("total").asInt()).isPositive();
    }

    @Test
    void onwardListsNobodyWhereNobodyConsented() {
        var onward =
                list(LISTS + "onward?recipient=party-committee&dataset=root-database&purpose=social-governance" + AT);

        // the agreement lists the court, but the court may not receive the data itself
        assertThat(onward.path("total").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    recipients?purpose=statistics                       | 400 | `dataset`
                    datasets?recipient=nobody                           | 404 | `nobody`
                    matrix?provider=nobody                              | 404 | `nobody`
                    matrix?agreement=none                               | 404 | `none`
                    matrix?level=none                                   | 404 | `none`
                    matrix?recipient=hrss&format=pdf                    | 400 | `pdf`
                    matrix?recipient=hrss&partial=perhaps               | 400 | `perhaps`
                    matrix?recipient=hrss&colour=red                    | 400 | `colour`
                    matrix?recipient=hrss&limit=0                       | 400 | 0
                    matrix?recipient=hrss&endsBefore=soon               | 400 | `soon`
                    datasets?recipient=hrss&items=name                  | 400 | `dataset`
                    onward?recipient=hrss&dataset=deaths&action=receive | 400 | `action`
                    """)
    void aWrongParameterIsNamed(String question, int status, String named) {
        var reply = api.get(LISTS + question, "Accept-Language", "en");

        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.json().path("detail").asText()).contains(named);
    }

    private static boolean permits(String question) {
        return api.get("/api/v1/decisions?" + question + AT)
                .json()
                .path("outcome")
                .asText()
                .equals("permit");
    }

    private static JsonNode list(String question) {
        var reply = api.get(question);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static List<String> texts(JsonNode list, String key) {
        var texts = new ArrayList<String>();
        list.path("items").forEach(row -> texts.add(row.path(key).asText()));
        return texts;
    }

    private static List<String> iris(JsonNode list, String key) {
        return List.copyOf(new TreeSet<>(texts(list, key).stream()
                .map(iri -> iri.contains("://") ? iri : WorkedExample.BASE + iri)
                .toList()));
    }

    private static String path(String link) {
        var uri = URI.create(link);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}

package org.shuqi.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.Demo;
import org.shuqi.TestCallers;
import org.shuqi.change.Changes;
import org.shuqi.record.RecordKind;
import org.shuqi.web.City;

/** A desk with more on it than a page shows. */
class DeskPagingTest {

    private static final int MANY = 60;

    private static final String CORRECTION =
            """
            @prefix sq: <https://w3id.org/shuqi/ns#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @base <%1$s> .
            <graph/%4$s/%2$s> {
              <%4$s/%2$s> a sq:CorrectionRequest ; dct:identifier "%2$s" ; dct:title "校核%2$s"@zh ;
                  sq:requester <organization/nc-tax> ; sq:respondent <organization/nc-civil> ; sq:about <dataset/nc-marriages> ;
                  sq:observedValue "甲"@zh ; sq:submittedAt "%3$s"^^xsd:dateTime ; sq:receivedAt "%3$s"^^xsd:dateTime ;
                  sq:caseStatus <https://w3id.org/shuqi/code/correction-status/verifying> .
            }
            """;

    @TempDir
    static Path data;

    private static City city;

    @BeforeAll
    static void start() {
        city = City.in(data);
        var yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var quads = new ArrayList<Quad>();
        for (var at = 0; at < MANY; at++) {
            var graph = DatasetGraphFactory.create();
            RDFParser.fromString(
                            CORRECTION.formatted(Demo.BASE, "P-" + at, yesterday, RecordKind.CORRECTIONS.segment()),
                            Lang.TRIG)
                    .parse(graph);
            graph.find().forEachRemaining(quads::add);
        }
        TestCallers.apply(city.server().bean(Changes.class), quads);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void whatIsDueStandsOnPagesOfFiftyAndNothingIsShownTwiceOrLeftOut() {
        var first = desk("/", "civil-head");
        var second = desk(first.selectFirst("#due ~ nav.pager a[rel=next]").attr("href"), "civil-head");

        assertThat(rows(first)).hasSize(50);
        assertThat(first.selectFirst("nav.pager a[rel=next]").attr("href")).doesNotContain("waiting");
        assertThat(second.select("#due ~ nav.pager a[rel=prev]")).hasSize(1);
        var all = new HashSet<>(rows(first));
        all.addAll(rows(second));
        assertThat(all).hasSize(rows(first).size() + rows(second).size());
        assertThat(all.stream().filter(address -> address.startsWith("/corrections/P-")))
                .hasSize(MANY);
    }

    @Test
    void whatOthersHaveToDoIsPagedByItself() {
        var second = desk("/?waiting=2", "tax-head");

        assertThat(rows(second).stream().filter(address -> address.startsWith("/corrections/P-")))
                .as("the rest of what waits for others")
                .hasSizeBetween(MANY - 50, MANY - 1);
        assertThat(second.select("nav.pager a[rel=prev][href*=waiting]")).hasSize(1);
    }

    @Test
    void aPageBeyondTheLastOneIsRefusedOrEmptyAndNeverBroken() {
        assertThat(city.page("/?page=-1", "civil-head").status()).isEqualTo(400);
        assertThat(city.page("/?page=99", "civil-head").status()).isIn(200, 400, 404);
    }

    private static List<String> rows(Document desk) {
        return desk.selectFirst(".scroll").select("a.row").eachAttr("href");
    }

    private static Document desk(String path, String who) {
        var reply = city.page(path, who);
        assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(200);
        return Jsoup.parse(reply.text());
    }
}

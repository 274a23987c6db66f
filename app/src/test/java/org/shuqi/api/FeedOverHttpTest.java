package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.HashSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqi.TestCallers;
import org.shuqi.WorkedExample;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.change.Changes;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Foaf;
import org.shuqi.vocabulary.Hydra;
import org.shuqi.vocabulary.Rdf;

/** A portal harvests the whole registry, page by page. */
class FeedOverHttpTest {

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    private static String reader;

    @BeforeAll
    static void start() {
        api = ApiServer.closedWithExample(data);
        var housing = NodeFactory.createURI(WorkedExample.BASE + "organization/housing");
        reader = TestCallers.key(api.bean(Changes.class), "portal", Appointment.in(housing, Role.READER));
    }

    @Test
    void pagesLeadFromOneToTheNextAndMissNothing() {
        var seen = new HashSet<Node>();
        var address = "/catalog.ttl?size=3";
        var total = -1L;
        for (var pages = 0; !address.isEmpty() && pages < 100; pages++) {
            var page = read(address, Lang.TURTLE);
            total = number(page);
            page.find(Node.ANY, Dcat.dataset, Node.ANY).forEachRemaining(triple -> seen.add(triple.getObject()));
            var next = page.find(Node.ANY, Hydra.next, Node.ANY).toList();
            address = next.isEmpty() ? "" : next.get(0).getObject().getURI().replaceFirst("^https?://[^/]+", "");
        }
        assertThat(total).isGreaterThan(3);
        assertThat((long) seen.size()).isEqualTo(total);
        var listed = api.get("/api/v1/datasets?limit=1", "Authorization", reader);
        assertThat(listed.header("X-Total-Count")).isEqualTo(Long.toString(total));
    }

    @Test
    void whatDcatApDemandsIsThere() {
        var page = read("/catalog.ttl", Lang.TURTLE);
        var catalog = page.find(Node.ANY, Rdf.type, Dcat.Catalog).next().getSubject();

        for (var demanded : new Node[] {Dct.title, Dct.description, Dct.publisher, Dcat.dataset}) {
            assertThat(page.contains(catalog, demanded, Node.ANY))
                    .as(demanded.getURI())
                    .isTrue();
        }
        page.find(catalog, Dcat.dataset, Node.ANY).forEachRemaining(triple -> {
            var dataset = triple.getObject();
            assertThat(page.contains(dataset, Dct.title, Node.ANY)).isTrue();
            var publisher = page.find(dataset, Dct.publisher, Node.ANY).next().getObject();
            assertThat(page.contains(publisher, Rdf.type, Foaf.Agent)).isTrue();
            assertThat(page.contains(publisher, Foaf.name, Node.ANY)).isTrue();
            assertThat(page.contains(dataset, Dct.accessRights, Node.ANY)).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"ttl,Turtle", "jsonld,JSON-LD", "rdf,RDF/XML"})
    void everySyntaxSaysTheSame(String ending, String syntax) {
        var lang = org.apache.jena.riot.RDFLanguages.nameToLang(syntax);

        assertThat(number(read("/catalog." + ending, lang))).isEqualTo(number(read("/catalog.ttl", Lang.TURTLE)));
    }

    @Test
    void anotherEndingIsRefusedWithThoseThereAre() {
        var reply = api.get("/catalog.xml", "Authorization", reader, "Accept-Language", "en");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().path("detail").asText()).contains("ttl, jsonld or rdf");
    }

    private static Graph read(String path, Lang lang) {
        var reply = api.get(path, "Authorization", reader);
        assertThat(reply.status()).as(reply::text).isEqualTo(200);
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(reply.bytes())).lang(lang).parse(graph);
        return graph;
    }

    private static long number(Graph page) {
        return Long.parseLong(page.find(Node.ANY, Hydra.totalItems, Node.ANY)
                .next()
                .getObject()
                .getLiteralLexicalForm());
    }
}

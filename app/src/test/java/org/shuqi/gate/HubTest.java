package org.shuqi.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.shuqi.graph.Delta;
import org.shuqi.vocabulary.Dcat;

/** A node that many records name can change without all of them being looked at. */
class HubTest {

    private static final Node GRAPH = NodeFactory.createURI("http://localhost:8080/id/graph");
    private static final Node TYPE = RDF.type.asNode();

    private final Gate gate = Gate.standard();

    @Test
    void renamingAnOrganisationCostsTheSameWhateverItPublishes() {
        assertThat(lookups(1000, renamed("police"))).isEqualTo(lookups(100, renamed("police")));
    }

    @Test
    void renamingACodeCostsTheSameWhateverUsesIt() {
        var level = new Quad(GRAPH, code("level/general-1"), label(), text("新名"));

        assertThat(lookups(1000, swap(level, text("1级")))).isEqualTo(lookups(100, swap(level, text("1级"))));
    }

    @Test
    void anOrganisationThatGainsAClassIsNotFollowedBack() {
        var gained = new Delta(
                List.of(),
                List.of(new Quad(GRAPH, id("police"), TYPE, NodeFactory.createURI("http://www.w3.org/ns/prov#Agent"))));

        assertThat(lookups(1000, gained)).isEqualTo(lookups(100, gained));
    }

    @Test
    void oneMoreEntryCostsTheSameHoweverLongTheCatalogue() {
        var listed = new Delta(List.of(), List.of(new Quad(GRAPH, id("catalog"), Dcat.dataset, id("d0-copy"))));

        assertThat(lookups(1000, listed)).isEqualTo(lookups(100, listed));
    }

    @Test
    void removingAnOrganisationStopsOnceThereIsEnoughToRefuse() {
        var registry = registry(3 * Gate.ENOUGH);
        var gone = new Quad(
                GRAPH, id("police"), TYPE, NodeFactory.createURI("http://www.w3.org/ns/org#FormalOrganization"));
        registry.delete(gone);

        var report = gate.check(registry, new Delta(List.of(gone), List.of()));

        assertThat(report.conforms()).isFalse();
        assertThat(report.complete()).isFalse();
        assertThat(report.violations()).hasSizeBetween(Gate.ENOUGH - 1, Gate.ENOUGH + 10);
    }

    private Delta renamed(String organization) {
        return swap(new Quad(GRAPH, id(organization), label(), text("新名")), text("公安局"));
    }

    private static Delta swap(Quad now, Node before) {
        return new Delta(List.of(new Quad(GRAPH, now.getSubject(), now.getPredicate(), before)), List.of(now));
    }

    private long lookups(int datasets, Delta delta) {
        var counted = new Counted(registry(datasets));
        delta.removed().forEach(counted::delete);
        delta.added().forEach(counted::add);
        gate.check(counted, delta);
        assertThat(counted.found).isPositive();
        return counted.found;
    }

    private static DatasetGraph registry(int datasets) {
        var text = new StringBuilder(
                """
                PREFIX : <http://localhost:8080/id/>
                PREFIX sq: <https://w3id.org/shuqi/ns#>
                PREFIX org: <http://www.w3.org/ns/org#>
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX code: <https://w3id.org/shuqi/code/>
                GRAPH :graph {
                  code:organ-type\\/government-department a skos:Concept ; skos:prefLabel "政府部门"@zh .
                  code:level\\/general-1 a skos:Concept ; skos:prefLabel "1级"@zh ; sq:rank 1 .
                  :police a org:FormalOrganization ; skos:prefLabel "公安局"@zh ; sq:organType code:organ-type\\/government-department .
                  :d0-copy a dcat:Dataset ; dct:identifier "copy" .
                  :catalog a dcat:Catalog ; dct:publisher :police .
                """);
        for (int i = 0; i < datasets; i++) {
            text.append(
                    ":catalog dcat:dataset :d%1$d . :d%1$d a dcat:Dataset ; dct:identifier \"%1$d\" ; dct:publisher :police ; sq:dataItem :i%1$d . "
                            .formatted(i));
            text.append(":i%1$d a sq:DataItem ; dct:title \"项\"@zh ; sq:securityLevel code:level\\/general-1 .\n"
                    .formatted(i));
        }
        var data = DatasetGraphFactory.create();
        RDFParser.fromString(text + "}", Lang.TRIG).parse(data);
        return data;
    }

    private static Node id(String name) {
        return NodeFactory.createURI("http://localhost:8080/id/" + name);
    }

    private static Node code(String name) {
        return NodeFactory.createURI("https://w3id.org/shuqi/code/" + name);
    }

    private static Node label() {
        return SKOS.prefLabel.asNode();
    }

    private static Node text(String words) {
        return NodeFactory.createLiteralLang(words, "zh");
    }

    /** Counts the quads that are handed out. */
    private static final class Counted extends DatasetGraphWrapper {

        private long found;

        Counted(DatasetGraph dataset) {
            super(dataset);
        }

        @Override
        public Iterator<Quad> findNG(Node g, Node s, Node p, Node o) {
            return org.apache.jena.atlas.iterator.Iter.map(super.findNG(g, s, p, o), quad -> {
                found++;
                return quad;
            });
        }
    }
}

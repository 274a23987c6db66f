package org.shuqi.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.buffering.BufferingDatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.graph.Delta;

class GateTest {

    private static final String CITY =
            """
            PREFIX : <http://localhost:8080/id/>
            PREFIX sq: <https://w3id.org/shuqi/ns#>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX kind: <https://w3id.org/shuqi/code/organ-type/>
            GRAPH :codes { kind:government-department a skos:Concept ; skos:prefLabel "政府部门"@zh }
            GRAPH :g1 { :city a org:FormalOrganization ; skos:prefLabel "市"@zh ; sq:organType kind:government-department }
            GRAPH :g2 { :police a org:FormalOrganization ; skos:prefLabel "公安"@zh ; sq:organType kind:government-department ;
              org:subOrganizationOf :city }
            """;

    private final Gate gate = Gate.standard();

    @TempDir
    Path folder;

    @Test
    void aChangeStillInTheOverlayIsSeen() {
        var store = store();
        store.begin(TxnType.READ);
        var overlay = new BufferingDatasetGraph(store);
        var second =
                quad(":police", "sq:organType", "kind:government-department").get(0);
        var other = Quad.create(second.getGraph(), second.getSubject(), second.getPredicate(), id("city"));
        overlay.add(other);

        var report = gate.check(overlay, new Delta(List.of(), List.of(other)));

        assertThat(report.conforms()).isFalse();
        assertThat(report.violations()).anyMatch(found -> found.shape().endsWith("#S-ORG"));
        store.end();
    }

    @Test
    void whatTheOverlayTakesAwayIsGone() {
        var store = store();
        store.begin(TxnType.READ);
        var overlay = new BufferingDatasetGraph(store);
        var name = List.copyOf(org.apache.jena.atlas.iterator.Iter.toList(store.find(
                Node.ANY,
                id("city"),
                NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#prefLabel"),
                Node.ANY)));
        name.forEach(overlay::delete);

        var report = gate.check(overlay, new Delta(name, List.of()));

        assertThat(report.violations()).singleElement().satisfies(found -> {
            assertThat(found.focus()).endsWith("/city");
            assertThat(found.path()).contains("skos:prefLabel");
            assertThat(found.message().zh()).contains("单位缺少名称");
            assertThat(found.message().en()).contains("has no name");
        });
        store.end();
    }

    private DatasetGraph store() {
        var store = DatabaseMgr.connectDatasetGraph(folder.toString());
        store.begin(TxnType.WRITE);
        RDFParser.fromString(CITY, Lang.TRIG).parse(store);
        store.commit();
        store.end();
        return store;
    }

    private static List<Quad> quad(String s, String p, String o) {
        var one = DatasetGraphFactory.create();
        var prefixes = CITY.lines().filter(line -> line.startsWith("PREFIX")).reduce("", (a, b) -> a + b + "\n");
        RDFParser.fromString(prefixes + "GRAPH :new { %s %s %s }".formatted(s, p, o), Lang.TRIG)
                .parse(one);
        return org.apache.jena.atlas.iterator.Iter.toList(one.find());
    }

    private static Node id(String name) {
        return NodeFactory.createURI("http://localhost:8080/id/" + name);
    }
}

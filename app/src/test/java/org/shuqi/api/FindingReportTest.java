package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.PathWriter;
import org.junit.jupiter.api.Test;
import org.shuqi.gate.Gate;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.problem.Violation.Severity;
import org.shuqi.standard.Standard;
import org.shuqi.vocabulary.Sh;

/** Every path of the shapes and every kind of value comes back from a report as what it was. */
class FindingReportTest {

    @Test
    void everyPathOfTheShapesIsAPathInTheReport() {
        var shapes = Gate.published();
        var texts = new HashSet<String>();
        shapes.find(Node.ANY, Sh.path, Node.ANY).forEachRemaining(triple -> {
            var path = ShaclPaths.parsePath(shapes, triple.getObject());
            var text = PathWriter.asString(path, new Prologue(Standard.prefixes()));
            texts.add(text);
            var report = report(Optional.of(text), Optional.empty());
            var found = report.find(Node.ANY, Sh.resultPath, Node.ANY).toList();

            assertThat(found).as(text).hasSize(1);
            assertThat(ShaclPaths.parsePath(report, found.get(0).getObject()))
                    .as(text)
                    .isEqualTo(path);
        });
        assertThat(texts).anyMatch(text -> text.contains("/")).anyMatch(text -> text.contains("^"));
    }

    @Test
    void alternativesAndRepetitionsArePathsToo() {
        for (var text : List.of("skos:broader*", "(dct:title|skos:prefLabel)/dct:source+", "^(org:unitOf?)")) {
            var report = report(Optional.of(text), Optional.empty());
            var path = report.find(Node.ANY, Sh.resultPath, Node.ANY).next().getObject();

            assertThat(ShaclPaths.parsePath(report, path))
                    .isEqualTo(org.apache.jena.sparql.path.PathParser.parse(text, new Prologue(Standard.prefixes())));
        }
    }

    @Test
    void aFieldThatIsNoPropertyHasNoPath() {
        assertThat(report(Optional.of("sharingAtribute"), Optional.empty()).contains(Node.ANY, Sh.resultPath, Node.ANY))
                .isFalse();
    }

    @Test
    void valuesKeepTheirKind() {
        assertThat(value("<http://a.example/b>")).isEqualTo("http://a.example/b");
        assertThat(value("attr:conditional")).isEqualTo("https://w3id.org/shuqi/code/sharing-attribute/conditional");
        assertThat(value("\"甲\"@zh")).isEqualTo("\"甲\"@zh");
        assertThat(value("12")).isEqualTo("\"12\"^^xsd:integer");
        assertThat(value("\"2026-01-01\"^^<http://www.w3.org/2001/XMLSchema#date>"))
                .isEqualTo("\"2026-01-01\"^^xsd:date");
        assertThat(value("what is no node")).isEqualTo("\"what is no node\"");
    }

    private static String value(String turtle) {
        return report(Optional.empty(), Optional.of(turtle))
                .find(Node.ANY, Sh.value, Node.ANY)
                .next()
                .getObject()
                .toString();
    }

    private static Graph report(Optional<String> path, Optional<String> value) {
        var json = FindingReport.of(List.of(new Violation(
                "http://x.example/focus",
                path,
                value,
                new Text("甲", "a"),
                "https://w3id.org/shuqi/shapes#S-CAT",
                Optional.empty(),
                Severity.VIOLATION)));
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(json.toString(), Lang.JSONLD11).parse(graph);
        return graph;
    }
}

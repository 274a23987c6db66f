package org.shuqi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.shuqi.WorkedExample;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Rdf;

/** The plain JSON form: nothing is lost on the way out and back, nothing unknown gets in. */
class JsonFormTest {

    private static final JsonReader READER = new JsonReader(JsonContext.published(), WorkedExample.BASE);

    @Test
    void everyRecordOfTheWorkedExampleComesBackAsItWas() {
        var dataset = WorkedExample.dataset();

        var records = records(dataset);

        assertThat(records).hasSizeGreaterThan(40);
        records.forEach(record -> {
            var tree = record.json();
            var again = graph(tree);
            assertThat(again.isIsomorphicWith(record.description()))
                    .as(tree.toPrettyString())
                    .isTrue();
        });
    }

    @Test
    void writesCodesShortAndTextsByLanguage() {
        var tree = record("dataset/population").json();

        assertThat(tree.path("sharingAttribute").asText()).isEqualTo("conditional");
        assertThat(tree.path("title").path("zh").asText()).isEqualTo("人口基本信息");
        assertThat(tree.path("title").path("en").asText()).isEqualTo("Population register");
        assertThat(tree.path("id").asText()).isEqualTo(WorkedExample.BASE + "dataset/population");
        assertThat(tree.path("dataItem")).hasSize(4);
    }

    @Test
    void writesTheSameTextEveryTime() {
        var once = JsonTree.bytes(record("agreement/A-2026-001").json());
        var again = JsonTree.bytes(record("agreement/A-2026-001").json());

        assertThat(once).isEqualTo(again);
    }

    @Test
    void keepsValuesThatTheContextHasNoWordFor() {
        var turtle =
                """
                <http://localhost:8080/id/dataset/x> a <http://www.w3.org/ns/dcat#Dataset> ;
                  <http://purl.org/dc/terms/title> "plain" , "中文"@zh , "甲"@zh , "5"^^<http://www.w3.org/2001/XMLSchema#short> ;
                  <http://example.org/p> 7 , 1.50 , true , "x"@fr , <http://example.org/o> , ( 1 [] "z" ) ;
                  <https://w3id.org/shuqi/ns#sharingAttribute> <https://w3id.org/shuqi/code/level/core> , "odd" ;
                  <https://w3id.org/shuqi/ns#personalData> "1"^^<http://www.w3.org/2001/XMLSchema#boolean> , _:shared ;
                  <http://example.org/q> _:shared .
                _:shared <http://example.org/p> _:shared .
                """;
        var graph = Descriptions.graph(
                Intake.quads(turtle.getBytes(StandardCharsets.UTF_8), Lang.TURTLE, Optional.empty()).stream()
                        .map(quad -> quad.asTriple())
                        .toList());

        var tree = JsonWriter.write(
                NodeFactory.createURI("http://localhost:8080/id/dataset/x"), graph, JsonContext.published());

        assertThat(graph(tree).isIsomorphicWith(graph))
                .as(tree.toPrettyString())
                .isTrue();
    }

    @Test
    void namesTheFieldThatDoesNotExist() {
        var tree = tree("{\"id\":\"dataset/x\",\"sharingAtribute\":\"conditional\",\"dataItem\":[{\"nonsense9\":1}]}");

        assertThatThrownBy(() -> READER.read(tree)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            var violations = refusal.problem().violations();
            assertThat(violations).hasSize(2);
            assertThat(violations.get(0).message().en())
                    .isEqualTo("there is no field `sharingAtribute`; did you mean `sharingAttribute`");
            assertThat(violations.get(1).path()).contains("dataItem.nonsense9");
        });
    }

    @Test
    void refusesTheSameKeyTwice() {
        assertThatThrownBy(() -> tree("{\"id\":\"a\",\"id\":\"b\"}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Duplicate");
    }

    @Test
    void refusesJsonDeeperThanAnyRecord() {
        assertThatThrownBy(() -> tree("[".repeat(5000) + "]".repeat(5000)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("depth");
    }

    @Test
    void mergePatchFollowsTheExamplesOfTheRfc() {
        // RFC 7396, appendix A: target, patch, result
        var examples = List.of(
                List.of("{\"a\":\"b\"}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"),
                List.of("{\"a\":\"b\"}", "{\"b\":\"c\"}", "{\"a\":\"b\",\"b\":\"c\"}"),
                List.of("{\"a\":\"b\"}", "{\"a\":null}", "{}"),
                List.of("{\"a\":\"b\",\"b\":\"c\"}", "{\"a\":null}", "{\"b\":\"c\"}"),
                List.of("{\"a\":[\"b\"]}", "{\"a\":\"c\"}", "{\"a\":\"c\"}"),
                List.of("{\"a\":\"c\"}", "{\"a\":[\"b\"]}", "{\"a\":[\"b\"]}"),
                List.of("{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":\"d\",\"c\":null}}", "{\"a\":{\"b\":\"d\"}}"),
                List.of("{\"a\":[{\"b\":\"c\"}]}", "{\"a\":[1]}", "{\"a\":[1]}"),
                List.of("[\"a\",\"b\"]", "[\"c\",\"d\"]", "[\"c\",\"d\"]"),
                List.of("{\"a\":\"b\"}", "[\"c\"]", "[\"c\"]"),
                List.of("{\"a\":\"foo\"}", "null", "null"),
                List.of("{\"a\":\"foo\"}", "\"bar\"", "\"bar\""),
                List.of("{\"e\":null}", "{\"a\":1}", "{\"e\":null,\"a\":1}"),
                List.of("[1,2]", "{\"a\":\"b\",\"c\":null}", "{\"a\":\"b\"}"),
                List.of("{}", "{\"a\":{\"bb\":{\"ccc\":null}}}", "{\"a\":{\"bb\":{}}}"));

        examples.forEach(example -> assertThat(MergePatch.apply(json(example.get(0)), json(example.get(1))))
                .isEqualTo(json(example.get(2))));
    }

    private static List<Filed> records(DatasetGraph dataset) {
        var found = new ArrayList<Filed>();
        for (var kind : RecordKind.values()) {
            kind.types().forEach(type -> dataset.find(Node.ANY, Node.ANY, Rdf.type, type)
                    .forEachRemaining(quad -> found.add(new Filed(
                            quad.getSubject(),
                            quad.getGraph(),
                            1,
                            1,
                            Descriptions.of(quad.getSubject(), dataset.getGraph(quad.getGraph()))))));
        }
        return found;
    }

    private static Filed record(String local) {
        return records(WorkedExample.dataset()).stream()
                .filter(record -> record.iri().getURI().equals(WorkedExample.BASE + local))
                .findFirst()
                .orElseThrow();
    }

    private static Graph graph(ObjectNode tree) {
        return Descriptions.graph(
                READER.read(tree).stream().map(quad -> quad.asTriple()).toList());
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) json(json);
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String json) {
        return JsonTree.of(json.getBytes(StandardCharsets.UTF_8));
    }
}

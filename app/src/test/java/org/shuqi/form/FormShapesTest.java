package org.shuqi.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.junit.jupiter.api.Test;
import org.shuqi.gate.Gate;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Rdfs;
import org.shuqi.vocabulary.Sh;

/** What shapes must say so that a page can be drawn from them. */
class FormShapesTest {

    private static final Graph FORMS = Gate.forms();

    @Test
    void thereAreForms() {
        assertThat(Forms.standard().all()).hasSizeGreaterThan(3);
    }

    @Test
    void everyFieldHasANameAndHelpInBothLanguagesAPlaceAndAKindOfValue() {
        assertThat(properties()).isNotEmpty().allSatisfy(property -> {
            var path = G.listSP(FORMS, property, Sh.path);
            assertThat(languages(property, Rules.sh("name")))
                    .as("%s sh:name", path)
                    .containsExactly("en", "zh");
            assertThat(languages(property, Rules.sh("description")))
                    .as("%s sh:description", path)
                    .containsExactly("en", "zh");
            assertThat(G.listSP(FORMS, property, Rules.sh("order")))
                    .as("%s sh:order", path)
                    .hasSize(1);
            assertThat(G.listSP(FORMS, property, Rules.sh("group")))
                    .as("%s sh:group", path)
                    .hasSize(1);
            assertThat(Stream.of("datatype", "nodeKind")
                            .flatMap(term -> G.listSP(FORMS, property, Rules.sh(term)).stream()))
                    .as("%s sh:datatype or sh:nodeKind", path)
                    .hasSize(1);
        });
    }

    @Test
    void everyFormAndEveryGroupHasANameInBothLanguages() {
        var named = Stream.of(Sh.NodeShape, Rules.sh("PropertyGroup"))
                .flatMap(type -> G.listPO(FORMS, Rdf.type, type).stream())
                .toList();

        assertThat(named).isNotEmpty().allSatisfy(each -> assertThat(languages(each, Rdfs.label))
                .as(each.toString())
                .containsExactly("en", "zh"));
    }

    @Test
    void noTwoFieldsOfAGroupHaveTheSamePlace() {
        G.listPO(FORMS, Rdf.type, Sh.NodeShape).forEach(shape -> assertThat(G.listSP(FORMS, shape, Sh.property).stream()
                        .map(property -> G.listSP(FORMS, property, Rules.sh("group")) + " "
                                + G.listSP(FORMS, property, Rules.sh("order"))))
                .as(shape.toString())
                .doesNotHaveDuplicates());
    }

    @Test
    void whatTheGateRefusesToMissIsAskedFor() {
        var gate = Gate.published();
        Forms.standard().all().values().stream()
                .filter(form -> form.type().isPresent())
                .forEach(form -> {
                    var asked = form.fields().map(Field::property).toList();
                    var needed = needed(gate, form.type().orElseThrow());
                    assertThat(asked).as(form.shape().toString()).containsAll(needed);
                    // a form may ask for more by its own sh:minCount
                    var own = G.listSP(FORMS, form.shape(), Sh.property).stream()
                            .filter(property -> FORMS.contains(property, Rules.sh("minCount"), Node.ANY))
                            .flatMap(property -> G.listSP(FORMS, property, Sh.path).stream())
                            .toList();
                    assertThat(form.fields()
                                    .filter(Field::needed)
                                    .map(Field::property)
                                    .filter(property -> !own.contains(property) || needed.contains(property)))
                            .as(form.shape().toString())
                            .containsExactlyInAnyOrderElementsOf(needed);
                });
    }

    @Test
    void everyCodeListOfAFieldExists() {
        var lists = FORMS.stream(Node.ANY, G_CODE_LIST, Node.ANY)
                .map(triple -> triple.getObject().getURI())
                .distinct()
                .toList();

        assertThat(lists).isNotEmpty().allSatisfy(list -> assertThat(
                        FormShapesTest.class.getResource("/ontology/schemes/" + list.replaceAll("^.*/", "") + ".ttl"))
                .as(list)
                .isNotNull());
    }

    private static final Node G_CODE_LIST =
            org.apache.jena.graph.NodeFactory.createURI("https://w3id.org/shuqi/ns#codeList");

    private static Set<Node> needed(Graph gate, Node type) {
        var rules = new Rules(gate);
        var found = new java.util.HashSet<Node>();
        G.listPO(gate, Sh.targetClass, type).stream()
                .flatMap(shape -> G.listSP(gate, shape, Sh.property).stream())
                .flatMap(property -> G.listSP(gate, property, Sh.path).stream())
                .filter(Node::isURI)
                .filter(path ->
                        rules.of(java.util.Optional.of(type), path, Node.ANY).needed())
                .forEach(found::add);
        return found;
    }

    private static List<Node> properties() {
        return FORMS.stream(Node.ANY, Sh.property, Node.ANY)
                .map(triple -> triple.getObject())
                .toList();
    }

    private static Set<String> languages(Node subject, Node property) {
        var found = new TreeSet<String>();
        G.listSP(FORMS, subject, property).forEach(text -> found.add(text.getLiteralLanguage()));
        return found;
    }
}

package org.shuqi.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.casework.StepForm;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Body;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Terms;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Owl;
import org.shuqi.vocabulary.Release;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** What is published holds at once and after a restart, by whatever door; and nothing is published by one person. */
class StandardTest {

    private static final Caller EDITOR = editor("wang");
    private static final Caller SECOND = editor("li");
    private static final Node CONDITIONAL = Sq.code("sharing-attribute", "conditional");
    private static final Node S_CAT = NodeFactory.createURI(Places.SHAPES + "S-CAT");
    private static final String OLD_LABEL = "有条件共享";
    private static final String NEW_LABEL = "依条件共享";

    @TempDir
    Path data;

    @Test
    void aPublishedWordHoldsAtOnceAndAfterARestart() {
        try (var registry = open()) {
            propose(registry, "P-1", CONDITIONAL, text -> text.replace(OLD_LABEL + "\"@zh", NEW_LABEL + "\"@zh"));
            take(registry, "P-1", "submitted", EDITOR);
            assertThat(label(registry)).isEqualTo(OLD_LABEL);

            take(registry, "P-1", "published", SECOND);

            assertThat(label(registry)).isEqualTo(NEW_LABEL);
            assertThat(version(registry)).isEqualTo(Release.VERSION + ".1");
        }
        try (var again = Registry.open(Settings.of(data))) {
            assertThat(label(again)).isEqualTo(NEW_LABEL);
            assertThat(again.standard().current().number()).isEqualTo(Release.VERSION + ".1");
        }
    }

    @Test
    void aNewerProgramTakesNothingBackThatWasPublishedHere() {
        try (var registry = open()) {
            publish(registry, "P-1", CONDITIONAL, text -> text.replace(OLD_LABEL + "\"@zh", NEW_LABEL + "\"@zh"));
            try (var now = registry.store().read()) {
                var shipped = now.dataset().stream()
                        .filter(quad -> quad.getGraph().getURI().startsWith("https://w3id.org/shuqi/graph/"))
                        .filter(quad -> !quad.getGraph().equals(Places.VERSIONS))
                        .map(quad -> quad.getObject().isLiteral()
                                        && quad.getObject()
                                                .getLiteralLexicalForm()
                                                .equals(NEW_LABEL)
                                ? org.apache.jena.sparql.core.Quad.create(
                                        quad.getGraph(),
                                        quad.getSubject(),
                                        quad.getPredicate(),
                                        NodeFactory.createLiteralLang("新版本的叫法", "zh"))
                                : quad)
                        .collect(java.util.stream.Collectors.toSet());

                var overlaid = Standard.overlaid(shipped, registry.store());

                assertThat(overlaid)
                        .anyMatch(quad -> quad.getSubject().equals(CONDITIONAL)
                                && quad.getObject().isLiteral()
                                && quad.getObject().getLiteralLexicalForm().equals(NEW_LABEL));
                assertThat(overlaid)
                        .noneMatch(quad -> quad.getObject().isLiteral()
                                && quad.getObject().getLiteralLexicalForm().equals("新版本的叫法"));
            }
        }
    }

    @Test
    void whatAnEditSaysAgainIsNoPartOfTheChange() {
        try (var registry = open();
                var now = registry.store().read()) {
            var former = Wording.of(CONDITIONAL, now.union());
            var proposed = GraphFactory.createDefaultGraph();
            former.find()
                    .mapWith(triple -> triple.getObject().isLiteral()
                                    && triple.getObject()
                                            .getLiteralLexicalForm()
                                            .equals(OLD_LABEL)
                            ? Triple.create(
                                    triple.getSubject(),
                                    triple.getPredicate(),
                                    NodeFactory.createLiteralLang(NEW_LABEL, "zh"))
                            : triple)
                    .forEachRemaining(proposed::add);
            var edit = new TermEdit(CONDITIONAL, CONDITIONAL, Optional.of(former), proposed);

            var change = Standard.words(List.of(edit), now.dataset());

            assertThat(change.removed())
                    .allSatisfy(quad ->
                            assertThat(quad.getObject().getLiteralLexicalForm()).isEqualTo(OLD_LABEL))
                    .isNotEmpty();
            assertThat(change.added())
                    .allSatisfy(quad ->
                            assertThat(quad.getObject().getLiteralLexicalForm()).isEqualTo(NEW_LABEL))
                    .isNotEmpty();
        }
    }

    @Test
    void whoSubmittedDoesNotPublish() {
        try (var registry = open()) {
            propose(registry, "P-1", CONDITIONAL, text -> text.replace(OLD_LABEL + "\"@zh", NEW_LABEL + "\"@zh"));
            take(registry, "P-1", "submitted", EDITOR);

            assertThatThrownBy(() -> take(registry, "P-1", "published", EDITOR)).isInstanceOf(Refusal.class);
            assertThat(label(registry)).isEqualTo(OLD_LABEL);
        }
    }

    @Test
    void aPublishedShapeIsTheOneThatWritesAreHeldAgainst() {
        try (var registry = open()) {
            publish(registry, "P-1", S_CAT, StandardTest::asksForADescription);

            assertThatThrownBy(() -> catalog(registry, "C-2", "{\"zh\":\"目录\"}"))
                    .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(
                                    refused.problem().violations())
                            .anySatisfy(finding ->
                                    assertThat(finding.message().zh()).contains("目录须有说明")));
        }
        try (var again = Registry.open(Settings.of(data))) {
            assertThatThrownBy(() -> catalog(again, "C-2", "{\"zh\":\"目录\"}")).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aPublishedShapeStandsInTheGraphOfTheShapesWithItsVersion() {
        try (var registry = open()) {
            publish(registry, "P-1", S_CAT, StandardTest::asksForADescription);

            try (var now = registry.store().read()) {
                assertThat(now.dataset().getGraph(Places.SHAPES_GRAPH))
                        .matches(graph -> Wording.of(S_CAT, graph).size() > 10)
                        .matches(graph -> graph.isIsomorphicWith(
                                registry.standard().current().shapes()))
                        .matches(graph -> graph.contains(
                                NodeFactory.createURI("https://w3id.org/shuqi/shapes"),
                                Owl.versionIRI,
                                NodeFactory.createURI("https://w3id.org/shuqi/shapes/" + Release.VERSION + ".1")));

                var overlaid = DatasetGraphFactory.create();
                Standard.overlaid(
                                now.dataset().stream()
                                        .filter(quad -> quad.getGraph().equals(Places.SHAPES_GRAPH))
                                        .collect(java.util.stream.Collectors.toSet()),
                                registry.store())
                        .forEach(overlaid::add);
                assertThat(overlaid.getGraph(Places.SHAPES_GRAPH)
                                .isIsomorphicWith(registry.standard().current().shapes()))
                        .as("a newer program keeps it")
                        .isTrue();
            }
            assertThat(registry.store().verify(quads -> {}).faults()).isEmpty();
        }
    }

    @Test
    void aShapeThatALiveRecordBreaksIsNotPublished() {
        try (var registry = open()) {
            catalog(registry, "C-1", "{\"zh\":\"目录\"}");
            propose(registry, "P-1", S_CAT, StandardTest::asksForADescription);
            take(registry, "P-1", "submitted", EDITOR);

            assertThatThrownBy(() -> take(registry, "P-1", "published", SECOND))
                    .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(
                                    refused.problem().violations())
                            .anySatisfy(finding -> assertThat(finding.focus()).endsWith("catalog/C-1")));
            assertThat(registry.standard().current().versions()).isEmpty();
        }
    }

    @Test
    void whatChangedMeanwhileIsNotOverwritten() {
        try (var registry = open()) {
            propose(registry, "P-1", CONDITIONAL, text -> text.replace(OLD_LABEL + "\"@zh", NEW_LABEL + "\"@zh"));
            propose(registry, "P-2", CONDITIONAL, text -> text.replace(OLD_LABEL + "\"@zh", "限定共享\"@zh"));
            take(registry, "P-1", "submitted", EDITOR);
            take(registry, "P-2", "submitted", EDITOR);
            take(registry, "P-1", "published", SECOND);

            assertThatThrownBy(() -> take(registry, "P-2", "published", SECOND))
                    .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(
                                    refused.problem().detail().zh())
                            .contains("已被改动"));
            assertThat(label(registry)).isEqualTo(NEW_LABEL);
        }
    }

    @Test
    void anEditThatCannotBeReadOrTakesATermAwayIsRefusedAtOnce() {
        try (var registry = open()) {
            assertThatThrownBy(() -> propose(registry, "P-1", CONDITIONAL, text -> "<a> <b"))
                    .hasMessageContaining("findings break a rule");
            assertThatThrownBy(() -> propose(registry, "P-2", CONDITIONAL, text -> ""))
                    .hasMessageContaining("findings break a rule");
            assertThatThrownBy(() -> propose(
                            registry,
                            "P-3",
                            NodeFactory.createURI("http://www.w3.org/ns/dcat#Dataset"),
                            text -> "dcat:Dataset a owl:Class ."))
                    .hasMessageContaining("findings break a rule");
            assertThatThrownBy(() -> propose(
                            registry,
                            "P-4",
                            S_CAT,
                            text -> text.replace(
                                    "sh:targetClass",
                                    "sh:sparql [ sh:select \"SELECT $this WHERE { $this ?p ?o }\" ] ; sh:targetClass")))
                    .hasMessageContaining("findings break a rule");
        }
    }

    @Test
    void aCodeWithoutItsEnglishNameIsNotPublished() {
        try (var registry = open()) {
            propose(
                    registry,
                    "P-1",
                    CONDITIONAL,
                    text -> text.replaceAll("\"conditional\"@en\\s*,\\s*|,\\s*\"conditional\"@en", ""));
            take(registry, "P-1", "submitted", EDITOR);

            assertThatThrownBy(() -> take(registry, "P-1", "published", SECOND))
                    .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(
                                    refused.problem().violations())
                            .anySatisfy(finding -> assertThat(finding.shape()).endsWith("concept-has-labels")));
        }
    }

    private static String asksForADescription(String text) {
        return text.replaceFirst(
                "sh:targetClass",
                "sh:property [ sh:path dct:description ; sh:minCount 1 ;"
                        + " sh:message \"目录须有说明；请填写\"@zh , \"a catalogue needs a description; give one\"@en ] ; sh:targetClass");
    }

    private Registry open() {
        var registry = Registry.open(Settings.of(data));
        create(
                registry,
                RecordKind.ORGANIZATIONS,
                """
                {"id":"bureau","prefLabel":{"zh":"市数据局"},"organType":"government-department","adminLevel":"city"}""",
                Caller.operator());
        return registry;
    }

    private static void catalog(Registry registry, String id, String title) {
        create(
                registry,
                RecordKind.CATALOGS,
                "{\"id\":\"catalog/" + id + "\",\"title\":" + title + ",\"publisher\":\"organization/bureau\"}",
                Caller.operator());
    }

    private static void publish(
            Registry registry, String id, Node term, java.util.function.UnaryOperator<String> edit) {
        propose(registry, id, term, edit);
        take(registry, id, "submitted", EDITOR);
        take(registry, id, "published", SECOND);
    }

    private static void propose(
            Registry registry, String id, Node term, java.util.function.UnaryOperator<String> edit) {
        String former;
        try (var now = registry.store().read()) {
            former = Wording.write(
                    Standard.said(term, now.dataset(), registry.standard().current()));
        }
        var json = JsonTree.object();
        json.put("id", "proposal/" + id);
        json.putObject("title").put("zh", "提案");
        json.put("publisher", "organization/bureau");
        var one = json.putArray("edit").addObject();
        one.put("id", "proposal/" + id + "#e1");
        one.put("type", "TermEdit");
        one.putArray("about").add(term.getURI());
        one.put("formerText", former);
        one.put("proposedText", edit.apply(former));
        create(registry, RecordKind.PROPOSALS, json.toString(), EDITOR);
    }

    private static void create(Registry registry, RecordKind kind, String json, Caller caller) {
        registry.records()
                .create(
                        kind,
                        new Body.Json((ObjectNode) JsonTree.of(json.getBytes(StandardCharsets.UTF_8))),
                        new Terms("file", OptionalLong.empty(), false, false, caller));
    }

    private static void take(Registry registry, String id, String to, Caller caller) {
        registry.cases()
                .take(
                        RecordKind.PROPOSALS,
                        id,
                        new StepForm(
                                to,
                                Optional.empty(),
                                Optional.of("说明"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                JsonTree.object()),
                        new Terms("step", OptionalLong.empty(), false, true, caller));
    }

    private static String label(Registry registry) {
        try (var now = registry.store().read()) {
            return now.union()
                    .find(CONDITIONAL, Skos.prefLabel, Node.ANY)
                    .mapWith(triple -> triple.getObject())
                    .filterKeep(label -> label.getLiteralLanguage().equals("zh"))
                    .next()
                    .getLiteralLexicalForm();
        }
    }

    private static String version(Registry registry) {
        try (var now = registry.store().read()) {
            return now.union()
                    .find(Places.HEADER, Owl.versionInfo, Node.ANY)
                    .next()
                    .getObject()
                    .getLiteralLexicalForm();
        }
    }

    private static Caller editor(String person) {
        return new Caller(person, person, Set.of(Appointment.everywhere(Role.STANDARDS_EDITOR)));
    }
}

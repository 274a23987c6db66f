package org.shuqi.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.shuqi.Release;
import org.shuqi.access.Role;
import org.shuqi.record.RecordKind;
import org.shuqi.vocabulary.Owl;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Reading;
import org.shuqi.vocabulary.Sq;

/** The shipped data on who reads what. */
class PolicyTest {

    private static final DatasetGraph RELEASE = Release.into(DatasetGraphFactory.create());
    private static final Graph RIGHTS = RELEASE.getGraph(NodeFactory.createURI("https://w3id.org/shuqi/graph/rights"));
    private static final Policy POLICY = PolicyReader.read(RELEASE);

    @Test
    void everyClassOfOursHasExactlyOneRight() {
        var classes = RELEASE.getUnionGraph()
                .find(Node.ANY, Rdf.type, Owl.Class)
                .mapWith(triple -> triple.getSubject())
                .filterKeep(type -> type.getURI().startsWith(Sq.NS))
                .toList();

        assertThat(classes).hasSizeGreaterThan(40).allSatisfy(type -> assertThat(
                        RIGHTS.find(Node.ANY, Sq.ofClass, type).toList())
                .as(type.getURI() + " in ontology/rights/reading.ttl")
                .hasSize(1));
    }

    @Test
    void everyKindOfRecordHasARightOfItsOwn() {
        for (var kind : RecordKind.values()) {
            assertThat(kind.types()).allSatisfy(type -> assertThat(POLICY.of(type))
                    .as(kind + " " + type.getURI())
                    .hasValueSatisfying(
                            right -> assertThat(right.readership()).isNotEqualTo(Right.Readership.WITH_RECORD)));
        }
    }

    @Test
    void noClassHasTwoRights() {
        assertThat(RIGHTS.find(Node.ANY, Sq.ofClass, Node.ANY)
                        .mapWith(triple -> triple.getObject())
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyPathIsReadWhole() {
        var paths = POLICY.of(Sq.SharingAgreement).orElseThrow().paths();

        assertThat(paths).hasSize(6);
        assertThat(paths.stream().map(List::size)).contains(1, 2);
        assertThat(RIGHTS.find(Node.ANY, Reading.partyPath, Node.ANY).toList()).hasSizeGreaterThan(20);
    }

    @Test
    void thePartiesOfARecordReadItInTheRolesOfSubstance() {
        var silent = new TreeSet<>(List.of(Role.values()));
        silent.removeAll(POLICY.of(Sq.SharingAgreement).orElseThrow().roles());

        assertThat(silent)
                .isEqualTo(
                        List.of(Role.OPERATOR, Role.SECURITY_OFFICER, Role.PLATFORM_OPERATOR, Role.STANDARDS_EDITOR)
                                .stream()
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void catalogsAreGuardedFromImportantDataOn() {
        var right = POLICY.of(org.shuqi.vocabulary.Dcat.Dataset).orElseThrow();

        assertThat(POLICY.rankOfData(Sq.code("level", "important"))).isEqualTo(right.guardedFrom());
        assertThat(POLICY.rankOfData(Sq.code("level", "core"))).isGreaterThan(right.guardedFrom());
        assertThat(POLICY.rankOfData(Sq.code("level", "general-4"))).isLessThan(right.guardedFrom());
        assertThat(POLICY.rankOfData(Sq.code("level", "of-nobody")))
                .as("a level without a rank may be any")
                .isGreaterThan(right.guardedFrom());
    }
}

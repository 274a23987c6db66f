package org.shuqi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** Many agreements, a few of them wrong: exactly those are found, in time that grows with their number and not its square. */
class ManyAgreementsTest {

    private static final int ORGANISATIONS = 200;
    private static final int FEW = 1_000;
    private static final int MANY = 30_000;
    private static final int EACH = 200;

    @TempDir
    Path data;

    @Test
    void theWrongOnesAreFoundAmongMany() {
        find(FEW);
    }

    @Test
    @Tag("slow")
    void theWrongOnesAreFoundAmongManyMore() {
        find(MANY);
    }

    private void find(int agreements) {
        try (var trial = Trial.released(data)) {
            trial.hold(Trial.quads(register(agreements)));

            var clock = ManagementFactory.getThreadMXBean();
            var begun = clock.getCurrentThreadCpuTime();
            var found = trial.findings();
            var took = Duration.ofNanos(clock.getCurrentThreadCpuTime() - begun);

            System.out.printf(
                    "%d agreements reviewed in %d ms of one processor, %d findings%n",
                    agreements, took.toMillis(), found.size());
            var each = agreements / EACH;
            assertThat(counts(found))
                    .isEqualTo(Map.of(
                            "redundant",
                            each,
                            "period-empty",
                            each,
                            "purposes-exclude",
                            each,
                            "clearance-too-low",
                            each));
        }
    }

    private static Map<String, Integer> counts(Iterable<Finding> findings) {
        var counts = new TreeMap<String, Integer>();
        findings.forEach(finding -> counts.merge(finding.kind().code(), 1, Integer::sum));
        return counts;
    }

    private static Graph register(int agreements) {
        var graph = GraphFactory.createDefaultGraph();
        for (var at = 0; at < ORGANISATIONS; at++) {
            graph.add(node("organization", at), Rdf.type, Org.FormalOrganization);
            graph.add(node("organization", at), Sq.organType, Sq.code("organ-type", "government-department"));
        }
        for (var at = 0; at < agreements; at++) {
            dataset(graph, at);
            agreement(graph, at, at, fault(at));
            if (fault(at) == Fault.TWICE) {
                agreement(graph, agreements + at, at, Fault.NONE);
            }
        }
        return graph;
    }

    private enum Fault {
        NONE,
        TWICE,
        BACKWARDS,
        EXCLUDING,
        HIGH
    }

    private static Fault fault(int at) {
        return at % EACH < 5 ? Fault.values()[at % EACH] : Fault.NONE;
    }

    private static void dataset(Graph graph, int at) {
        var dataset = node("dataset", at);
        var item = node("dataset/" + at + "/item", 0);
        graph.add(dataset, Rdf.type, Dcat.Dataset);
        graph.add(dataset, Dct.publisher, node("organization", at % ORGANISATIONS));
        graph.add(dataset, Dct.issued, day("2025-09-01"));
        graph.add(dataset, Sq.sharingAttribute, Sq.code("sharing-attribute", "conditional"));
        graph.add(dataset, Sq.sharingMethod, Sq.code("sharing-method", "query"));
        graph.add(dataset, Sq.dataItem, item);
        graph.add(item, Rdf.type, Sq.DataItem);
        graph.add(item, Sq.securityLevel, Sq.code("level", fault(at) == Fault.HIGH ? "general-4" : "general-1"));
    }

    private static void agreement(Graph graph, int number, int dataset, Fault fault) {
        var agreement = node("agreement", number);
        var permission = NodeFactory.createURI(agreement.getURI() + "#p");
        graph.add(agreement, Rdf.type, Sq.SharingAgreement);
        graph.add(agreement, Sq.activatedAt, day("2025-12-01"));
        graph.add(agreement, Sq.validFrom, day(fault == Fault.BACKWARDS ? "2028-01-01" : "2026-01-01"));
        graph.add(agreement, Sq.validUntil, day("2027-01-01"));
        graph.add(agreement, Odrl.permission, permission);
        graph.add(permission, Odrl.assigner, node("organization", dataset % ORGANISATIONS));
        graph.add(permission, Odrl.assignee, node("organization", (dataset + 1) % ORGANISATIONS));
        graph.add(permission, Odrl.action, Sq.receive);
        graph.add(permission, Odrl.target, node("dataset", dataset));
        purpose(graph, permission, "government-service");
        if (fault == Fault.EXCLUDING) {
            purpose(graph, permission, "statistics");
        }
    }

    private static void purpose(Graph graph, Node permission, String purpose) {
        var constraint = NodeFactory.createURI(permission.getURI() + "-" + purpose);
        graph.add(permission, Odrl.constraint, constraint);
        graph.add(constraint, Odrl.leftOperand, Odrl.purpose);
        graph.add(constraint, Odrl.operator, Odrl.isAnyOf);
        graph.add(constraint, Odrl.rightOperand, Sq.code("purpose", purpose));
    }

    private static Node node(String path, int number) {
        return NodeFactory.createURI(WorkedExample.BASE + path + "/" + number);
    }

    private static Node day(String day) {
        return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
    }
}

package org.shuqi.web.workshop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.gate.Gate;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Violation;
import org.shuqi.problem.Violation.Severity;
import org.shuqi.standard.InForce;
import org.shuqi.standard.TermEdit;
import org.shuqi.standard.Wording;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sh;
import org.shuqi.web.Said;
import org.shuqi.web.workshop.WorkshopPage.Finding;

/** Holds data, or the records there are, against a shape that somebody has written. */
final class Bench {

    /** Records that are held against the shape at a time. */
    private static final int CHUNK = 500;

    private static final int TOLD = 50;
    private static final int MOST_NODES = 20_000;
    private static final Node HERE = NodeFactory.createURI("urn:x-shuqi:workshop");
    private static final Set<String> PROGRAMS =
            Set.of("sparql", "select", "ask", "js", "jsFunctionName", "rule", "SPARQLTarget", "target");

    private final Set<Node> shapes;
    private final Gate gate;
    private final Snapshot now;

    private Bench(Set<Node> shapes, Gate gate, Snapshot now) {
        this.shapes = shapes;
        this.gate = gate;
        this.now = now;
    }

    /**
     * With what somebody has written in the place of what holds.
     *
     * @throws Refusal INVALID if it is no shape, or brings in a query
     */
    static Bench of(Graph written, InForce held, Snapshot now) {
        var named = new LinkedHashSet<Node>();
        written.find(Node.ANY, Rdf.type, Sh.NodeShape)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .forEachRemaining(named::add);
        if (named.isEmpty()) {
            throw Refusal.of(
                    Kind.INVALID,
                    "没有形状；请写一个有 IRI 的 sh:NodeShape",
                    "there is no shape; write a sh:NodeShape that has an IRI");
        }
        requireCore(written, held);
        var edits = new ArrayList<TermEdit>();
        written.find()
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toSet()
                .forEach(term -> edits.add(new TermEdit(
                        term, term, Optional.of(Wording.of(term, held.shapes())), Wording.of(term, written))));
        return new Bench(named, held.trying(edits).gate(), now);
    }

    /** Queries run without a limit, so only those that hold already may be tried. */
    private static void requireCore(Graph written, InForce held) {
        var known = new HashSet<Node>();
        held.shapes()
                .find()
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .forEachRemaining(known::add);
        var isProgram = written.find().toList().stream()
                .filter(triple -> triple.getPredicate().getURI().startsWith(Sh.NS))
                .filter(triple ->
                        PROGRAMS.contains(triple.getPredicate().getURI().substring(Sh.NS.length())))
                .anyMatch(triple -> triple.getObject().isLiteral()
                        ? !known.contains(triple.getObject())
                        : !triple.getPredicate().getURI().endsWith("#sparql"));
        if (isProgram) {
            throw Refusal.of(
                    Kind.INVALID,
                    "工坊只接受 SHACL Core；请去掉新的查询和脚本",
                    "the workshop takes SHACL Core only; leave new queries and scripts out");
        }
    }

    /** What it says of the data, which may refer to the records there are. */
    WorkshopPage.Report on(Graph data) {
        var added = data.find().mapWith(triple -> new Quad(HERE, triple)).toList();
        var after = now.supposing(new Delta(List.of(), added));
        var subjects = data.find().mapWith(Triple::getSubject).toSet();
        var findings = new ArrayList<Finding>();
        var nodes = new HashSet<Node>();
        for (var shape : shapes) {
            var focus = gate.focusNodes(after, shape).stream()
                    .filter(subjects::contains)
                    .toList();
            nodes.addAll(focus);
            gate.checkAgainst(after, shape, focus).findings().stream()
                    .limit(TOLD)
                    .map(Bench::finding)
                    .forEach(findings::add);
        }
        return new WorkshopPage.Report(nodes.size(), findings);
    }

    /** What it would say of the records that the reader may read. */
    WorkshopPage.Live live() {
        var records = new HashSet<Node>();
        var failing = new LinkedHashSet<String>();
        var warned = new HashSet<String>();
        var first = new ArrayList<Finding>();
        for (var shape : shapes) {
            var nodes = gate.focusNodes(now.dataset(), shape);
            if (nodes.size() > MOST_NODES) {
                throw Refusal.of(
                        Kind.LIMIT,
                        "形状适用于 %d 条记录，超过页面上逐条检查的限度；请放入工作副本预演",
                        "the shape is about %d records, more than a page checks; put it into a working copy and rehearse that",
                        nodes.size());
            }
            records.addAll(nodes);
            for (var from = 0; from < nodes.size(); from += CHUNK) {
                var some = nodes.subList(from, Math.min(nodes.size(), from + CHUNK));
                sort(gate.checkAgainst(now.dataset(), shape, some).findings(), failing, warned, first);
            }
        }
        return new WorkshopPage.Live(records.size(), failing.size(), warned.size(), first);
    }

    private static void sort(List<Violation> findings, Set<String> failing, Set<String> warned, List<Finding> first) {
        findings.forEach(finding -> {
            (finding.severity() == Severity.VIOLATION ? failing : warned).add(finding.focus());
            if (finding.severity() == Severity.VIOLATION && first.size() < TOLD) {
                first.add(finding(finding));
            }
        });
    }

    private static Finding finding(Violation found) {
        return new Finding(
                found.severity().name().toLowerCase(java.util.Locale.ROOT),
                found.focus(),
                found.path().orElse(""),
                found.value().orElse(""),
                new Said(found.message().zh(), "zh"),
                new Said(found.message().en(), "en"));
    }
}

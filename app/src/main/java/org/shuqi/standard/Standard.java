package org.shuqi.standard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.change.Consequence;
import org.shuqi.change.Guard;
import org.shuqi.gate.Gate;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Derived;
import org.shuqi.graph.Store;
import org.shuqi.problem.Violation;
import org.shuqi.vocabulary.Proposing;
import org.shuqi.vocabulary.Rdf;

/** The words and shapes in force in one registry; follows what is published. */
public final class Standard {

    private final Derived<InForce> inForce;
    private final Gate gate;

    private Standard(Derived<InForce> inForce) {
        this.inForce = inForce;
        this.gate = Gate.following(() -> inForce.current().gate());
    }

    /** Of the registry in this store. */
    public static Standard over(Store whole) {
        return new Standard(whole.derive(new InForce.Following()));
    }

    /** What holds now. */
    public InForce current() {
        return inForce.current();
    }

    /** The gate that checks by what holds whenever it is asked. */
    public Gate gate() {
        return gate;
    }

    /** Makes the edits of a proposal when it is published. */
    public Consequence publishing() {
        return new Publication();
    }

    /**
     * Everything that the shapes in force find, those of the change itself if it publishes some; and what is wrong with
     * proposals.
     */
    public Guard guard() {
        return (after, delta) -> {
            var publishes = InForce.touches(delta);
            var next = publishes ? new InForce.Following().build(after, 0) : inForce.current();
            var findings = new ArrayList<>(next.gate().check(after, delta).findings());
            var proposals = proposals(after, delta);
            proposals.forEach(proposal -> findings.addAll(EditRules.check(after.getUnionGraph(), proposal)));
            Publication.in(after, delta).forEach(proposal -> findings.addAll(asPublished(after, proposal, next)));
            return findings;
        };
    }

    /** A version that makes a record invalid is not published: every record is as good as the shapes say, always. */
    private static List<Violation> asPublished(DatasetGraph after, Node proposal, InForce next) {
        var edits = TermEdit.of(after.getUnionGraph(), proposal);
        var findings = new ArrayList<Violation>();
        edits.stream()
                .filter(edit -> !Wording.same(edit.proposed(), Publication.current(edit.term(), after, next)))
                .map(edit -> EditRules.fault(
                        edit.node(),
                        org.shuqi.problem.Text.of(
                                "提案已写为发布，但 `%s` 并未按其改动；请由发布环节办理",
                                "the proposal is entered as published, but `%s` is not as it says; publish it by its step",
                                edit.term().getURI())))
                .forEach(findings::add);
        var shapes =
                edits.stream().filter(TermEdit::isShape).map(TermEdit::term).collect(Collectors.toSet());
        next.gate()
                .looksThrough(shapes)
                .forEach(shape -> findings.addAll(next.gate()
                        .checkAgainst(after, shape, next.gate().focusNodes(after, shape))
                        .violations()));
        findings.addAll(new Hygiene(edits, after).faults());
        return findings;
    }

    private static Set<Node> proposals(DatasetGraph after, Delta delta) {
        var registry = after.getUnionGraph();
        return Stream.concat(delta.removed().stream(), delta.added().stream())
                .map(Quad::getSubject)
                .filter(Node::isURI)
                .distinct()
                .map(subject -> subject.getURI().replaceFirst("#.*", ""))
                .distinct()
                .map(NodeFactory::createURI)
                .filter(node -> registry.contains(node, Rdf.type, Proposing.Proposal))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The abbreviations in which findings write paths and values. */
    public static PrefixMapping prefixes() {
        return InForce.SHIPPED.shapes().getPrefixMapping();
    }

    /** What is said of a term or shape now; empty if nothing is. */
    public static Graph said(Node term, DatasetGraph registry, InForce now) {
        return Publication.current(term, registry, now);
    }

    /** What is wrong with edited words themselves, in a registry in which the edits are made. */
    public static List<Violation> faults(List<TermEdit> edits, DatasetGraph after) {
        return new Hygiene(edits, after).faults();
    }

    /** The change that the edits make in the words: what an edit says again is no part of it, and nothing that depends on it is looked at. */
    public static Delta words(List<TermEdit> edits, DatasetGraph registry) {
        return statements(edits.stream().filter(edit -> !edit.isShape()).toList(), registry);
    }

    private static Delta statements(List<TermEdit> edits, DatasetGraph registry) {
        var removed = new ArrayList<Quad>();
        var added = new ArrayList<Quad>();
        Publication.statements(edits, registry, removed, added);
        var kept = new HashSet<>(removed);
        kept.retainAll(Set.copyOf(added));
        removed.removeAll(kept);
        added.removeAll(kept);
        return new Delta(removed, added);
    }

    /** The shipped words and shapes with everything over them that was published in this registry: a newer program takes none of it back. */
    public static Set<Quad> overlaid(Set<Quad> shipped, Store store) {
        try (var now = store.read()) {
            var versions =
                    new InForce.Following().build(now.dataset(), now.revision()).versions();
            if (versions.isEmpty()) {
                return shipped;
            }
            var release = DatasetGraphFactory.create();
            shipped.forEach(release::add);
            versions.forEach(version -> {
                var change = statements(version.edits(), release);
                change.removed().forEach(release::delete);
                change.added().forEach(release::add);
            });
            var newest = versions.get(versions.size() - 1);
            Places.HEADERS.keySet().forEach(graph -> newest.mark(release.getGraph(graph), graph));
            return release.stream().collect(Collectors.toSet());
        }
    }
}

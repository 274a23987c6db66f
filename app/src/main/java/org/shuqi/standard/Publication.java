package org.shuqi.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.change.Consequence;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Proposing;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** When a proposal is published, its edits are made in the same change, and a version is recorded. */
final class Publication implements Consequence {

    static final Node PUBLISHED = Sq.code("proposal-status", "published");

    private static final Delta NOTHING = new Delta(List.of(), List.of());

    /** The proposals that the change publishes. */
    static List<Node> in(DatasetGraph after, Delta delta) {
        return delta.added().stream()
                .filter(quad -> quad.getPredicate().equals(Sq.caseStatus)
                        && quad.getObject().equals(PUBLISHED))
                .map(Quad::getSubject)
                .filter(node -> after.getUnionGraph().contains(node, Rdf.type, Proposing.Proposal))
                .distinct()
                .toList();
    }

    @Override
    public Delta of(DatasetGraph after, Delta delta) {
        var published = in(after, delta);
        if (published.isEmpty()) {
            return NOTHING;
        }
        if (published.size() > 1) {
            throw Refusal.of(
                    Kind.UNUSABLE, "一次只能发布一个提案；请分别办理", "one proposal is published at a time; take them one by one");
        }
        var proposal = published.get(0);
        var now = new InForce.Following().build(after, 0);
        var version = new InForce.Version(
                now.nextNumber(),
                proposal,
                text(after, proposal, Sq.decidedAt)
                        .orElseThrow(() -> Refusal.of(
                                Kind.INVALID, "没有写明发布时间；请办理发布环节", "it is not said when; take the step that publishes")),
                TermEdit.of(after.getUnionGraph(), proposal));
        version.edits().forEach(edit -> requireFresh(edit, after, now));
        return made(version, after);
    }

    private static void requireFresh(TermEdit edit, DatasetGraph after, InForce now) {
        var current = current(edit.term(), after, now);
        var same = edit.former().map(former -> Wording.same(former, current)).orElseGet(current::isEmpty);
        if (!same) {
            throw Refusal.of(
                    Kind.STALE,
                    "`%s` 在提案起草后已被改动；请退回提案，按现行文本重做这一改动",
                    "`%s` has changed since the proposal was drafted; return it, and make the edit again from what holds now",
                    edit.term().getURI());
        }
    }

    /** What holds of the term. */
    static org.apache.jena.graph.Graph current(Node term, DatasetGraph registry, InForce now) {
        if (Places.isShape(term)) {
            return Wording.of(term, now.shapes());
        }
        return Places.open().stream()
                .map(graph -> Wording.of(term, registry.getGraph(graph)))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(org.apache.jena.sparql.graph.GraphFactory::createDefaultGraph);
    }

    /** What the edits change in the graphs of words and shapes, and what is said of the version. */
    private static Delta made(InForce.Version version, DatasetGraph registry) {
        var removed = new ArrayList<Quad>();
        var added = new ArrayList<Quad>();
        statements(version.edits(), registry, removed, added);
        Places.HEADERS.keySet().stream()
                .flatMap(graph -> version.header(graph).stream())
                .forEach(quad -> {
                    registry.find(quad.getGraph(), quad.getSubject(), quad.getPredicate(), Node.ANY)
                            .forEachRemaining(removed::add);
                    added.add(quad);
                });
        InForce.statements(version)
                .forEach((property, value) -> added.add(new Quad(Places.VERSIONS, version.iri(), property, value)));
        return new Delta(removed, added);
    }

    /** What the edits take out of the registry and put in. */
    static void statements(List<TermEdit> edits, DatasetGraph registry, List<Quad> removed, List<Quad> added) {
        edits.forEach(edit -> {
            var home = Places.home(edit.term(), edit.proposed()).orElseThrow(() -> EditRules.misplaced(edit.term()));
            Wording.of(edit.term(), registry.getGraph(home))
                    .find()
                    .forEachRemaining(triple -> removed.add(new Quad(home, triple)));
            edit.proposed().find().forEachRemaining(triple -> added.add(new Quad(home, triple)));
        });
    }

    private static Optional<String> text(DatasetGraph graph, Node subject, Node property) {
        return graph.getUnionGraph()
                .find(subject, property, Node.ANY)
                .nextOptional()
                .map(triple -> triple.getObject().getLiteralLexicalForm());
    }

    /** The version a text of a number stands for. */
    static Node iri(String number) {
        return NodeFactory.createURI(Places.HEADER.getURI() + "/" + number);
    }
}

package org.shuqi.proposal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.standard.TermEdit;
import org.shuqi.standard.Wording;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdfs;
import org.shuqi.vocabulary.Sh;

/**
 * A shape without the property blocks that stay as they are. Every record has passed those already, and each block speaks
 * for itself, so only what is new need be held against a hundred thousand records.
 */
final class ChangedParts {

    private static final Node PROPERTY = NodeFactory.createURI(Sh.NS + "property");

    /** What says nothing about which data are good. */
    private static final Set<Node> WORDS =
            Set.of(Dct.description, Rdfs.seeAlso, Rdfs.comment, Rdfs.label, NodeFactory.createURI(Sh.NS + "name"));

    private ChangedParts() {}

    /** The edit, cut down if that is sound. */
    static TermEdit of(TermEdit edit) {
        return edit.former()
                .filter(former -> Wording.same(frame(former, edit.term()), frame(edit.proposed(), edit.term())))
                .map(former -> new TermEdit(
                        edit.node(), edit.term(), Optional.of(former), cut(former, edit.proposed(), edit.term())))
                .orElse(edit);
    }

    /** The shape but for its blocks and its words. */
    private static Graph frame(Graph shape, Node term) {
        var frame = GraphFactory.createDefaultGraph();
        var blocks = new HashSet<Triple>();
        blocks(shape, term).forEach(block -> Wording.of(block, shape).find().forEachRemaining(blocks::add));
        shape.find()
                .filterDrop(blocks::contains)
                .filterDrop(triple -> triple.subjectMatches(term)
                        && (WORDS.contains(triple.getPredicate())
                                || triple.getPredicate().equals(PROPERTY)
                                        && triple.getObject().isBlank()))
                .forEachRemaining(frame::add);
        return frame;
    }

    private static Graph cut(Graph former, Graph proposed, Node term) {
        var known = blocks(former, term).stream()
                .map(block -> Wording.of(block, former))
                .toList();
        var left = GraphFactory.createDefaultGraph();
        proposed.find().forEachRemaining(left::add);
        blocks(proposed, term).forEach(block -> {
            var said = Wording.of(block, proposed);
            if (known.stream().anyMatch(one -> Wording.same(one, said))) {
                said.find().forEachRemaining(left::delete);
                left.delete(Triple.create(term, PROPERTY, block));
            }
        });
        return left;
    }

    private static List<Node> blocks(Graph shape, Node term) {
        return shape.find(term, PROPERTY, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isBlank)
                .toList();
    }
}

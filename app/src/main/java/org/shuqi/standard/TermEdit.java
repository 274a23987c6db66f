package org.shuqi.standard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Proposing;
import org.shuqi.vocabulary.Sq;

/**
 * What a proposal does to one term or shape.
 *
 * @param node the edit itself
 * @param term what it is about
 * @param former what is said of it where the edit starts; empty for a new one
 * @param proposed what is to be said of it
 */
public record TermEdit(Node node, Node term, Optional<Graph> former, Graph proposed) {

    /**
     * The edits of a proposal, in the order of their terms.
     *
     * @throws org.shuqi.problem.Refusal MALFORMED if a text cannot be read
     */
    public static List<TermEdit> of(Graph registry, Node proposal) {
        return registry.find(proposal, Proposing.edit, Node.ANY).mapWith(triple -> triple.getObject()).toList().stream()
                .flatMap(node -> read(registry, node).stream())
                .sorted(Comparator.comparing(edit -> edit.term().toString()))
                .toList();
    }

    /** One edit; empty while it lacks its term or its text. */
    static Optional<TermEdit> read(Graph registry, Node node) {
        var term = one(registry, node, Sq.about).filter(Node::isURI);
        var proposed = one(registry, node, Proposing.proposedText).filter(Node::isLiteral);
        if (term.isEmpty() || proposed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TermEdit(
                node,
                term.get(),
                one(registry, node, Proposing.formerText)
                        .filter(Node::isLiteral)
                        .map(text -> Wording.parse(text.getLiteralLexicalForm())),
                Wording.parse(proposed.get().getLiteralLexicalForm())));
    }

    /** Whether it is about a shape, and not a word. */
    public boolean isShape() {
        return Places.isShape(term);
    }

    /** Whether it would change nothing. */
    public boolean isIdle() {
        return former.map(before -> Wording.same(before, proposed)).orElse(false);
    }

    private static Optional<Node> one(Graph registry, Node subject, Node property) {
        return registry.find(subject, property, Node.ANY).nextOptional().map(triple -> triple.getObject());
    }
}

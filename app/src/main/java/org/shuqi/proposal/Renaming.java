package org.shuqi.proposal;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.NodeConst;
import org.shuqi.standard.TermEdit;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Owl;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;
import org.shuqi.vocabulary.Vs;

/** Descriptions made from others. */
final class Renaming {

    private static final Set<Node> LABELS = Set.of(Skos.prefLabel);

    private Renaming() {}

    /** The same said of another address. */
    static Graph heir(Node term, Node heir, Graph said) {
        var of = GraphFactory.createDefaultGraph();
        said.find()
                .mapWith(triple -> Triple.create(
                        triple.getSubject().equals(term) ? heir : triple.getSubject(),
                        triple.getPredicate(),
                        triple.getObject()))
                .forEachRemaining(of::add);
        if (of.contains(heir, Skos.notation, Node.ANY)) {
            of.remove(heir, Skos.notation, Node.ANY);
            of.add(Triple.create(
                    heir,
                    Skos.notation,
                    NodeFactory.createLiteralString(heir.getURI().replaceAll(".*[/#]", ""))));
        }
        return of;
    }

    /** The old one stays, says that it is deprecated and by what it is replaced; of two labels in a list one has to give way. */
    static Graph deprecated(Node term, Node heir, Graph said) {
        var of = GraphFactory.createDefaultGraph();
        said.find().forEachRemaining(triple -> of.add(isCode(term) ? marked(triple) : triple));
        of.remove(term, Vs.term_status, Node.ANY);
        if (term.getURI().startsWith(Sq.NS)) {
            of.add(Triple.create(term, Vs.term_status, NodeFactory.createLiteralString("deprecated")));
        }
        of.add(Triple.create(term, Owl.deprecated, NodeConst.nodeTrue));
        of.add(Triple.create(term, Dct.isReplacedBy, heir));
        return of;
    }

    private static boolean isCode(Node term) {
        return term.getURI().startsWith(Sq.CODE);
    }

    private static Triple marked(Triple triple) {
        var value = triple.getObject();
        if (!LABELS.contains(triple.getPredicate()) || !value.isLiteral()) {
            return triple;
        }
        var mark = value.getLiteralLanguage().equals("zh") ? "（已停用）" : " (deprecated)";
        return Triple.create(
                triple.getSubject(),
                triple.getPredicate(),
                NodeFactory.createLiteralLang(value.getLiteralLexicalForm() + mark, value.getLiteralLanguage()));
    }

    /** What holds now, with what the edit takes out taken out and what it puts in put in. */
    static Graph merged(TermEdit edit, Graph held) {
        var former = edit.former().orElseGet(GraphFactory::createDefaultGraph);
        if (edit.isShape() || hasNameless(former) || hasNameless(held)) {
            // nameless nodes cannot be told apart: whoever renews looks at the text itself
            return edit.proposed();
        }
        var merged = GraphFactory.createDefaultGraph();
        held.find()
                .filterDrop(
                        triple -> former.contains(triple) && !edit.proposed().contains(triple))
                .forEachRemaining(merged::add);
        edit.proposed().find().filterDrop(former::contains).forEachRemaining(merged::add);
        return merged;
    }

    private static boolean hasNameless(Graph graph) {
        return graph.find().filterKeep(triple -> triple.getObject().isBlank()).hasNext();
    }
}

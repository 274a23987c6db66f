package org.shuqi.record;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;
import org.shuqi.graph.Delta;

/**
 * How the values of one property are written: how its IRIs begin, and the languages and datatypes of its literals. From that a
 * word leads to all values that it may mean, which are then looked up; without it every value would have to be read.
 *
 * <p>What is no longer written stays in it until it is made anew: looking for what is not there finds nothing.
 */
final class Spellings {

    /** Of values that begin in more ways than that, each is a name of its own, and is not kept here. */
    private static final int MOST = 2_000;

    private final PSet<String> beginnings;
    private final PSet<Form> forms;

    private Spellings(PSet<String> beginnings, PSet<Form> forms) {
        this.beginnings = beginnings;
        this.forms = forms;
    }

    /**
     * What a literal has besides its text.
     *
     * @param language its language; empty if it has none
     * @param direction in which it is read, if that is said
     * @param type its datatype
     */
    private record Form(String language, @Nullable TextDirection direction, RDFDatatype type) {

        static Form of(Node literal) {
            return new Form(
                    literal.getLiteralLanguage(), literal.getLiteralBaseDirection(), literal.getLiteralDatatype());
        }

        Node literal(String text) {
            return NodeFactory.createLiteral(text, language, direction, type);
        }
    }

    /** All values that the word means, and perhaps some that are not there; empty if they are not known. */
    Optional<Set<Node>> meant(String word) {
        if (beginnings.size() > MOST) {
            return Optional.empty();
        }
        var meant = new HashSet<Node>();
        forms.forEach(form -> meant.add(form.literal(word)));
        if (!word.isEmpty()) {
            meant.add(NodeFactory.createURI(word));
        }
        var cut = cut(word);
        var head = word.substring(0, cut);
        var tail = word.substring(cut);
        for (var beginning : beginnings) {
            if (head.isEmpty() || beginning.endsWith("/" + head) || beginning.endsWith("#" + head)) {
                meant.add(NodeFactory.createURI(beginning + tail));
            }
        }
        return Optional.of(meant);
    }

    /** Where the last part of an IRI begins. */
    private static int cut(String iri) {
        return Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
    }

    private Spellings with(Stream<Node> values) {
        var moreBeginnings = new HashSet<String>();
        var moreForms = new HashSet<Form>();
        values.forEach(value -> {
            if (value.isLiteral()) {
                moreForms.add(Form.of(value));
            } else if (value.isURI() && moreBeginnings.size() <= MOST) {
                moreBeginnings.add(value.getURI().substring(0, cut(value.getURI())));
            }
        });
        return new Spellings(
                beginnings.size() > MOST ? beginnings : beginnings.plusAll(moreBeginnings), forms.plusAll(moreForms));
    }

    /** Of one property in a registry. */
    static Spellings of(Node property, DatasetGraph registry) {
        var values = registry.findNG(Node.ANY, Node.ANY, property, Node.ANY);
        return new Spellings(HashTreePSet.empty(), HashTreePSet.empty())
                .with(Iter.asStream(values).map(Quad::getObject));
    }

    /** With what changes have added to the property. */
    Spellings after(Node property, Collection<Delta> changes) {
        return with(changes.stream()
                .flatMap(change -> change.added().stream())
                .filter(quad -> quad.getPredicate().equals(property))
                .map(Quad::getObject));
    }

    /** Whether nothing is missing of what others say; what is written no more does no harm. */
    boolean cover(Spellings others) {
        return beginnings.size() > MOST
                || (beginnings.containsAll(others.beginnings) && forms.containsAll(others.forms));
    }
}

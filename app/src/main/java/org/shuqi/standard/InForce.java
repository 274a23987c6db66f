package org.shuqi.standard;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.gate.Gate;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Derivation;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Owl;
import org.shuqi.vocabulary.Prov;
import org.shuqi.vocabulary.Release;

/**
 * What holds at one revision.
 *
 * @param versions what was published over the shipped release, the oldest first
 * @param shapes all shapes, in one graph
 * @param gate that checks by them
 */
public record InForce(List<Version> versions, Graph shapes, Gate gate) {

    /** As it comes with the program. */
    static final InForce SHIPPED = shipped();

    public InForce {
        versions = List.copyOf(versions);
    }

    /**
     * One published version.
     *
     * @param number its number, the shipped one with another figure behind it
     * @param proposal what it came from
     * @param issued when, as written
     * @param edits what it changed
     */
    public record Version(String number, Node proposal, String issued, List<TermEdit> edits) {

        public Version {
            edits = List.copyOf(edits);
        }

        /** The address of the version. */
        Node iri() {
            return of(Places.HEADER);
        }

        /** The address of the version of something that is published. */
        private Node of(Node published) {
            return NodeFactory.createURI(published.getURI() + "/" + number);
        }

        /** What a published graph says of its version, instead of what it said before. */
        List<Quad> header(Node graph) {
            var header = Objects.requireNonNull(Places.HEADERS.get(graph));
            return List.of(
                    new Quad(graph, header, Owl.versionIRI, of(header)),
                    new Quad(graph, header, Owl.versionInfo, NodeFactory.createLiteralString(number)));
        }

        /** Lets a copy of a published graph say that it is this version. */
        void mark(Graph copy, Node graph) {
            header(graph).forEach(quad -> {
                copy.remove(quad.getSubject(), quad.getPredicate(), Node.ANY);
                copy.add(quad.asTriple());
            });
        }
    }

    /** The number of the newest version. */
    public String number() {
        return versions.isEmpty()
                ? Release.VERSION
                : versions.get(versions.size() - 1).number();
    }

    /** The number that the next version gets. */
    String nextNumber() {
        return Release.VERSION + "." + (versions.size() + 1);
    }

    /** The versions that changed a term. */
    public List<Version> versionsOf(Node term) {
        return versions.stream()
                .filter(version ->
                        version.edits().stream().anyMatch(edit -> edit.term().equals(term)))
                .toList();
    }

    /** The same with these edits of shapes made too. */
    public InForce supposing(List<TermEdit> edits) {
        var changed = edits.stream().filter(TermEdit::isShape).toList();
        return changed.isEmpty() ? this : trying(changed);
    }

    /** The same with shapes of whatever name tried out in it. */
    public InForce trying(List<TermEdit> edits) {
        var after = edited(shapes, edits);
        return new InForce(versions, after, Gate.of(after));
    }

    /** The graph with the edits made in it; the graph itself stays as it is. */
    static Graph edited(Graph graph, List<TermEdit> edits) {
        var after = GraphFactory.createDefaultGraph();
        after.getPrefixMapping().setNsPrefixes(graph.getPrefixMapping());
        graph.find().forEachRemaining(after::add);
        edits.forEach(edit -> {
            Wording.of(edit.term(), after).find().toList().forEach(after::delete);
            edit.proposed().find().forEachRemaining(after::add);
        });
        return after;
    }

    /** The shipped shapes with what the versions made of them. */
    static Graph published(List<Version> versions) {
        if (versions.isEmpty()) {
            return SHIPPED.shapes();
        }
        var shapes = edited(
                SHIPPED.shapes(),
                versions.stream()
                        .flatMap(version -> version.edits().stream())
                        .filter(TermEdit::isShape)
                        .toList());
        versions.get(versions.size() - 1).mark(shapes, Places.SHAPES_GRAPH);
        return shapes;
    }

    private static InForce shipped() {
        var shapes = Gate.published();
        return new InForce(List.of(), shapes, Gate.of(shapes));
    }

    /** Keeps it in step with the registry. */
    static final class Following implements Derivation<InForce> {

        @Override
        public InForce build(DatasetGraph whole, long revision) {
            var found = new TreeMap<Integer, Version>();
            var registry = whole.getUnionGraph();
            whole.find(Places.VERSIONS, Node.ANY, Prov.wasDerivedFrom, Node.ANY)
                    .forEachRemaining(quad -> version(whole, registry, quad)
                            .ifPresent(version -> found.put(place(version.number()), version)));
            var all = List.copyOf(found.values());
            var shapes = published(all);
            var asShipped =
                    all.stream().flatMap(version -> version.edits().stream()).noneMatch(TermEdit::isShape);
            return new InForce(all, shapes, asShipped ? SHIPPED.gate() : Gate.of(shapes));
        }

        private static Optional<Version> version(DatasetGraph whole, Graph registry, Quad made) {
            return text(whole, made.getSubject(), Owl.versionInfo)
                    .map(number -> new Version(
                            number,
                            made.getObject(),
                            text(whole, made.getSubject(), Dct.issued).orElse(""),
                            TermEdit.of(registry, made.getObject())));
        }

        private static Optional<String> text(DatasetGraph whole, Node subject, Node property) {
            var values = whole.find(Places.VERSIONS, subject, property, Node.ANY);
            return values.hasNext() ? Optional.of(values.next().getObject().getLiteralLexicalForm()) : Optional.empty();
        }

        private static int place(String number) {
            return Integer.parseInt(number.substring(number.lastIndexOf('.') + 1));
        }

        @Override
        public InForce next(InForce previous, DatasetGraph now, long revision, Delta delta) {
            return touches(delta) ? build(now, revision) : previous;
        }

        @Override
        public boolean same(InForce followed, InForce rebuilt) {
            return followed.versions().stream()
                            .map(Version::number)
                            .toList()
                            .equals(rebuilt.versions().stream()
                                    .map(Version::number)
                                    .toList())
                    && (followed.shapes() == rebuilt.shapes() || Wording.same(followed.shapes(), rebuilt.shapes()));
        }

        @Override
        public String name() {
            return "standard";
        }
    }

    /** Whether the change publishes a version. */
    static boolean touches(Delta delta) {
        return Stream.concat(delta.removed().stream(), delta.added().stream())
                .anyMatch(quad -> quad.getGraph().equals(Places.VERSIONS));
    }

    /** What is said of a version. */
    static Map<Node, Node> statements(Version version) {
        return Map.of(
                Owl.versionInfo, NodeFactory.createLiteralString(version.number()),
                Prov.wasDerivedFrom, version.proposal(),
                Dct.issued,
                        NodeFactory.createLiteralDT(
                                version.issued(), org.apache.jena.datatypes.xsd.XSDDatatype.XSDdateTime));
    }
}

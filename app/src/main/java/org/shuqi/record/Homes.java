package org.shuqi.record;

import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;

/** Which named graph a new record goes to: one of its own, but a dataset goes where its catalogue is. */
final class Homes {

    private final Names names;

    Homes(Names names) {
        this.names = names;
    }

    /**
     * A place for a new record.
     *
     * @param graph the named graph
     * @param catalog the catalogue that has to list it, for a dataset with one
     */
    record Home(Node graph, Optional<Node> catalog) {}

    Home of(RecordKind kind, Draft draft, DatasetGraph now) {
        if (kind != RecordKind.DATASETS) {
            return new Home(own(kind, draft.iri()), Optional.empty());
        }
        var publisher = publisher(draft);
        var catalog = draft.catalog().or(() -> publisher.flatMap(whose -> only(whose, now.getUnionGraph())));
        if (catalog.isPresent()) {
            return new Home(graphOf(catalog.get(), now), catalog);
        }
        // a department without a catalogue record yet: its entries wait where the record will be
        var graph = publisher
                .map(whose -> own(
                        RecordKind.CATALOGS,
                        names.iri(RecordKind.CATALOGS, names.local(RecordKind.ORGANIZATIONS, whose))))
                .orElseGet(() -> own(kind, draft.iri()));
        return new Home(graph, Optional.empty());
    }

    private Node own(RecordKind kind, Node iri) {
        return NodeFactory.createURI(names.base() + "graph/" + kind.segment() + "/" + names.local(kind, iri));
    }

    private static Optional<Node> publisher(Draft draft) {
        return draft.description()
                .find(draft.iri(), Dct.publisher, Node.ANY)
                .nextOptional()
                .map(triple -> triple.getObject())
                .filter(Node::isURI);
    }

    private static Node graphOf(Node catalog, DatasetGraph now) {
        return Descriptions.home(now, catalog, RecordKind.CATALOGS)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "没有目录 `%s`；请先建立目录",
                        "there is no catalogue `%s`; create it first",
                        catalog.toString()));
    }

    private static Optional<Node> only(Node publisher, Graph union) {
        var found = new TreeSet<String>();
        union.find(Node.ANY, Dct.publisher, publisher).forEachRemaining(triple -> {
            if (triple.getSubject().isURI() && union.contains(triple.getSubject(), Rdf.type, Dcat.Catalog)) {
                found.add(triple.getSubject().getURI());
            }
        });
        if (found.size() > 1) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 有多个目录（%s）；请用 `catalog` 指明",
                    "`%s` keeps more than one catalogue (%s); name one with `catalog`",
                    publisher.getURI(),
                    String.join(", ", found));
        }
        return found.stream().findFirst().map(NodeFactory::createURI);
    }
}

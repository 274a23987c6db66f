package org.shuqi.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Rdf;

/** Turns a body into the one record it is about, or says why it is not about one record. */
final class Drafts {

    /** Key of the plain JSON form that names the catalogue of a dataset; the graph says it the other way round. */
    private static final String CATALOG = "catalog";

    private final Names names;
    private final JsonContext context = JsonContext.published();
    private final JsonReader reader;

    Drafts(Names names) {
        this.names = names;
        this.reader = new JsonReader(context, names.base());
    }

    /**
     * The record in the body.
     *
     * @param wanted the IRI that the address asks for, if it asks for one
     */
    Draft of(RecordKind kind, Body body, Optional<Node> wanted) {
        var draft = body instanceof Body.Json json
                ? fromJson(kind, json.tree(), wanted)
                : fromQuads(kind, ((Body.Rdf) body).quads(), wanted);
        KnownTerms.check(draft.description().find().toList());
        return draft;
    }

    /** What the plain JSON says of the record, without its class. */
    Graph statements(Filed record, ObjectNode given) {
        var tree = given.deepCopy();
        tree.remove("@context");
        tree.put(context.alias("@id"), record.iri().getURI());
        var triples = new ArrayList<Triple>();
        reader.read(tree).forEach(quad -> triples.add(quad.asTriple()));
        KnownTerms.check(triples);
        var whole = Descriptions.graph(triples);
        var description = Descriptions.of(record.iri(), whole);
        checkNothingElse(whole, description, record.iri());
        description.remove(record.iri(), Rdf.type, Node.ANY);
        return description;
    }

    private Draft fromJson(RecordKind kind, ObjectNode given, Optional<Node> wanted) {
        var tree = given.deepCopy();
        tree.remove("@context");
        var catalog = kind == RecordKind.DATASETS
                ? Optional.ofNullable(tree.remove(CATALOG))
                        .map(JsonNode::asText)
                        .map(this::catalog)
                : Optional.<Node>empty();
        var iri = iri(kind, tree, wanted);
        tree.remove("@id");
        tree.put(context.alias("@id"), iri.getURI());
        var type = context.alias("@type");
        if (!tree.has(type) && !tree.has("@type")) {
            kind.soleType().ifPresent(only -> tree.put(type, only.getURI()));
        }
        var draft = fromQuads(kind, reader.read(tree), Optional.of(iri));
        return new Draft(iri, draft.description(), catalog.or(draft::catalog));
    }

    private Node iri(RecordKind kind, ObjectNode tree, Optional<Node> wanted) {
        var named = text(tree, context.alias("@id")).or(() -> text(tree, "@id")).map(id -> names.named(kind, id));
        if (wanted.isPresent() && named.isPresent() && !wanted.equals(named)) {
            throw other(named.get(), wanted.get());
        }
        return wanted.or(() -> named).or(() -> byIdentifier(kind, tree)).orElseGet(() -> names.minted(kind));
    }

    private Optional<Node> byIdentifier(RecordKind kind, ObjectNode tree) {
        return Names.IDENTIFIERS.stream()
                .flatMap(property -> context.termsFor(property.getURI()).stream())
                .flatMap(term -> text(tree, term.name()).stream())
                .map(id -> names.iri(kind, id))
                .findFirst();
    }

    private static Optional<String> text(ObjectNode tree, String key) {
        var value = tree.path(key);
        return value.isTextual() && !value.textValue().isBlank() ? Optional.of(value.textValue()) : Optional.empty();
    }

    private Node catalog(String name) {
        return names.named(RecordKind.CATALOGS, name);
    }

    private Draft fromQuads(RecordKind kind, List<Quad> quads, Optional<Node> wanted) {
        var triples = new ArrayList<Triple>();
        quads.forEach(quad -> triples.add(quad.asTriple()));
        var written = subject(kind, triples, wanted);
        var iri = wanted.orElseGet(() ->
                written.isURI() ? written : byIdentifier(kind, triples, written).orElseGet(() -> names.minted(kind)));
        var catalog = triples.stream()
                .filter(triple -> triple.getPredicate().equals(Dcat.dataset)
                        && triple.getObject().equals(written)
                        && !triple.getSubject().equals(written))
                .findFirst();
        catalog.ifPresent(triples::remove);
        var whole = Descriptions.graph(
                triples.stream().map(triple -> renamed(triple, written, iri)).toList());
        var description = Descriptions.of(iri, whole);
        checkNothingElse(whole, description, iri);
        return new Draft(iri, description, catalog.map(Triple::getSubject));
    }

    /** The node that the body is about. */
    private Node subject(RecordKind kind, List<Triple> triples, Optional<Node> wanted) {
        var candidates = new ArrayList<Node>();
        triples.stream()
                .filter(triple -> triple.getPredicate().equals(Rdf.type)
                        && kind.types().contains(triple.getObject())
                        && !candidates.contains(triple.getSubject()))
                .forEach(triple -> candidates.add(triple.getSubject()));
        if (wanted.isPresent() && candidates.contains(wanted.get())) {
            return wanted.get();
        }
        if (candidates.size() != 1) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "内容须恰好描述一条此类记录，现有 %d 条；类型应为 %s 之一",
                    "the body has to describe one record of this kind, it describes %d; its type has to be one of %s",
                    candidates.size(),
                    types(kind));
        }
        var only = candidates.get(0);
        if (wanted.isPresent() && only.isURI()) {
            throw other(only, wanted.get());
        }
        return only;
    }

    private Optional<Node> byIdentifier(RecordKind kind, List<Triple> triples, Node subject) {
        return triples.stream()
                .filter(triple -> triple.getSubject().equals(subject)
                        && Names.IDENTIFIERS.contains(triple.getPredicate())
                        && triple.getObject().isLiteral())
                .map(triple -> names.iri(kind, triple.getObject().getLiteralLexicalForm()))
                .findFirst();
    }

    private static Triple renamed(Triple triple, Node from, Node to) {
        return Triple.create(
                triple.getSubject().equals(from) ? to : triple.getSubject(),
                triple.getPredicate(),
                triple.getObject().equals(from) ? to : triple.getObject());
    }

    private static void checkNothingElse(Graph whole, Graph description, Node iri) {
        var strangers = new TreeSet<String>();
        whole.find().forEachRemaining(triple -> {
            if (!description.contains(triple)) {
                strangers.add(triple.getSubject().toString());
            }
        });
        if (!strangers.isEmpty()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "内容还描述了 `%s`，它不属于 `%s`；一次只写一条记录",
                    "the body also describes `%s`, which is not part of `%s`; write one record at a time",
                    strangers.first(),
                    iri.getURI());
        }
    }

    private static Refusal other(Node named, Node wanted) {
        return Refusal.of(
                Kind.UNUSABLE,
                "内容描述的是 `%s`，而地址是 `%s`；两者须一致",
                "the body is about `%s`, the address about `%s`; they have to be the same",
                named.isURI() ? named.getURI() : named,
                wanted.getURI());
    }

    private String types(RecordKind kind) {
        return String.join(
                ", ",
                kind.types().stream()
                        .map(type -> context.termsFor(type.getURI()).stream()
                                .findFirst()
                                .map(JsonContext.Term::name)
                                .orElse(NodeFactory.createURI(type.getURI()).toString()))
                        .toList());
    }
}

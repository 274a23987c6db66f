package org.shuqi.record;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Adms;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Org;

/** From what people call a record to its IRI. */
final class Names {

    /** Properties whose plain values name a record. */
    static final List<Node> IDENTIFIERS = List.of(Dct.identifier, Org.identifier, Adms.identifier);

    private final String base;

    Names(String base) {
        this.base = base;
    }

    String base() {
        return base;
    }

    /** The IRI that a record of this name has if it was made here. */
    Node iri(RecordKind kind, String id) {
        return NodeFactory.createURI(start(kind) + encoded(id));
    }

    /** What a body calls the record: an IRI, an IRI relative to the base, or the name alone. */
    Node named(RecordKind kind, String id) {
        if (id.contains("://") || id.startsWith("urn:")) {
            return NodeFactory.createURI(id);
        }
        return id.startsWith(kind.segment() + "/") ? NodeFactory.createURI(base + id) : iri(kind, id);
    }

    /** A name for a record that came without one. */
    Node minted(RecordKind kind) {
        return NodeFactory.createURI(start(kind) + UUID.randomUUID());
    }

    /** The name within the kind; the whole IRI percent-encoded for a record that was not made here. */
    String local(RecordKind kind, Node iri) {
        var start = start(kind);
        return iri.getURI().startsWith(start)
                ? iri.getURI().substring(start.length())
                : URLEncoder.encode(iri.getURI(), StandardCharsets.UTF_8);
    }

    /** Refuses an IRI that a record made here cannot have. */
    void checkNew(RecordKind kind, Node iri) {
        var start = start(kind);
        var text = iri.getURI();
        var rest = text.startsWith(start) ? text.substring(start.length()) : "";
        if (rest.isEmpty() || rest.endsWith("/") || rest.contains("#") || rest.contains("?") || rest.contains("//")) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 不能作为该类记录的 IRI；应为 `%s{编号}`",
                    "`%s` cannot be the IRI of such a record; it has to be `%s{id}`",
                    text,
                    start);
        }
    }

    /** The record that is meant: by IRI, by its name in the IRI, or by an identifier it carries. */
    Optional<Node> find(Graph union, RecordKind kind, String id) {
        var direct = named(kind, id);
        if (is(union, kind, direct)) {
            return Optional.of(direct);
        }
        var found = new TreeSet<String>();
        var literal = NodeFactory.createLiteralString(id);
        IDENTIFIERS.forEach(property -> union.find(Node.ANY, property, literal).forEachRemaining(triple -> {
            if (triple.getSubject().isURI() && is(union, kind, triple.getSubject())) {
                found.add(triple.getSubject().getURI());
            }
        }));
        if (found.size() > 1) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "编号 `%s` 对应多条记录（%s）；请使用 IRI",
                    "`%s` names more than one record (%s); use the IRI",
                    id,
                    String.join(", ", found));
        }
        return found.stream().findFirst().map(NodeFactory::createURI);
    }

    /** The same, for a record that has to be there. */
    Node require(Graph union, RecordKind kind, String id) {
        return find(union, kind, id)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNKNOWN,
                        "没有记录 `%s/%s`；请核对编号",
                        "no record `%s/%s`; check the identifier",
                        kind.path(),
                        id));
    }

    private static boolean is(Graph union, RecordKind kind, Node iri) {
        return kind.types().stream().anyMatch(Descriptions.types(union, iri)::contains);
    }

    private String start(RecordKind kind) {
        return base + kind.segment() + "/";
    }

    /** Keeps letters of every script and the slash of resource codes. */
    private static String encoded(String id) {
        var text = new StringBuilder();
        id.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || "-._~/:@!$&'()*+,;=".indexOf(point) >= 0) {
                text.appendCodePoint(point);
            } else {
                text.append(URLEncoder.encode(Character.toString(point), StandardCharsets.UTF_8)
                        .replace("+", "%20"));
            }
        });
        return text.toString();
    }
}

package org.shuqi.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.record.RecordKind;

/**
 * Finds the named graph for a triple that came without one.
 *
 * <p>A triple follows its subject to the record that owns it: the record itself; else the record whose IRI, with
 * {@code #} or {@code /} after it, begins the subject; else, for a blank node, whatever points to it. A record that the
 * registry holds already stays in the graph where it is. A new dataset goes to the graph of its catalogue, every other
 * new record to {@code {base}graph/{kind}/{id}}. What no record owns goes to {@code {base}graph/import/{file name}}.
 */
final class Routing {

    /** Chains of blank nodes longer than this are taken for a ring. */
    private static final int LONGEST_CHAIN = 10_000;

    /** Subjects whose graph is kept at hand; a file says all about one subject at about the same place. */
    private static final int REMEMBERED = 100_000;

    private final String baseIri;
    private final Node rest;
    private final Manifest manifest;
    private final Function<Node, Optional<Node>> known;
    private final Map<Node, Node> graphs = new HashMap<>();

    /**
     * For one file.
     *
     * @param known the graph of a record that the registry holds
     */
    Routing(String baseIri, String fileName, Manifest manifest, Function<Node, Optional<Node>> known) {
        this.baseIri = baseIri;
        this.rest = NodeFactory.createURI(baseIri + "graph/import/" + escaped(fileName));
        this.manifest = manifest;
        this.known = known;
    }

    /** The same quad in a named graph. */
    Quad route(Quad quad) {
        return quad.isDefaultGraph() ? new Quad(graphOf(quad.getSubject()), quad.asTriple()) : quad;
    }

    private Node graphOf(Node subject) {
        if (graphs.size() > REMEMBERED) {
            graphs.clear();
        }
        return graphs.computeIfAbsent(subject, ignored -> root(subject)
                .map(record -> known.apply(record).orElseGet(() -> newGraph(record)))
                .orElse(rest));
    }

    private Optional<Node> root(Node subject) {
        var at = Optional.of(subject);
        for (int i = 0; at.isPresent() && at.get().isBlank(); i++) {
            at = i < LONGEST_CHAIN ? at.flatMap(manifest::ownerOf) : Optional.empty();
        }
        return at.flatMap(this::owner);
    }

    private Optional<Node> owner(Node iri) {
        for (var text = iri.getURI(); !text.isEmpty(); text = shortened(text)) {
            var candidate = NodeFactory.createURI(text);
            if (manifest.records().containsKey(candidate)
                    || known.apply(candidate).isPresent()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Without the last {@code #} or {@code /} and what follows; empty once only the host would be left. */
    private static String shortened(String iri) {
        var cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'));
        return cut > "https://".length() ? iri.substring(0, cut) : "";
    }

    private Node newGraph(Node record) {
        var catalog = Optional.ofNullable(manifest.records().get(record))
                .filter(RecordKind.DATASETS::equals)
                .flatMap(kind -> manifest.catalogOf(record));
        return catalog.map(unit -> known.apply(unit).orElseGet(() -> ownGraph(unit, RecordKind.CATALOGS)))
                .or(() -> Optional.ofNullable(manifest.records().get(record)).map(kind -> ownGraph(record, kind)))
                .orElse(rest);
    }

    private Node ownGraph(Node record, RecordKind kind) {
        return NodeFactory.createURI(baseIri + "graph/" + kind.segment() + "/" + id(record.toString(), kind.segment()));
    }

    /** What follows the kind in an IRI of ours; for an IRI of others a name that no other IRI gets. */
    private String id(String iri, String segment) {
        var ours = baseIri + segment + "/";
        return iri.startsWith(ours) && iri.length() > ours.length() ? iri.substring(ours.length()) : digest(iri);
    }

    private static String digest(String iri) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(iri.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A file name as one segment of an IRI: letters and digits of any script, dots, dashes; the rest as dashes. */
    private static String escaped(String fileName) {
        var clean = Normalizer.normalize(fileName, Normalizer.Form.NFC).replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        return clean.matches("\\.*") ? "-" : clean;
    }
}

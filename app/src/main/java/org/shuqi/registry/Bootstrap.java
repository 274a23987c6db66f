package org.shuqi.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Change;
import org.shuqi.change.ChangeDoor;
import org.shuqi.change.Guard;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.standard.Standard;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Release;

/** Brings the shipped ontology, code lists, laws, default norms and shapes into the registry, through its log. */
final class Bootstrap {

    private static final Caller RELEASE = new Caller("shuqi-release", Set.of(Role.OPERATOR));
    private static final Node MARK = NodeFactory.createURI("https://w3id.org/shuqi/release");
    private static final Node MARK_GRAPH = NodeFactory.createURI("https://w3id.org/shuqi/graph/release");

    private final List<Release.Part> parts = Release.parts();
    private final Quad mark =
            new Quad(MARK_GRAPH, MARK, Dct.identifier, NodeFactory.createLiteralString(fingerprint()));

    private Bootstrap() {}

    /**
     * Writes the release unless exactly this one is there.
     *
     * <p>It does not pass the gate: the build has checked every shipped byte, and a release may only replace graphs of
     * its own.
     */
    static void bringIn(Store store) {
        var bootstrap = new Bootstrap();
        if (bootstrap.isThere(store)) {
            return;
        }
        try (var door = ChangeDoor.open(store, Guard.NONE)) {
            var reason = "release " + Release.VERSION;
            door.apply(new Change(reason, OptionalLong.empty(), now -> bootstrap.difference(now, store)), RELEASE);
        }
    }

    private boolean isThere(Store store) {
        try (var now = store.read()) {
            return now.dataset().contains(mark);
        }
    }

    private Delta difference(Snapshot now, Store store) {
        var wanted = Standard.overlaid(quads(), store);
        var owned =
                parts.stream().map(part -> NodeFactory.createURI(part.graph())).collect(Collectors.toSet());
        owned.add(MARK_GRAPH);
        var removed = new ArrayList<Quad>();
        owned.forEach(
                graph -> now.dataset().find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(removed::add));
        removed.removeAll(wanted);
        return new Delta(removed, List.copyOf(wanted));
    }

    private Set<Quad> quads() {
        var quads = parts.stream().flatMap(Bootstrap::quads).collect(Collectors.toSet());
        quads.add(mark);
        return quads;
    }

    /** Blank nodes are named after the file and its bytes, so that a file that did not change changes nothing. */
    private static Stream<Quad> quads(Release.Part part) {
        var graph = GraphFactory.createDefaultGraph();
        try (var in = part.open()) {
            var bytes = in.readAllBytes();
            RDFParser.source(new ByteArrayInputStream(bytes))
                    .lang(Lang.TURTLE)
                    .strict(true)
                    .labelToNode(LabelToNode.createScopeByDocumentHash(seed(part.path(), bytes)))
                    .parse(graph);
        } catch (IOException e) {
            throw new UncheckedIOException(part.path(), e);
        }
        var name = NodeFactory.createURI(part.graph());
        return graph.stream().map(triple -> new Quad(name, triple));
    }

    private static UUID seed(String path, byte[] bytes) {
        var name = path.getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(ByteBuffer.allocate(name.length + bytes.length)
                .put(name)
                .put(bytes)
                .array());
    }

    /** Changes when any byte of the release changes. */
    private String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                try (var in = part.open()) {
                    digest.update(part.graph().getBytes(StandardCharsets.UTF_8));
                    digest.update(in.readAllBytes());
                }
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("release", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

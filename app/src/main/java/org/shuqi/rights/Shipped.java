package org.shuqi.rights;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.vocabulary.Release;

/** The graphs that come with the registry and are published to everybody. */
final class Shipped {

    private static final Set<Node> GRAPHS = Stream.concat(
                    Release.parts().stream().map(Release.Part::graph),
                    Stream.of("https://w3id.org/shuqi/graph/release", "https://w3id.org/shuqi/graph/versions"))
            .map(NodeFactory::createURI)
            .collect(Collectors.toUnmodifiableSet());

    private Shipped() {}

    static boolean includes(Node graph) {
        return GRAPHS.contains(graph);
    }
}

package org.shuqi.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.vocabulary.Rdf;

/**
 * Facts of which it is noted what was asked, also in vain, which graphs answered, and what instants were looked at: so that it
 * is known which changes matter, who may know the outcome, and from when on it holds.
 */
final class Noted extends Facts {

    private final DatasetGraph registry;
    private Set<Asked> asked = new HashSet<>();
    private Set<Node> graphs = new HashSet<>();
    private Set<Node> homes = new HashSet<>();
    private Instant last = Instant.MIN;

    Noted(DatasetGraph registry, ZoneId zone) {
        super(registry.getUnionGraph(), zone);
        this.registry = registry;
    }

    /**
     * A question to the registry.
     *
     * @param node subject or object
     * @param property whose
     * @param isObject which of both the node is
     */
    record Asked(Node node, Node property, boolean isObject) {

        /** The questions that the statement answers. */
        static List<Asked> answeredBy(Quad quad) {
            return List.of(
                    new Asked(quad.getSubject(), quad.getPredicate(), false),
                    new Asked(quad.getObject(), quad.getPredicate(), true));
        }
    }

    /**
     * What was noted.
     *
     * @param asked every question
     * @param graphs that answered
     * @param homes those that say of what class something is
     * @param last instant that was looked at
     */
    record Notes(Set<Asked> asked, Set<Node> graphs, Set<Node> homes, Instant last) {}

    /** What was noted since the last time. */
    Notes taken() {
        var notes = new Notes(asked, graphs, homes, last);
        asked = new HashSet<>();
        graphs = new HashSet<>();
        homes = new HashSet<>();
        last = Instant.MIN;
        return notes;
    }

    @Override
    Stream<Node> objects(Node subject, Node property) {
        asked.add(new Asked(subject, property, false));
        return noted(subject, property, Node.ANY, Quad::getObject).stream();
    }

    @Override
    Stream<Node> subjects(Node property, Node object) {
        asked.add(new Asked(object, property, true));
        return noted(Node.ANY, property, object, Quad::getSubject).stream();
    }

    @Override
    boolean says(Node subject, Node property, Node object) {
        asked.add(new Asked(subject, property, false));
        return !noted(subject, property, object, Quad::getGraph).isEmpty();
    }

    private Collection<Node> noted(Node subject, Node property, Node object, Function<Quad, Node> wanted) {
        var found = new ArrayList<Node>();
        registry.findNG(Node.ANY, subject, property, object).forEachRemaining(quad -> {
            graphs.add(quad.getGraph());
            if (property.equals(Rdf.type)) {
                homes.add(quad.getGraph());
            }
            found.add(wanted.apply(quad));
        });
        return found;
    }

    @Override
    List<Instant> instants(Node subject, Node property) {
        var found = super.instants(subject, property);
        found.stream().filter(last::isBefore).forEach(instant -> last = instant);
        return found;
    }
}

package org.shuqi.rights;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Derivation;

/**
 * Who may read each named graph at one revision, worked out when first asked and kept for as long as the graph, and what
 * else was looked at for it, stays as it is.
 *
 * <p>Consecutive revisions share what is kept. An audience is kept with the revisions at which the graphs that it rests on
 * were last touched; it holds at a revision if those are still the last ones, and none of them lies ahead. So a reader of
 * an older revision neither takes what belongs to a newer one nor leaves behind what has become wrong.
 */
final class Audiences {

    /** Audiences that are kept; beyond, all are forgotten and worked out anew as they are asked for. */
    private static final int MOST = 1_000_000;

    private final Policy policy;
    private final Bodies bodies;
    private final long revision;
    private final Shared shared;

    private Audiences(Policy policy, Bodies bodies, long revision, Shared shared) {
        this.policy = policy;
        this.bodies = bodies;
        this.revision = revision;
        this.shared = shared;
    }

    /** What consecutive revisions have in common. */
    private static final class Shared {

        private final Map<Node, Kept> kept = new ConcurrentHashMap<>();
        private final Map<Node, Long> touched = new ConcurrentHashMap<>();

        long touched(Node graph) {
            return touched.getOrDefault(graph, 0L);
        }
    }

    /** An audience, and when the graphs that it rests on were last touched as it was worked out. */
    private record Kept(Audience audience, Map<Node, Long> rests) {}

    Policy policy() {
        return policy;
    }

    Bodies bodies() {
        return bodies;
    }

    /** Who may read the graph, in the registry at this revision. */
    Audience of(Node graph, DatasetGraph registry) {
        var kept = shared.kept.get(graph);
        return kept != null && kept.rests().entrySet().stream().allMatch(one -> isLast(one.getKey(), one.getValue()))
                ? kept.audience()
                : anew(graph, registry);
    }

    private boolean isLast(Node graph, long when) {
        return when <= revision && shared.touched(graph) == when;
    }

    private Audience anew(Node graph, DatasetGraph registry) {
        var reader = new AudienceReader(registry, policy, graph);
        var before = shared.touched(graph);
        var audience = reader.read();
        var rests = new HashMap<Node, Long>();
        rests.put(graph, before);
        // whoever is consulted was read just now, at this revision: what was touched since does not lie behind it
        reader.consulted().forEach(other -> rests.put(other, shared.touched(other)));
        if (!reader.looksInVain() && rests.values().stream().allMatch(when -> when <= revision)) {
            if (shared.kept.size() >= MOST) {
                shared.kept.clear();
            }
            shared.kept.put(graph, new Kept(audience, Map.copyOf(rests)));
        }
        return audience;
    }

    /** How audiences follow the store. */
    static final class Following implements Derivation<Audiences> {

        @Override
        public Audiences build(DatasetGraph whole, long revision) {
            return new Audiences(PolicyReader.read(whole), new Bodies(), revision, new Shared());
        }

        @Override
        public Audiences next(Audiences previous, DatasetGraph now, long revision, Delta delta) {
            if (revision <= previous.revision || PolicyReader.concerns(delta)) {
                return build(now, revision);
            }
            all(delta)
                    .map(Quad::getGraph)
                    .distinct()
                    .forEach(graph -> previous.shared.touched.merge(graph, revision, Math::max));
            var bodies = all(delta).anyMatch(Bodies::concerns) ? new Bodies() : previous.bodies;
            return new Audiences(previous.policy, bodies, revision, previous.shared);
        }

        private static Stream<Quad> all(Delta delta) {
            return Stream.concat(delta.removed().stream(), delta.added().stream());
        }

        /** What is kept is worked out from the graph alone, so there is nothing that could differ but the policy. */
        @Override
        public boolean same(Audiences followed, Audiences rebuilt) {
            return followed.policy.equals(rebuilt.policy);
        }

        @Override
        public String name() {
            return "audiences";
        }
    }
}

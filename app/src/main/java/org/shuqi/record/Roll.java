package org.shuqi.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.shuqi.graph.Delta;
import org.shuqi.graph.OnDemand;
import org.shuqi.graph.Snapshot;
import org.shuqi.vocabulary.Rdf;

/**
 * Which records there are of each kind, in the order of their IRIs, with the graphs that say so. Never changes; the next one
 * shares what stays as it is.
 */
final class Roll {

    private final PMap<RecordKind, TreePMap<String, List<Node>>> kinds;

    private Roll(PMap<RecordKind, TreePMap<String, List<Node>>> kinds) {
        this.kinds = kinds;
    }

    /** Its records of a kind, as far as they can be read in the snapshot. */
    Members of(RecordKind kind, Snapshot now) {
        return new Seen(of(kind), now);
    }

    private record Seen(TreePMap<String, List<Node>> roll, Snapshot now) implements Members {

        @Override
        public boolean has(Node node) {
            return node.isURI() && isSeen(roll.getOrDefault(node.getURI(), List.of()), now);
        }

        @Override
        public Stream<String> all() {
            return roll.entrySet().stream()
                    .filter(entry -> isSeen(entry.getValue(), now))
                    .map(Map.Entry::getKey);
        }
    }

    private static boolean isSeen(List<Node> graphs, Snapshot now) {
        for (var graph : graphs) {
            if (now.sees(graph)) {
                return true;
            }
        }
        return false;
    }

    private TreePMap<String, List<Node>> of(RecordKind kind) {
        return kinds.getOrDefault(kind, TreePMap.empty());
    }

    /** How rolls are made; who is shown one sees the records in graphs that they may read. */
    static final class Making implements OnDemand.Making<Roll> {

        @Override
        public Roll of(DatasetGraph registry) {
            var kinds = HashTreePMap.<RecordKind, TreePMap<String, List<Node>>>empty();
            for (var kind : RecordKind.values()) {
                var graphs = new HashMap<Node, List<Node>>();
                var roll = new HashMap<String, List<Node>>();
                for (var type : kind.types()) {
                    registry.findNG(Node.ANY, Node.ANY, Rdf.type, type).forEachRemaining(quad -> {
                        if (quad.getSubject().isURI()) {
                            var home = graphs.computeIfAbsent(quad.getGraph(), List::of);
                            roll.merge(quad.getSubject().getURI(), home, Making::both);
                        }
                    });
                }
                kinds = kinds.plus(kind, TreePMap.from(roll));
            }
            return new Roll(kinds);
        }

        private static List<Node> both(List<Node> some, List<Node> others) {
            return Stream.concat(some.stream(), others.stream()).distinct().toList();
        }

        @Override
        public Roll after(Roll before, Collection<Delta> changes, DatasetGraph registry) {
            var kinds = before.kinds;
            for (var one : touched(changes).entrySet()) {
                var roll = before.of(one.getKey());
                for (var record : one.getValue()) {
                    var homes = homes(one.getKey(), record, registry);
                    roll = homes.isEmpty() ? roll.minus(record.getURI()) : roll.plus(record.getURI(), homes);
                }
                kinds = kinds.plus(one.getKey(), roll);
            }
            return new Roll(kinds);
        }

        private static List<Node> homes(RecordKind kind, Node record, DatasetGraph registry) {
            var homes = new HashSet<Node>();
            kind.types().forEach(type -> registry.findNG(Node.ANY, record, Rdf.type, type)
                    .forEachRemaining(quad -> homes.add(quad.getGraph())));
            return List.copyOf(homes);
        }

        private static Map<RecordKind, Collection<Node>> touched(Collection<Delta> changes) {
            var touched = new HashMap<RecordKind, Collection<Node>>();
            changes.stream()
                    .flatMap(change -> Stream.concat(change.removed().stream(), change.added().stream()))
                    .filter(quad -> quad.getPredicate().equals(Rdf.type)
                            && quad.getSubject().isURI())
                    .forEach(quad -> Arrays.stream(RecordKind.values())
                            .filter(kind -> kind.types().contains(quad.getObject()))
                            .forEach(kind -> touched.computeIfAbsent(kind, any -> new HashSet<>())
                                    .add(quad.getSubject())));
            return touched;
        }

        @Override
        public boolean same(Roll one, Roll other) {
            return one.said().equals(other.said());
        }
    }

    private Map<RecordKind, Map<String, HashSet<Node>>> said() {
        var said = new HashMap<RecordKind, Map<String, HashSet<Node>>>();
        kinds.forEach((kind, roll) -> {
            var homes = new HashMap<String, HashSet<Node>>();
            roll.forEach((iri, graphs) -> homes.put(iri, new HashSet<>(graphs)));
            said.put(kind, homes);
        });
        return said;
    }
}

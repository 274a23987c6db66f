package org.shuqi.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/** A set of quads in memory that is found by any of its terms; belongs to one thread. */
final class Quads implements QuadSet {

    private final Set<Quad> all = new LinkedHashSet<>();
    private final Map<Node, Set<Quad>> byGraph = new HashMap<>();
    private final Map<Node, Set<Quad>> bySubject = new HashMap<>();
    private final Map<Node, Set<Quad>> byObject = new HashMap<>();
    private final Map<Node, Set<Quad>> byPredicate = new HashMap<>();

    static Quads of(Collection<Quad> quads) {
        var set = new Quads();
        quads.forEach(set::add);
        return set;
    }

    boolean add(Quad quad) {
        if (!all.add(quad)) {
            return false;
        }
        put(byGraph, quad.getGraph(), quad);
        put(bySubject, quad.getSubject(), quad);
        put(byPredicate, quad.getPredicate(), quad);
        put(byObject, quad.getObject(), quad);
        return true;
    }

    boolean remove(Quad quad) {
        if (!all.remove(quad)) {
            return false;
        }
        drop(byGraph, quad.getGraph(), quad);
        drop(bySubject, quad.getSubject(), quad);
        drop(byPredicate, quad.getPredicate(), quad);
        drop(byObject, quad.getObject(), quad);
        return true;
    }

    @Override
    public boolean contains(Quad quad) {
        return all.contains(quad);
    }

    @Override
    public boolean touches(Node graph) {
        return byGraph.containsKey(graph);
    }

    @Override
    public Set<Node> graphs() {
        return Collections.unmodifiableSet(byGraph.keySet());
    }

    Set<Quad> all() {
        return Collections.unmodifiableSet(all);
    }

    @Override
    public boolean isEmpty() {
        return all.isEmpty();
    }

    int size() {
        return all.size();
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        if (all.isEmpty()) {
            return Iter.nullIterator();
        }
        Set<Quad> fewest = all;
        fewest = fewer(fewest, bySubject, subject);
        fewest = fewer(fewest, byObject, object);
        fewest = fewer(fewest, byGraph, graph);
        fewest = fewer(fewest, byPredicate, predicate);
        return Iter.filter(
                fewest.iterator(),
                quad -> matches(graph, quad.getGraph())
                        && matches(subject, quad.getSubject())
                        && matches(predicate, quad.getPredicate())
                        && matches(object, quad.getObject()));
    }

    Iterator<Quad> iterator() {
        return all().iterator();
    }

    private static Set<Quad> fewer(Set<Quad> fewest, Map<Node, Set<Quad>> index, Node term) {
        if (term == Node.ANY) {
            return fewest;
        }
        var found = index.getOrDefault(term, Set.of());
        return found.size() < fewest.size() ? found : fewest;
    }

    private static boolean matches(Node pattern, Node term) {
        return pattern == Node.ANY || pattern.equals(term);
    }

    private static void put(Map<Node, Set<Quad>> index, Node term, Quad quad) {
        index.computeIfAbsent(term, unused -> new LinkedHashSet<>(4)).add(quad);
    }

    private static void drop(Map<Node, Set<Quad>> index, Node term, Quad quad) {
        index.computeIfPresent(term, (unused, quads) -> quads.remove(quad) && quads.isEmpty() ? null : quads);
    }
}

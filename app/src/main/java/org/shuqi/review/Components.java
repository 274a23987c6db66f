package org.shuqi.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Strongly connected components, in time linear in nodes and links; without recursion, since rounds can be long.
 *
 * <p>Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1(2), 1972.
 */
final class Components {

    private final Map<String, Set<String>> steps;
    private final Map<String, Integer> number = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> isOpen = new HashSet<>();
    private final List<Set<String>> found = new ArrayList<>();

    private Components(Map<String, Set<String>> steps) {
        this.steps = steps;
    }

    /** The components of two nodes or more. */
    static List<Set<String>> of(Map<String, Set<String>> steps) {
        var components = new Components(steps);
        steps.keySet().stream()
                .filter(node -> !components.number.containsKey(node))
                .forEach(components::visit);
        return components.found;
    }

    private record Visit(String node, Iterator<String> next) {}

    private void visit(String start) {
        var path = new ArrayDeque<Visit>();
        path.push(enter(start));
        while (!path.isEmpty()) {
            var here = path.peek();
            if (here.next().hasNext()) {
                var next = here.next().next();
                if (!number.containsKey(next)) {
                    path.push(enter(next));
                } else if (isOpen.contains(next)) {
                    lowest.merge(here.node(), number.get(next), Math::min);
                }
            } else {
                path.pop();
                leave(here.node());
                if (!path.isEmpty()) {
                    lowest.merge(path.peek().node(), lowest.get(here.node()), Math::min);
                }
            }
        }
    }

    private Visit enter(String node) {
        number.put(node, number.size());
        lowest.put(node, number.get(node));
        open.push(node);
        isOpen.add(node);
        return new Visit(node, steps.getOrDefault(node, Set.of()).iterator());
    }

    private void leave(String node) {
        if (!Objects.equals(lowest.get(node), number.get(node))) {
            return;
        }
        var component = new TreeSet<String>();
        String last;
        do {
            last = open.pop();
            isOpen.remove(last);
            component.add(last);
        } while (!last.equals(node));
        if (component.size() > 1) {
            found.add(component);
        }
    }

    /** The shortest round through the first node of a component, in the order of its steps. */
    static List<String> shortestRound(Map<String, Set<String>> steps, Set<String> component) {
        var start = Collections.min(component);
        var before = new HashMap<String, String>();
        var waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            var node = waiting.remove();
            for (var next : steps.getOrDefault(node, Set.of())) {
                if (next.equals(start)) {
                    return back(before, start, node);
                }
                if (component.contains(next) && before.putIfAbsent(next, node) == null) {
                    waiting.add(next);
                }
            }
        }
        throw new IllegalArgumentException("no round through " + start);
    }

    private static List<String> back(Map<String, String> before, String start, String end) {
        var round = new LinkedList<String>();
        for (var node = end; !node.equals(start); node = Objects.requireNonNull(before.get(node))) {
            round.addFirst(node);
        }
        round.addFirst(start);
        return List.copyOf(round);
    }
}

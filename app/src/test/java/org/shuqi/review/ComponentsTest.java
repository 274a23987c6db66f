package org.shuqi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Components and rounds, against reachability by walking. */
class ComponentsTest {

    @Test
    void aChainHasNoRound() {
        assertThat(Components.of(Map.of("a", Set.of("b"), "b", Set.of("c")))).isEmpty();
    }

    @Test
    void theShortestRoundIsFound() {
        var steps = Map.of("a", Set.of("b", "c"), "b", Set.of("d"), "c", Set.of("a"), "d", Set.of("a"));

        var component = Components.of(steps).get(0);

        assertThat(component).containsExactly("a", "b", "c", "d");
        assertThat(Components.shortestRound(steps, component)).containsExactly("a", "c");
    }

    @Test
    void aLongRoundIsWalkedWithoutRecursion() {
        var steps = new TreeMap<String, Set<String>>();
        var length = 100_000;
        for (var at = 0; at < length; at++) {
            steps.put("n" + at, Set.of("n" + (at + 1) % length));
        }

        assertThat(Components.of(steps)).hasSize(1).first().satisfies(one -> assertThat(one)
                .hasSize(length));
    }

    @Test
    void twoAreTogetherExactlyIfEachReachesTheOther() {
        for (var seed = 0; seed < 300; seed++) {
            var steps = random(new Random(seed));
            var together = Components.of(steps);

            var expected = new TreeSet<String>();
            var nodes = new TreeSet<>(steps.keySet());
            nodes.forEach(one -> nodes.stream()
                    .filter(other -> one.compareTo(other) < 0)
                    .filter(other -> reaches(steps, one, other) && reaches(steps, other, one))
                    .forEach(other -> expected.add(one + other)));
            var found = together.stream()
                    .flatMap(component -> component.stream().flatMap(one -> component.stream()
                            .filter(other -> one.compareTo(other) < 0)
                            .map(other -> one + other)))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(found).as("seed " + seed).isEqualTo(expected);
            for (var component : together) {
                assertRound(steps, Components.shortestRound(steps, component));
            }
        }
    }

    private static void assertRound(Map<String, Set<String>> steps, List<String> round) {
        for (var at = 0; at < round.size(); at++) {
            assertThat(steps.get(round.get(at))).contains(round.get((at + 1) % round.size()));
        }
    }

    private static Map<String, Set<String>> random(Random dice) {
        var steps = new TreeMap<String, Set<String>>();
        for (var links = dice.nextInt(14); links > 0; links--) {
            steps.computeIfAbsent(node(dice), any -> new TreeSet<>()).add(node(dice));
        }
        return steps;
    }

    private static String node(Random dice) {
        return String.valueOf((char) ('a' + dice.nextInt(7)));
    }

    private static boolean reaches(Map<String, Set<String>> steps, String from, String to) {
        var seen = new TreeSet<String>();
        var waiting = new ArrayDeque<>(List.of(from));
        while (!waiting.isEmpty()) {
            for (var next : steps.getOrDefault(waiting.remove(), Set.of())) {
                if (next.equals(to)) {
                    return true;
                }
                if (seen.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return false;
    }
}

package org.shuqi.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How often each case was met by questions that engine and reference were both asked.
 *
 * <p>The cases of {@code coverage.csv} have to be met, and every kind of reason: a fact counts as met if an answer depended on it, a
 * part of a question if leaving it out changed the answer, an instant if the answer changed exactly there.
 */
final class Coverage {

    private final Map<String, Integer> met = new TreeMap<>();
    private final Set<String> wanted = new TreeSet<>();
    private int pairs;
    private int registries;

    /** Of the cases marked {@code long}, rare as they are, only a long run has to meet every one. */
    Coverage(boolean longRun) {
        try (var file = Coverage.class.getResourceAsStream("coverage.csv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .filter(cells -> longRun || cells.length == 2)
                    .forEach(cells -> wanted.add(cell(cells[0].strip(), cells[1].strip())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Arrays.stream(Because.values()).forEach(because -> wanted.add(cell("reason", because.name())));
        Arrays.stream(Because.values()).forEach(because -> wanted.add(cell("stage of a reason", because.stage())));
    }

    void registry(int questions) {
        registries++;
        pairs += questions;
    }

    void meet(String group, String name) {
        met.merge(cell(group, name), 1, Integer::sum);
    }

    /** Adds what another has met. */
    void add(Coverage other) {
        other.met.forEach((cell, times) -> met.merge(cell, times, Integer::sum));
        pairs += other.pairs;
        registries += other.registries;
    }

    /** Whether a case of the list has not been met. */
    boolean misses(String group, String name) {
        var cell = cell(group, name);
        return wanted.contains(cell) && !met.containsKey(cell);
    }

    boolean meetsAnyOf(List<String> cases) {
        return cases.stream().anyMatch(met::containsKey);
    }

    int pairs() {
        return pairs;
    }

    /** What is on the list and was never met. */
    List<String> missing() {
        return wanted.stream().filter(cell -> !met.containsKey(cell)).toList();
    }

    /** The table, one case a line. */
    @Override
    public String toString() {
        var all = new TreeSet<>(met.keySet());
        all.addAll(wanted);
        return "%,d pairs of question and answer on %,d registries%n".formatted(pairs, registries)
                + all.stream()
                        .map(cell -> "%-66s %,9d%s"
                                .formatted(cell, met.getOrDefault(cell, 0), wanted.contains(cell) ? "" : " *"))
                        .collect(Collectors.joining("\n"))
                + "\n* not on the list of what has to be met\n";
    }

    /** Prints the table, and keeps it beside the test reports. */
    void report(String file) {
        System.out.println(this);
        try {
            Files.writeString(Files.createDirectories(Path.of("target")).resolve(file), toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String cell(String group, String name) {
        return group + ": " + name;
    }
}

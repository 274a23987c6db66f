package org.shuqi.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/**
 * One record that an indicator looks at.
 *
 * @param organization who it is put down to
 * @param region the division of that organisation
 * @param record the record
 * @param at when it happened
 * @param month the month of that, as {@code 2026-05}
 * @param counts whether it is in the numerator
 * @param group the group of a mix: a concept, or a plain text
 * @param value the number that a median or a sum is made of
 */
public record Counted(
        Node organization,
        Optional<Node> region,
        Node record,
        Instant at,
        String month,
        boolean counts,
        Optional<Node> group,
        Optional<Double> value) {

    /** The number that these records come to; a record that stands there for several organisations counts once. */
    static Figure.Cell cell(Figure.Kind kind, Collection<Counted> rows) {
        var records = new LinkedHashMap<Node, Counted>();
        rows.forEach(row -> records.merge(row.record(), row, (one, other) -> one.counts() ? one : other));
        long numerator = records.values().stream().filter(Counted::counts).count();
        long denominator = records.size();
        return new Figure.Cell(numerator, denominator, value(kind, numerator, records.values()));
    }

    private static Optional<Double> value(Figure.Kind kind, long numerator, Collection<Counted> records) {
        if (records.isEmpty()) {
            return Optional.empty();
        }
        var values =
                records.stream().flatMap(row -> row.value().stream()).sorted().toList();
        return switch (kind) {
            case RATE, MIX -> Optional.of((double) numerator / records.size());
            case SUM ->
                Optional.of(values.stream().mapToDouble(Double::doubleValue).sum());
            case MEDIAN -> values.isEmpty() ? Optional.empty() : Optional.of(median(values));
        };
    }

    private static double median(List<Double> sorted) {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** The rows by a key, in the order of the keys. */
    static Map<String, List<Counted>> by(Collection<Counted> rows, Function<Counted, Optional<String>> key) {
        var parts = new TreeMap<String, List<Counted>>();
        rows.forEach(row -> key.apply(row).ifPresent(name -> parts.computeIfAbsent(name, each -> new ArrayList<>())
                .add(row)));
        return parts;
    }
}

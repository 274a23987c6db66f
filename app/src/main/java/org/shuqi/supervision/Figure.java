package org.shuqi.supervision;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;

/**
 * One indicator over a period.
 *
 * @param code its name
 * @param label what people call it
 * @param rule what exactly it counts
 * @param kind how it is worked out
 * @param law the articles it is about
 * @param total over everything that was asked about
 * @param parts the same by organisation, region, month and group
 */
public record Figure(String code, Text label, String rule, Kind kind, List<Node> law, Cell total, List<Part> parts) {

    public Figure {
        law = List.copyOf(law);
        parts = List.copyOf(parts);
    }

    /** How the value is worked out. */
    public enum Kind {
        /** Numerator divided by denominator. */
        RATE,
        /** A rate for each group. */
        MIX,
        /** The middle value, or the mean of the two in the middle. */
        MEDIAN,
        /** All values together. */
        SUM
    }

    /**
     * A number with what it was made of.
     *
     * @param numerator records that count
     * @param denominator records that were looked at
     * @param value the number; empty if nothing was looked at
     */
    public record Cell(long numerator, long denominator, Optional<Double> value) {}

    /**
     * The number of a part.
     *
     * @param dimension {@code organization}, {@code region}, {@code month} or {@code group}
     * @param key IRI, month or code
     * @param name in words
     */
    public record Part(String dimension, String key, Text name, Cell cell) {}
}

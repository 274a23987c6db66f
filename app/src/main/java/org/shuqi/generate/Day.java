package org.shuqi.generate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Days as small numbers, counted from 2015-01-01, and their literals. Instants are at +08:00. */
final class Day {

    /** No such day. */
    static final int NEVER = Integer.MAX_VALUE;

    /** The day on which the state of the generated registry is true: 2026-06-01. */
    static final int TODAY = of(2026, 6, 1);

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final int COUNT = 8_000;
    private static final AtomicReferenceArray<Node> DATES = new AtomicReferenceArray<>(COUNT);
    private static final AtomicReferenceArray<Node> MORNINGS = new AtomicReferenceArray<>(COUNT);

    private Day() {}

    static int of(int year, int month, int day) {
        return (int) (LocalDate.of(year, month, day).toEpochDay()
                - LocalDate.of(2015, 1, 1).toEpochDay());
    }

    /** The day as {@code xsd:date}. */
    static Node date(int day) {
        return cached(DATES, day, XSDDatatype.XSDdate, "");
    }

    /** The first instant of the day as {@code xsd:dateTime}. */
    static Node start(int day) {
        return cached(MORNINGS, day, XSDDatatype.XSDdateTime, "T00:00:00+08:00");
    }

    /** Noon of the day. */
    static Instant noon(int day) {
        return FIRST.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.ofHours(8));
    }

    private static Node cached(AtomicReferenceArray<Node> cache, int day, XSDDatatype type, String rest) {
        var known = cache.get(day);
        if (known != null) {
            return known;
        }
        var made = NodeFactory.createLiteralDT(FIRST.plusDays(day) + rest, type);
        cache.set(day, made);
        return made;
    }
}

package org.shuqi.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.time.Span;
import org.shuqi.vocabulary.Sq;

/**
 * When an agreement or a consented request is in force, as its record says.
 *
 * @param begun when it was activated, or answered with consent
 * @param from first instant of its period, if stated once and readable
 * @param until first instant after its period, if stated once and readable
 * @param terminated when it was ended early; {@link Instant#MAX} if it was not
 * @param suspensions when it rests
 */
record Term(
        Optional<Instant> begun,
        Optional<Instant> from,
        Optional<Instant> until,
        Instant terminated,
        List<Span> suspensions) {

    static Term of(Register register, Node source, boolean agreement) {
        var begun = agreement
                ? register.instant(source, Sq.activatedAt)
                : register.instant(source, Sq.repliedAt).filter(replied -> register.saysTrue(source, Sq.consented));
        var terminated = register.instants(source, Sq.terminatedAt)
                .map(all -> all.isEmpty() ? Instant.MAX : all.get(0))
                .orElse(Instant.MIN);
        return new Term(
                begun,
                register.instant(source, Sq.validFrom),
                register.instant(source, Sq.validUntil),
                terminated,
                register.objects(source, Sq.suspension).stream()
                        .map(node -> node.isLiteral() ? Span.ALWAYS : register.widest(node))
                        .toList());
    }

    /** Whether its period is stated and holds any time at all. */
    boolean hasPeriod() {
        return from.isPresent() && until.isPresent() && from.get().isBefore(until.get());
    }

    /** From activation and the start of the period to its end, whatever stopped it. */
    Span agreed() {
        if (begun.isEmpty() || from.isEmpty() || until.isEmpty()) {
            return Span.NEVER;
        }
        return new Span(begun.get(), Instant.MAX).and(new Span(from.get(), until.get()));
    }

    /** The same, but for what comes after a termination. */
    Span running() {
        return agreed().and(new Span(Instant.MIN, terminated));
    }

    /** When it is in force, in order of time. */
    List<Span> inForce() {
        var left = new ArrayList<Span>();
        add(left, running());
        for (var suspension : suspensions) {
            var before = List.copyOf(left);
            left.clear();
            before.forEach(span -> {
                add(left, span.and(new Span(Instant.MIN, suspension.from())));
                add(left, span.and(new Span(suspension.until(), Instant.MAX)));
            });
        }
        return left.stream().sorted(Comparator.comparing(Span::from)).distinct().toList();
    }

    private static void add(List<Span> spans, Span span) {
        if (!isEmpty(span)) {
            spans.add(span);
        }
    }

    static boolean isEmpty(Span span) {
        return !span.from().isBefore(span.until());
    }

    /** The time inside both. */
    static List<Span> both(List<Span> some, List<Span> others) {
        return some.stream()
                .flatMap(one -> others.stream().map(one::and))
                .filter(span -> !isEmpty(span))
                .sorted(Comparator.comparing(Span::from))
                .toList();
    }

    /** Whether all time of the one is time of the other; spans of one list do not touch each other. */
    static boolean covers(List<Span> wide, List<Span> narrow) {
        return narrow.stream().allMatch(inner -> wide.stream()
                .anyMatch(outer ->
                        !inner.from().isBefore(outer.from()) && !inner.until().isAfter(outer.until())));
    }
}

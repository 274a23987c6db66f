package org.shuqi.review;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shuqi.review.Court.Heard;
import org.shuqi.time.Span;

/** Asks about a strand for each recipient, purpose and method, at one instant or for all the time it has left. */
final class Combos {

    /** Questions about one strand beyond which nothing is claimed about all of it. */
    private static final int MOST = 2000;

    private final Court court;
    private final Strand strand;

    Combos(Court court, Strand strand) {
        this.court = court;
        this.strand = strand;
    }

    /** Answers each question at the instant until the visitor has enough; says whether all were asked. */
    boolean each(List<String> items, Instant at, Predicate<Heard> goOn) {
        var left = MOST;
        for (var recipient : strand.recipients()) {
            for (var purpose : strand.purposes()) {
                for (var method : strand.methods()) {
                    if (left-- == 0 || !goOn.test(court.ask(strand, recipient, items, purpose, method, at))) {
                        return false;
                    }
                }
            }
        }
        return strand.complete();
    }

    /**
     * Whether none of the items may ever flow from the instant on, as far as the permission reaches.
     *
     * <p>Walks from each answer to the instant until which it lasts, so no time is left out.
     */
    boolean areDeadForGood(List<String> items, Instant from) {
        var left = new int[] {MOST};
        for (var recipient : strand.recipients()) {
            for (var purpose : strand.purposes()) {
                for (var method : strand.methods()) {
                    for (var span : strand.claim().holds()) {
                        if (!isDead(
                                items,
                                span.and(new Span(from, Instant.MAX)),
                                left,
                                at -> court.ask(strand, recipient, items, purpose, method, at))) {
                            return false;
                        }
                    }
                }
            }
        }
        return strand.complete();
    }

    private static boolean isDead(List<String> items, Span span, int[] left, Function<Instant, Heard> asking) {
        var at = span.from();
        while (at.isBefore(span.until())) {
            if (left[0]-- == 0) {
                return false;
            }
            var heard = asking.apply(at);
            if (!disjoint(heard.permitted(), items)) {
                return false;
            }
            at = heard.until().orElse(Instant.MAX);
        }
        return true;
    }

    private static boolean disjoint(Set<String> permitted, List<String> items) {
        var both = new HashSet<>(permitted);
        both.retainAll(items);
        return both.isEmpty();
    }
}

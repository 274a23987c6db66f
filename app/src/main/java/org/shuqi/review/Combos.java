package org.shuqi.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shuqi.review.Court.Heard;
import org.shuqi.time.Span;

/** Asks about a strand for each recipient, purpose and method, at one instant or for all the time it has left. */
final class Combos {

    /** Questions about one strand beyond which nothing is claimed about all of it. */
    private static final int MOST = 5000;

    /** The stages that look at neither purpose nor method: what they stop once they stop for all. */
    private static final Set<String> BLIND = Set.of("S0", "S1", "S2", "S3");

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
     * The stages that stop the items from the instant on, as far as the permission reaches; empty if one of them may flow.
     *
     * <p>Walks from each answer to the instant until which it lasts, so no time is left out.
     */
    Optional<Set<String>> stopsForGood(List<String> items, Instant from) {
        var stages = new TreeSet<String>();
        var left = new int[] {MOST};
        for (var recipient : strand.recipients()) {
            if (!isStopped(recipient, items, from, stages, left)) {
                return Optional.empty();
            }
        }
        return strand.complete() ? Optional.of(stages) : Optional.empty();
    }

    private boolean isStopped(String recipient, List<String> items, Instant from, Set<String> stages, int[] left) {
        for (var purpose : strand.purposes()) {
            for (var method : strand.methods()) {
                var met = new TreeSet<String>();
                for (var span : strand.claim().holds()) {
                    var rest = span.and(new Span(from, Instant.MAX));
                    if (!isStopped(rest, left, met, at -> court.ask(strand, recipient, items, purpose, method, at))) {
                        return false;
                    }
                }
                stages.addAll(met);
                if (!met.isEmpty() && BLIND.containsAll(met)) {
                    return true;
                }
            }
        }
        return true;
    }

    private static boolean isStopped(Span span, int[] left, Set<String> stages, Function<Instant, Heard> asking) {
        var at = span.from();
        while (at.isBefore(span.until())) {
            if (left[0]-- == 0) {
                return false;
            }
            var heard = asking.apply(at);
            if (!heard.permitted().isEmpty()) {
                return false;
            }
            heard.answer().ifPresent(answer -> answer.items().forEach(item -> stages.add(item.stage())));
            at = heard.until().orElse(Instant.MAX);
        }
        return true;
    }
}

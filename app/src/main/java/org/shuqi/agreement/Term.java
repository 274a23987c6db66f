package org.shuqi.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;

/**
 * How long a party is bound.
 *
 * @param from the first instant
 * @param until the first instant at which it is bound no longer; empty if that is not fixed
 */
record Term(Instant from, Optional<Instant> until) {

    /** That of the whole agreement; empty if it never was in force. */
    static Optional<Term> of(Said agreement, ZoneId zone) {
        return agreement.instant(Sq.activatedAt, zone).map(activated -> {
            var from = Stream.concat(Stream.of(activated), agreement.instant(Sq.validFrom, zone).stream())
                    .max(Instant::compareTo)
                    .orElseThrow();
            var until = Stream.of(Sq.validUntil, Sq.terminatedAt)
                    .flatMap(property -> agreement.instant(property, zone).stream())
                    .min(Instant::compareTo);
            return new Term(from, until);
        });
    }

    /** The same within the time limits of a permission. */
    Term within(Said permission, ZoneId zone) {
        var start = limits(permission, "gteq", zone).max(Instant::compareTo).filter(from::isBefore);
        var end = Stream.concat(until.stream(), limits(permission, "lt", zone)).min(Instant::compareTo);
        return new Term(start.orElse(from), end);
    }

    private static Stream<Instant> limits(Said permission, String operator, ZoneId zone) {
        return permission
                .each(Odrl.constraint)
                .filter(constraint -> constraint.has(Odrl.leftOperand, Odrl.dateTime))
                .filter(constraint ->
                        constraint.code(Odrl.operator).filter(operator::equals).isPresent())
                .flatMap(constraint -> constraint.instant(Odrl.rightOperand, zone).stream());
    }

    LocalDate firstDay(ZoneId zone) {
        return LocalDate.ofInstant(from, zone);
    }

    /** The last day on which it is bound for some time at least. */
    Optional<LocalDate> lastDay(ZoneId zone) {
        return until.map(end -> LocalDate.ofInstant(end.minusNanos(1), zone));
    }

    boolean isEmpty() {
        return until.filter(end -> !from.isBefore(end)).isPresent();
    }
}

package org.shuqi.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shuqi.problem.Text;

/**
 * One time that a party owes something.
 *
 * @param agreement IRI of the version that says so
 * @param duty its name within the agreement
 * @param iri the duty
 * @param action code of what is to be done
 * @param label what people call it
 * @param party IRI of who owes it
 * @param due last day for it; none if it is owed all the time
 * @param from first day of the period it is for
 * @param to last day of the period it is for
 * @param state where it stands
 * @param fulfilments IRIs of the records that it was done
 * @param breaches IRIs of the records that it was not
 */
public record DutyInstance(
        String agreement,
        String duty,
        String iri,
        String action,
        Text label,
        String party,
        Optional<LocalDate> due,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        State state,
        List<String> fulfilments,
        List<String> breaches) {

    public DutyInstance {
        fulfilments = List.copyOf(fulfilments);
        breaches = List.copyOf(breaches);
    }

    /** Where what is owed stands. */
    public enum State {
        OPEN,
        FULFILLED,
        OVERDUE,
        BREACHED;

        /** The state as it is written. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it is still to be done. */
    boolean isOwed() {
        return state != State.FULFILLED;
    }
}

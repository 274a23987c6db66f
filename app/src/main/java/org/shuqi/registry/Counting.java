package org.shuqi.registry;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.decision.Outcome;
import org.shuqi.decision.QuestionForm;
import org.shuqi.decision.Tally;
import org.shuqi.journal.Tallies;

/** Counts decisions for the journal, by outcome; denials of classified data are kept one by one. */
final class Counting implements Tally {

    private final Tallies tallies;
    private final LongAdder[] outcomes = new LongAdder[Outcome.values().length];
    private final LongAdder refused;
    private final LongAdder listed;

    Counting(Tallies tallies) {
        this.tallies = tallies;
        for (var outcome : Outcome.values()) {
            outcomes[outcome.ordinal()] = tallies.counter(outcome.code());
        }
        this.refused = tallies.counter("refused");
        this.listed = tallies.counter("list");
    }

    @Override
    public void decided(Outcome outcome) {
        outcomes[outcome.ordinal()].increment();
    }

    @Override
    public void refused() {
        refused.increment();
    }

    @Override
    public void listed() {
        listed.increment();
    }

    @Override
    public void refused(QuestionForm form, BooleanSupplier isClassified) {
        refused.increment();
        Acting.caller()
                .ifPresent(caller -> tallies.later(() ->
                        isClassified.getAsBoolean() ? Optional.of(denial(caller, form, "refused")) : Optional.empty()));
    }

    @Override
    public void withheld(QuestionForm form, String outcome) {
        Acting.caller().ifPresent(caller -> tallies.denied(denial(caller, form, outcome)));
    }

    private static Tallies.Denial denial(Caller caller, QuestionForm form, String outcome) {
        var facts = new TreeMap<>(Map.of(
                "outcome", outcome,
                "recipient", form.recipient(),
                "dataset", form.dataset()));
        form.purpose().ifPresent(purpose -> facts.put("purpose", purpose));
        form.method().ifPresent(method -> facts.put("method", method));
        form.action().ifPresent(action -> facts.put("action", action));
        if (!form.items().isEmpty()) {
            facts.put("items", String.join(" ", form.items()));
        }
        form.at().ifPresent(at -> facts.put("asked-about", at));
        return new Tallies.Denial(caller.id(), caller.person(), facts);
    }
}

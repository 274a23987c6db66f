package org.shuqi.form;

import java.util.List;
import java.util.Optional;
import org.shuqi.record.Written;

/**
 * What became of a filled-in form.
 *
 * @param written the record as it was filed; empty if it was refused
 * @param mistakes why it was refused, or what ought to be looked at
 */
public record Outcome(Optional<Written> written, List<Mistake> mistakes) {

    public Outcome {
        mistakes = List.copyOf(mistakes);
    }

    /** Why it was refused. */
    public List<Mistake> stopping() {
        return mistakes.stream().filter(Mistake::stops).toList();
    }
}

package org.shuqi.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A step that somebody wants to take.
 *
 * @param to code or IRI of the status to reach
 * @param step code of the step, where several lead there
 * @param note opinion, reason or notice, in the language of the one who writes
 * @param by IRI or name of the organisation that takes it; the one the table names, if it names one alone
 * @param role code of the role in which it is taken
 * @param person who takes it, by account or name; the caller if absent
 * @param at when it was taken, not after now; now if absent
 * @param with contents to write with it, in the words of the published context
 */
public record StepForm(
        String to,
        Optional<String> step,
        Optional<String> note,
        Optional<String> by,
        Optional<String> role,
        Optional<String> person,
        Optional<Instant> at,
        ObjectNode with) {

    @Override
    public ObjectNode with() {
        return with.deepCopy();
    }
}

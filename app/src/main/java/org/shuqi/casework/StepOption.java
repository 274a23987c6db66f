package org.shuqi.casework;

import java.util.List;
import java.util.Optional;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;

/**
 * One row of the table, as it looks for one record now.
 *
 * @param step its code
 * @param label its name
 * @param from codes of the statuses in which it can be taken
 * @param to code of the status it leads to
 * @param allowed whether it can be taken as things stand, if whoever may take it gives what is listed under {@code needs}
 * @param parties IRIs of the organisations that may take it, as far as the register knows them
 * @param roles codes of the roles
 * @param needs properties that are still missing, in the words of the published context
 * @param needsNote whether a note must be given
 * @param because why it cannot be taken, if it cannot
 * @param basis IRIs of the articles it rests on
 */
public record StepOption(
        String step,
        Text label,
        List<String> from,
        String to,
        boolean allowed,
        List<String> parties,
        List<String> roles,
        List<String> needs,
        boolean needsNote,
        List<Violation> because,
        List<String> basis) {

    public StepOption {
        from = List.copyOf(from);
        parties = List.copyOf(parties);
        roles = List.copyOf(roles);
        needs = List.copyOf(needs);
        because = List.copyOf(because);
        basis = List.copyOf(basis);
    }

    /**
     * The steps of one record.
     *
     * @param record IRI
     * @param cycle IRI of the table
     * @param status code of its status
     * @param stated whether the record states it, or its facts imply it
     * @param options every row of the table, those that can be taken first
     * @param tag revision that last changed the graph of the record
     * @param revision revision that was read
     */
    public record Table(
            String record,
            String cycle,
            Text label,
            String status,
            Optional<Text> statusLabel,
            boolean stated,
            List<StepOption> options,
            long tag,
            long revision) {
        public Table {
            options = List.copyOf(options);
        }
    }
}

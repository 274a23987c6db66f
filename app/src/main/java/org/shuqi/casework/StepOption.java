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
 * @param contents what can be given with it, what must be given first
 * @param mine IRIs of those of the organisations for whom the caller may take it
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
        List<Content> contents,
        List<String> mine,
        List<Violation> because,
        List<String> basis) {

    public StepOption {
        from = List.copyOf(from);
        parties = List.copyOf(parties);
        roles = List.copyOf(roles);
        needs = List.copyOf(needs);
        contents = List.copyOf(contents);
        mine = List.copyOf(mine);
        because = List.copyOf(because);
        basis = List.copyOf(basis);
    }

    /** How something that is given with a step is written. */
    public enum Form {
        /** Words of a code list. */
        CODES,
        /** A whole number. */
        NUMBER,
        /** A day or an instant. */
        TIME,
        /** A text. */
        TEXT,
        /** What is permitted: the request or agreement with less data than was asked for. */
        PERMISSIONS,
        /** Another record, by its name. */
        RECORD
    }

    /**
     * Something to be given with a step.
     *
     * @param name in the words of the published context
     * @param label what people call it
     * @param form how it is written
     * @param needed whether the step cannot be taken without it
     * @param choices the words of the code list, if it has one
     */
    public record Content(String name, Text label, Form form, boolean needed, List<Choice> choices) {
        public Content {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A word of a code list.
     *
     * @param code the word
     * @param label what people call it
     * @param definition what it means
     */
    public record Choice(String code, Text label, Text definition) {}

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

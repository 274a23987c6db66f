package org.shuqi.web.cases;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Crumb;
import org.shuqi.web.Fault;
import org.shuqi.web.Said;

/**
 * What can be done with a record next, and by whom; the rows of the procedure as they look to one reader.
 *
 * @param address where the forms are sent
 * @param tag the revision the reader has seen
 * @param choices steps that the reader can take
 * @param blocked steps that would be the reader's but for what stands in the way
 * @param waiting steps that others can take
 * @param faults what has to be mended in the form that was sent
 * @param isNext whether something else is due, to which the reader can go on
 */
public record Handling(
        String address,
        long tag,
        List<Choice> choices,
        List<Blocked> blocked,
        List<Waiting> waiting,
        List<Fault> faults,
        boolean isNext) {

    public Handling {
        choices = List.copyOf(choices);
        blocked = List.copyOf(blocked);
        waiting = List.copyOf(waiting);
        faults = List.copyOf(faults);
    }

    /**
     * A step with its form.
     *
     * @param step its code
     * @param to code of the status it leads to
     * @param label its name
     * @param isOpen whether the form is shown at once
     * @param parties for whom the reader may take it
     * @param fields what is given with it
     * @param items the data of which less may be granted than was asked for
     * @param needsNote whether a reason or notice is needed
     * @param note what was written already
     * @param because why what was sent was refused; none when the page is opened
     * @param law the articles it rests on
     */
    public record Choice(
            String step,
            String to,
            Said label,
            boolean isOpen,
            List<Word> parties,
            List<Field> fields,
            List<Word> items,
            boolean needsNote,
            String note,
            List<String> because,
            List<Said> law) {
        /** Whether nothing has to be written or chosen, so that one button is enough. */
        public boolean isPlain() {
            return !needsNote
                    && parties.size() <= 1
                    && items.isEmpty()
                    && fields.stream().noneMatch(Field::isNeeded);
        }

        public Choice {
            parties = List.copyOf(parties);
            fields = List.copyOf(fields);
            items = List.copyOf(items);
            because = List.copyOf(because);
            law = List.copyOf(law);
        }
    }

    /**
     * A field.
     *
     * @param id of the element, unique on the page
     * @param name under which it is sent
     * @param label what people call it
     * @param form {@code codes}, {@code code}, {@code number}, {@code time} or {@code text}
     * @param isNeeded whether it has to be filled in
     * @param words what can be chosen
     * @param value what was written already
     */
    public record Field(
            String id, String name, Said label, String form, boolean isNeeded, List<Word> words, String value) {
        public Field {
            words = List.copyOf(words);
        }
    }

    /**
     * Something to choose.
     *
     * @param code what is sent
     * @param label what is shown
     * @param help what it means
     * @param isChosen whether it is chosen already
     */
    public record Word(String code, Said label, Optional<Said> help, boolean isChosen) {}

    /** A step and why it cannot be taken. */
    public record Blocked(Said label, List<Said> because) {
        public Blocked {
            because = List.copyOf(because);
        }
    }

    /** A step, who can take it, and in which roles. */
    public record Waiting(Said label, List<Crumb> parties, List<Said> roles) {
        public Waiting {
            parties = List.copyOf(parties);
            roles = List.copyOf(roles);
        }
    }
}

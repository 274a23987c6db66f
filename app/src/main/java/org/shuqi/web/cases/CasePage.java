package org.shuqi.web.cases;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;

/**
 * A request, correction or dispute.
 *
 * @param kind {@code applications}, {@code corrections} or {@code disputes}
 * @param id its number
 * @param title what it is called
 * @param status where it stands
 * @param dues its time limits
 * @param facts what it says
 * @param grants what it asks for, or is about
 * @param sides what each side says, beside each other
 * @param handling what can be done
 * @param course what happened, the latest first
 * @param actions what else can be begun from here
 * @param done the step that was just taken, here or before
 */
public record CasePage(
        String kind,
        String id,
        Said title,
        Badge status,
        List<Due> dues,
        List<Fact> facts,
        List<Granted> grants,
        List<Side> sides,
        Handling handling,
        List<Event> course,
        List<Crumb> actions,
        Optional<Crumb> done) {

    public CasePage {
        dues = List.copyOf(dues);
        facts = List.copyOf(facts);
        grants = List.copyOf(grants);
        sides = List.copyOf(sides);
        course = List.copyOf(course);
        actions = List.copyOf(actions);
    }

    /** Something it says: a name and the values, those that have a page with its address. */
    public record Fact(Said label, List<Crumb> values) {
        public Fact {
            values = List.copyOf(values);
        }
    }

    /** What one side says. */
    public record Side(Said label, List<Crumb> parties, List<Said> texts) {
        public Side {
            parties = List.copyOf(parties);
            texts = List.copyOf(texts);
        }
    }

    /**
     * Something that happened.
     *
     * @param time when, to the minute
     * @param what the step, or what was recorded
     * @param by the organisation
     * @param role in which it was done
     * @param person who
     * @param note what was said
     */
    public record Event(
            String time, Said what, List<Crumb> by, Optional<Said> role, Optional<String> person, Optional<Said> note) {
        public Event {
            by = List.copyOf(by);
        }
    }
}

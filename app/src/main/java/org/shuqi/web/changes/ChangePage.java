package org.shuqi.web.changes;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Badge;
import org.shuqi.web.Fault;
import org.shuqi.web.Said;

/**
 * One working copy.
 *
 * @param id its name
 * @param title what people call it
 * @param status where it stands
 * @param organization who proposes
 * @param version it was published as; empty if it was not
 * @param terms what it changes
 * @param steps what can be done next by the reader
 * @param blocked what cannot, and why
 * @param taken what was done, the newest first
 * @param editable whether the reader may edit it
 * @param tag the revision that last changed it
 * @param rehearsal where its rehearsal stands
 * @param faults what was refused
 */
public record ChangePage(
        String id,
        Said title,
        Badge status,
        Said organization,
        String version,
        List<Term> terms,
        List<Step> steps,
        List<Blocked> blocked,
        List<Taken> taken,
        boolean editable,
        long tag,
        RehearsalPart rehearsal,
        List<Fault> faults) {

    /**
     * What is changed of a term.
     *
     * @param iri which
     * @param name what it is to be called
     * @param code last part of its IRI
     * @param address of its page; empty for a new one
     * @param isNew whether there was none
     * @param lines of the difference
     * @param stale whether it has changed since
     * @param rivals other working copies that change it
     */
    public record Term(
            String iri,
            Said name,
            String code,
            String address,
            boolean isNew,
            List<Line> lines,
            boolean stale,
            List<String> rivals) {}

    /**
     * A line of a difference.
     *
     * @param style added, removed or same
     * @param sign that says the same
     * @param text of the line
     */
    public record Line(String style, String sign, String text) {}

    /**
     * A step that can be taken.
     *
     * @param to status it leads to
     * @param step its code
     * @param label what it is called
     */
    public record Step(String to, String step, Said label) {}

    /**
     * A step that cannot.
     *
     * @param label what it is called
     * @param because why
     */
    public record Blocked(Said label, List<String> because) {}

    /**
     * A step that was taken.
     *
     * @param label what it is called
     * @param person who took it
     * @param time when
     * @param note what was said
     */
    public record Taken(Said label, String person, String time, Optional<Said> note) {}
}

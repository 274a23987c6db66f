package org.shuqi.web.settings;

import java.util.List;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Fault;
import org.shuqi.web.Said;

/**
 * Handing on what one is appointed to.
 *
 * @param duties what the reader may hand on
 * @param given what the reader has handed on
 * @param received what was handed to the reader
 * @param filled what was filled in
 * @param faults what is wrong with it
 */
public record DelegationPage(
        List<Duty> duties, List<Handed> given, List<Handed> received, Filled filled, List<Fault> faults) {

    public DelegationPage {
        duties = List.copyOf(duties);
        given = List.copyOf(given);
        received = List.copyOf(received);
        faults = List.copyOf(faults);
    }

    /** A role with what it reaches. */
    public record Duty(String id, Said role, Said reach) {}

    /**
     * A role that was handed on.
     *
     * @param id of the appointment
     * @param person from whom or to whom
     * @param duty the role with what it reaches
     * @param span from when until when
     * @param state where it stands
     * @param canEnd whether there is anything to end
     * @param done steps that were taken in it
     */
    public record Handed(
            String id, String person, Duty duty, String span, Badge state, boolean canEnd, List<Done> done) {
        public Handed {
            done = List.copyOf(done);
        }
    }

    /** A step that was taken. */
    public record Done(String at, Crumb record, Said step) {}

    /** What was filled in. */
    public record Filled(String duty, String to, String from, String until) {}

    /** What is wrong with a field; empty text if nothing is. */
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::message)
                .findFirst()
                .orElse("");
    }
}

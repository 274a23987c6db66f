package org.shuqi.web.audit;

import java.util.List;
import org.shuqi.web.Address;
import org.shuqi.web.Fault;

/**
 * The audit.
 *
 * @param kind which tab: {@code changes}, {@code export}, {@code denied} or {@code counted}
 * @param asked what was asked for
 * @param faults what of it makes no sense
 * @param changes a page of changes; empty on the other tabs
 * @param readings a page of the journal; empty on the first tab
 * @param next address of the next page; empty if there is none
 * @param file the same as a table to take away
 */
public record AuditPage(
        String kind,
        Asked asked,
        List<Fault> faults,
        List<Change> changes,
        List<Reading> readings,
        String next,
        Address file) {

    public AuditPage {
        faults = List.copyOf(faults);
        changes = List.copyOf(changes);
        readings = List.copyOf(readings);
    }

    /** What was asked for, as it was typed. */
    public record Asked(String record, String organization, String account, String from, String until) {}

    /** A name that leads somewhere; nowhere if the address is empty. */
    public record Named(String name, String address) {}

    /**
     * A change of the registry.
     *
     * @param revision its number
     * @param at when
     * @param actor who; empty if that is withheld
     * @param reason why; empty if that is withheld
     * @param isWithheld whether who and why are not for the reader
     * @param records the records that it touched, the first ones
     * @param more how many more there are
     * @param size how many statements it took out and put in
     * @param address of the change itself
     */
    public record Change(
            long revision,
            String at,
            String actor,
            String reason,
            boolean isWithheld,
            List<Named> records,
            long more,
            String size,
            String address) {
        public Change {
            records = List.copyOf(records);
        }
    }

    /**
     * A line of the journal.
     *
     * @param number its number
     * @param at when
     * @param actor who
     * @param reason why
     * @param what which address, or which question
     * @param facts what else is known, names and values
     */
    public record Reading(long number, String at, String actor, String reason, String what, List<String> facts) {
        public Reading {
            facts = List.copyOf(facts);
        }
    }
}

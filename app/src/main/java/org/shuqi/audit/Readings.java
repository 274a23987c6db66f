package org.shuqi.audit;

import java.util.Optional;
import java.util.Set;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.graph.Store;
import org.shuqi.journal.Entry;
import org.shuqi.journal.Journal;
import org.shuqi.rights.Rights;

/**
 * Who took data out and who was denied what, for whoever may know that of somebody: the same persons as may know who changed
 * what. Of what others did there is no trace for all others, not even that it was done. Counts and disposals are for those who supervise.
 */
public final class Readings {

    private static final Set<Role> SUPERVISING =
            Set.of(Role.AUDITOR, Role.SECURITY_OFFICER, Role.AUTHORITY_REVIEWER, Role.PLATFORM_OPERATOR);

    private final Store whole;
    private final Rights rights;
    private final Journal journal;

    private Readings(Store whole, Rights rights, Journal journal) {
        this.whole = whole;
        this.rights = rights;
        this.journal = journal;
    }

    /**
     * Over one registry.
     *
     * @param whole the store with everything in it: what the caller may know is decided here
     */
    public static Readings over(Store whole, Rights rights, Journal journal) {
        return new Readings(whole, rights, journal);
    }

    /** Some lines, the newest first. */
    public Journal.Page page(Journal.Wanted wanted, Caller caller) {
        try (var now = whole.read()) {
            var overseer = new Overseer(caller, rights, now);
            return journal.page(wanted, entry -> mayKnow(entry, caller, overseer));
        }
    }

    /** One line; nothing if there is none, or it is not for the caller. */
    public Optional<Entry> entry(long number, Caller caller) {
        var just = new Journal.Wanted(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                java.util.OptionalLong.of(number + 1),
                1);
        return page(just, caller).entries().stream()
                .filter(entry -> entry.number() == number)
                .findFirst();
    }

    private static boolean mayKnow(Entry entry, Caller caller, Overseer overseer) {
        return entry.sort() == Entry.Sort.COUNTED || entry.sort() == Entry.Sort.DISPOSED
                ? SUPERVISING.stream().anyMatch(caller::is)
                : overseer.mayKnow(entry.actor());
    }
}

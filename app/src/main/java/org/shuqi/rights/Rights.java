package org.shuqi.rights;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.shuqi.access.Acting;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Entitlement;
import org.shuqi.graph.Derived;
import org.shuqi.graph.Sight;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;

/** What callers may read of one registry. */
public final class Rights {

    private static final Caller NOBODY = new Caller("", "", Set.of());

    /** Enough for callers who ask about the same data again and again. */
    private static final int MOST_NAMINGS = 10_000;

    private final Store whole;
    private final Derived<Audiences> audiences;
    private final Cache<Naming, Boolean> namings =
            Caffeine.newBuilder().maximumSize(MOST_NAMINGS).build();

    private final Unseen unseen = new Unseen();

    private Rights(Store whole) {
        this.whole = whole;
        this.audiences = whole.derive(new Audiences.Following());
    }

    /** Of the registry in this store; follows its commits. */
    public static Rights over(Store whole) {
        return new Rights(whole);
    }

    /**
     * Who names which dataset when the registry stands at which revisions: the one asked about, and the newest.
     */
    record Naming(Caller caller, String dataset, long then, long now) {}

    /** What was found out about the naming before; it takes no time, so that time does not tell what is hidden. */
    Optional<Boolean> found(Naming naming) {
        return Optional.ofNullable(namings.getIfPresent(naming));
    }

    /** Keeps what was found out. */
    void keep(Naming naming, boolean mayName) {
        namings.put(naming, mayName);
    }

    /** Which graphs of the whole snapshot the caller may read. */
    public Sight sight(Caller caller, Snapshot snapshot) {
        return seesEverything(caller) ? Sight.ALL : new CallerSight(caller, snapshot.derived(audiences), snapshot);
    }

    /** Whether a dataset is kept from the caller for its own sake, and not for what stands beside it in its catalogue. */
    boolean isGuarded(Node dataset, Caller caller, Snapshot snapshot) {
        return new CallerSight(caller, snapshot.derived(audiences), snapshot).guards(dataset);
    }

    /**
     * The same of whoever this thread works for, with what was found not to be seen before; only for looking at exactly this
     * snapshot. Of nobody, nothing.
     */
    Sight view(Snapshot snapshot) {
        return Acting.caller()
                .map(caller -> seesEverything(caller)
                        ? Sight.ALL
                        : unseen.through(sight(caller, snapshot), caller, snapshot.revision()))
                .orElse(Sight.NONE);
    }

    /** The same of whoever this thread works for; of nobody, nothing. */
    Sight sight(Snapshot snapshot) {
        return Acting.caller().map(caller -> sight(caller, snapshot)).orElse(Sight.NONE);
    }

    /** The registry as whoever works on a thread may read it. */
    public Store sighted() {
        return new SightedStore(whole, this);
    }

    /** What callers may write, by the tables that are in the registry now. */
    public Entitlement writing() {
        try (var now = whole.read()) {
            return Writing.of(this, now.seenBy(Shipped::includes).union());
        }
    }

    /** Whether nothing is kept from the caller. */
    public static boolean seesEverything(Caller caller) {
        for (var appointment : caller.appointments()) {
            if (appointment.role() == Role.OPERATOR
                    || (appointment.role() == Role.AUDITOR && appointment.isEverywhere())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whoever this thread works for, as one who asks about the revision, or the newest; empty if they may ask anything.
     * Nobody may ask nothing.
     */
    public Optional<Questioner> questioner(OptionalLong knownAt) {
        var caller = Acting.caller().orElse(NOBODY);
        return seesEverything(caller) ? Optional.empty() : Optional.of(new Questioner(caller, this, whole, knownAt));
    }

    /** Whether the appointment reaches the organisation, as the registry stands at the snapshot. */
    public boolean reaches(Appointment appointment, Node organization, Snapshot snapshot) {
        return snapshot.derived(audiences).bodies().reaches(appointment, organization, snapshot.union());
    }
}

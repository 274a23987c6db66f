package org.shuqi.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.graph.Store;
import org.shuqi.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches time stamps for digital signatures under agreements that all parties have signed.
 *
 * <p>A signature never waits for the authority: it is in force without a stamp, and gets one later. What waits is read from
 * the registry, so nothing is forgotten over a restart; an authority that fails is asked again, later and later.
 */
public final class Stamping {

    private static final Logger LOG = LoggerFactory.getLogger(Stamping.class);
    private static final Caller WHO = new Caller("shuqi-stamps", Set.of(Role.OPERATOR));
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 10;

    private final Store store;
    private final Changes changes;
    private final Clock clock;
    private final ZoneId zone;
    private final Authorities authorities;
    private final StampClient client;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private Instant next = Instant.MIN;
    private int failures;
    private volatile int waiting;

    /**
     * Why a signature has no stamp yet.
     *
     * @param at when it was tried last
     * @param why what went wrong then
     */
    public record Trouble(Instant at, String why) {}

    private Stamping(Store store, Changes changes, StampSettings settings, Clock clock, ZoneId zone) {
        this.store = store;
        this.changes = changes;
        this.clock = clock;
        this.zone = zone;
        this.authorities = Authorities.in(settings.authorities());
        this.client = new StampClient(settings, authorities);
    }

    /**
     * For one registry; asks nobody yet.
     *
     * @throws Refusal UNUSABLE if there are no certificates in the file of authorities
     */
    public static Stamping of(Store store, Changes changes, StampSettings settings, Clock clock, ZoneId zone) {
        return new Stamping(store, changes, settings, clock, zone);
    }

    /** Fetches what is missing, unless the authority failed a short time ago; one call at a time. */
    public synchronized void look() {
        if (clock.instant().isBefore(next)) {
            return;
        }
        var missing = missing();
        var stamped = 0;
        for (var each : missing) {
            if (!isStamped(each)) {
                break;
            }
            stamped++;
        }
        waiting = missing.size() - stamped;
    }

    /** How many signatures waited for a stamp after the last look. */
    public int waiting() {
        return waiting;
    }

    /** Why the signature of that IRI has no stamp, if it was tried. */
    public Optional<Trouble> trouble(String signature) {
        return Optional.ofNullable(troubles.get(signature));
    }

    Authorities authorities() {
        return authorities;
    }

    private List<Unstamped> missing() {
        try (var now = store.read()) {
            return Unstamped.of(now, zone);
        }
    }

    /** Whether to go on with the next: not if the authority failed. A write that is refused concerns one agreement only. */
    private boolean isStamped(Unstamped each) {
        try {
            var token = client.stamp(each.bytes());
            failures = 0;
            next = Instant.MIN;
            changes.apply(
                    new Change(
                            "time stamp for " + each.signature(), OptionalLong.empty(), now -> each.with(token, now)),
                    WHO);
            troubles.remove(each.signature().toString());
            return true;
        } catch (StampClient.Refused failed) {
            note(each, String.valueOf(failed.getMessage()));
            var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
            var wait = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            next = clock.instant().plus(wait);
            LOG.warn(
                    "no time stamp for {} ({} failures in a row): {}; next in {}",
                    each.signature(),
                    failures,
                    failed.getMessage(),
                    wait);
            return false;
        } catch (Refusal unwritten) {
            note(each, unwritten.problem().detail().en());
            LOG.warn("the time stamp for {} was not taken", each.signature(), unwritten);
            return true;
        }
    }

    private void note(Unstamped each, String why) {
        troubles.put(each.signature().toString(), new Trouble(clock.instant(), why));
    }
}

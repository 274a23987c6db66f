package org.shuqi.account;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.graph.Derived;
import org.shuqi.graph.Store;

/**
 * Who is calling, as the registry knows them at this moment: with the appointments that hold now, of accounts that are not
 * disabled, by keys that have neither ended nor been revoked.
 *
 * <p>Callers are kept until the roster changes or the next appointment begins or ends, so that a busy one costs two
 * look-ups a request.
 */
public final class Callers {

    private final Derived<Roster> roster;
    private final Clock clock;
    private volatile Memory memory = new Memory(Roster.EMPTY);

    private Callers(Derived<Roster> roster, Clock clock) {
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * Of one registry.
     *
     * @param base start of the IRIs of its records
     * @param zone where a plain date begins
     * @param clock what "now" is
     */
    public static Callers of(Store store, String base, ZoneId zone, Clock clock) {
        return new Callers(store.derive(new RosterDerivation(new EntryReader(base, zone))), clock);
    }

    /** The caller whose API key this is. */
    public Optional<Caller> byKey(String key) {
        return byDigest(Roster.ofKey(Digest.of(key)));
    }

    /**
     * The caller whose client certificate this is.
     *
     * @param thumbprint SHA-256 of its DER form, lower-case hexadecimal
     */
    public Optional<Caller> byCertificate(String thumbprint) {
        return byDigest(Roster.ofCertificate(thumbprint));
    }

    /** The caller whom an OpenID provider names so. */
    public Optional<Caller> byIdentity(String issuer, String subject) {
        return roster.current().identified(issuer, subject).flatMap(this::of);
    }

    /** The caller behind an account. */
    public Optional<Caller> of(Node account) {
        var now = clock.instant();
        var remembered = memory();
        var known = remembered.known.get(account);
        if (known != null && known.holds(now)) {
            return Optional.of(known.caller);
        }
        var found = remembered.roster.known(account, now);
        found.ifPresent(it -> remembered.known.put(account, new Kept(it.caller(), now, it.until())));
        return found.map(Roster.Known::caller);
    }

    /** Whether there is such an account, disabled or not. */
    public boolean isAccount(Node account) {
        return roster.current().account(account).isPresent();
    }

    /** What people call the user of the account. */
    public Optional<String> nameOf(Node account) {
        return roster.current().account(account).flatMap(Entry.Account::name);
    }

    /** Whether there is any account. */
    boolean any() {
        return roster.current().entries().values().stream().anyMatch(Entry.Account.class::isInstance);
    }

    /** The account that a key or a certificate speaks for. */
    Optional<Node> owner(Node opener) {
        return roster.current().entries().get(opener) instanceof Entry.Opener found
                ? Optional.of(found.account())
                : Optional.empty();
    }

    /** Whether the key or the certificate opens its account now. */
    boolean isOpen(Node opener) {
        return roster.current().entries().get(opener) instanceof Entry.Opener found
                && found.span().holds(clock.instant());
    }

    Optional<Entry.Held> appointment(Node record) {
        return roster.current().entries().get(record) instanceof Entry.Held found
                ? Optional.of(found)
                : Optional.empty();
    }

    /** What the account has at this moment, for its own page: its keys and its appointments. */
    public Belongings belongingsOf(Node account) {
        return Belongings.of(roster.current(), account, clock.instant());
    }

    private Optional<Caller> byDigest(String digest) {
        return roster.current().opened(digest, clock.instant()).flatMap(opened -> of(opened.account()));
    }

    private Memory memory() {
        var current = roster.current();
        var remembered = memory;
        if (remembered.roster != current) {
            remembered = new Memory(current);
            memory = remembered;
        }
        return remembered;
    }

    /** Callers of one roster; only of accounts that there are, so that guessing does not fill it. */
    private static final class Memory {

        private final Roster roster;
        private final ConcurrentHashMap<Node, Kept> known = new ConcurrentHashMap<>();

        Memory(Roster roster) {
            this.roster = roster;
        }
    }

    /** A caller, and in which span nothing about them changes. */
    private record Kept(Caller caller, Instant from, Instant until) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }
}

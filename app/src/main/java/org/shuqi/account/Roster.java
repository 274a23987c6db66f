package org.shuqi.account;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;

/**
 * All accounts with what they are appointed to and what opens them, at one revision.
 *
 * @param entries by the record that says it
 * @param held appointments by account
 * @param named the records that go by a name: a digest, or an identity at an OpenID provider
 */
record Roster(PMap<Node, Entry> entries, PMap<Node, PSet<Node>> held, PMap<String, PSet<Node>> named) {

    static final Roster EMPTY = new Roster(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** What an API key goes by; kept apart from certificates, whose digests are no secret. */
    static String ofKey(String digest) {
        return "key " + digest;
    }

    /** What a client certificate goes by. */
    static String ofCertificate(String digest) {
        return "certificate " + digest;
    }

    /** What somebody goes by at an OpenID provider; an address has no blank in it, so the two cannot be mistaken. */
    static String identity(String issuer, String subject) {
        return "identity " + issuer + " " + subject;
    }

    /** Who is calling, and until when that is the answer. */
    record Known(Caller caller, Instant until) {}

    /** The same with another entry for the record, or with none. */
    Roster with(Node subject, Optional<? extends Entry> entry) {
        var without = entries.containsKey(subject) ? without(subject, entries.get(subject)) : this;
        return entry.isEmpty() ? without : without.plus(subject, entry.get());
    }

    /** The account that the key or the certificate opens at the instant, and until when. */
    Optional<Opened> opened(String digest, Instant at) {
        return only(digest)
                .flatMap(record -> Optional.ofNullable(entries.get(record)))
                .filter(Entry.Opener.class::isInstance)
                .map(Entry.Opener.class::cast)
                .filter(opener -> opener.span().holds(at))
                .map(opener ->
                        new Opened(opener.account(), opener.span().until().orElse(Instant.MAX)));
    }

    /**
     * What a key opens.
     *
     * @param account the account
     * @param until when the key ends
     */
    record Opened(Node account, Instant until) {}

    /** The account that an OpenID provider names so; empty also if two have that name. */
    Optional<Node> identified(String issuer, String subject) {
        return only(identity(issuer, subject));
    }

    /** The caller behind the account at the instant; empty if there is no such account or it is disabled. */
    Optional<Known> known(Node account, Instant at) {
        return account(account).filter(entry -> entry.span().holds(at)).map(entry -> {
            var turns = new TreeSet<Instant>();
            turns.add(Instant.MAX);
            turn(entry.span(), at, turns);
            var appointments = new HashSet<Appointment>();
            held.getOrDefault(account, HashTreePSet.empty()).forEach(node -> {
                if (entries.get(node) instanceof Entry.Held appointment && holds(appointment, at, turns)) {
                    appointments.add(appointment.appointment());
                }
            });
            return new Known(new Caller(account.getURI(), entry.person(), appointments), turns.first());
        });
    }

    /** The account, whether or not it is disabled. */
    Optional<Entry.Account> account(Node account) {
        return entries.get(account) instanceof Entry.Account found ? Optional.of(found) : Optional.empty();
    }

    /** Whether the appointment gives its role at the instant. */
    boolean holds(Entry.Held appointment, Instant at) {
        return holds(appointment, at, new TreeSet<>());
    }

    /** A delegated appointment holds only as long as the one it comes from, which must not be delegated itself. */
    private boolean holds(Entry.Held appointment, Instant at, Set<Instant> turns) {
        turn(appointment.span(), at, turns);
        if (!appointment.span().holds(at)) {
            return false;
        }
        if (appointment.source().isEmpty()) {
            return true;
        }
        if (!(entries.get(appointment.source().get()) instanceof Entry.Held source)
                || source.source().isPresent()) {
            return false;
        }
        turn(source.span(), at, turns);
        var delegator = account(source.account());
        delegator.ifPresent(entry -> turn(entry.span(), at, turns));
        return source.span().holds(at)
                && source.appointment().role() == appointment.appointment().role()
                && delegator.filter(entry -> entry.span().holds(at)).isPresent();
    }

    private static void turn(Span span, Instant at, Set<Instant> turns) {
        span.from().filter(at::isBefore).ifPresent(turns::add);
        span.until().filter(at::isBefore).ifPresent(turns::add);
    }

    private Optional<Node> only(String name) {
        var found = named.getOrDefault(name, HashTreePSet.empty());
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private Roster plus(Node subject, Entry entry) {
        var all = entries.plus(subject, entry);
        if (entry instanceof Entry.Held appointment) {
            return new Roster(all, joined(held, appointment.account(), subject), named);
        }
        return name(entry)
                .map(name -> new Roster(all, held, joined(named, name, subject)))
                .orElse(new Roster(all, held, named));
    }

    private Roster without(Node subject, Entry entry) {
        var all = entries.minus(subject);
        if (entry instanceof Entry.Held appointment) {
            return new Roster(all, parted(held, appointment.account(), subject), named);
        }
        return name(entry)
                .map(name -> new Roster(all, held, parted(named, name, subject)))
                .orElse(new Roster(all, held, named));
    }

    private static Optional<String> name(Entry entry) {
        if (entry instanceof Entry.Opener opener) {
            return Optional.of(opener.digest());
        }
        return entry instanceof Entry.Account account ? account.identity() : Optional.empty();
    }

    private static <K> PMap<K, PSet<Node>> joined(PMap<K, PSet<Node>> sets, K key, Node node) {
        return sets.plus(key, sets.getOrDefault(key, HashTreePSet.empty()).plus(node));
    }

    private static <K> PMap<K, PSet<Node>> parted(PMap<K, PSet<Node>> sets, K key, Node node) {
        var rest = sets.getOrDefault(key, HashTreePSet.empty()).minus(node);
        return rest.isEmpty() ? sets.minus(key) : sets.plus(key, rest);
    }
}

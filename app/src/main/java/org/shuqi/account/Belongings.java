package org.shuqi.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.access.Appointment;

/**
 * What belongs to an account.
 *
 * @param keys its keys and certificates, also those that open nothing any more
 * @param posts its appointments, also those that are over or yet to come
 * @param handedOn appointments of others that were handed on from its own
 */
public record Belongings(List<Key> keys, List<Post> posts, List<Post> handedOn) {

    public Belongings {
        keys = List.copyOf(keys);
        posts = List.copyOf(posts);
        handedOn = List.copyOf(handedOn);
    }

    /**
     * A key or a certificate.
     *
     * @param record what the registry knows of it
     * @param until when it ends or was revoked
     * @param isOpen whether it opens the account now
     */
    public record Key(Node record, Optional<Instant> until, boolean isOpen) {}

    /**
     * An appointment.
     *
     * @param record what the registry knows of it
     * @param account whose
     * @param appointment the role and what it reaches
     * @param from when it begins
     * @param until when it ends
     * @param giver who handed it on; empty if it was not
     * @param holds whether it holds now
     */
    public record Post(
            Node record,
            Node account,
            Appointment appointment,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<Node> giver,
            boolean holds) {

        /** Whether another handed it on. */
        public boolean delegated() {
            return giver.isPresent();
        }
    }

    static Belongings of(Roster roster, Node account, Instant at) {
        var keys = new ArrayList<Key>();
        var posts = new ArrayList<Post>();
        var handedOn = new ArrayList<Post>();
        roster.entries().forEach((record, entry) -> {
            if (entry instanceof Entry.Opener opener && opener.account().equals(account)) {
                keys.add(new Key(record, opener.span().until(), opener.span().holds(at)));
            } else if (entry instanceof Entry.Held held) {
                var post = post(record, held, roster, at);
                if (held.account().equals(account)) {
                    posts.add(post);
                }
                if (post.giver().filter(account::equals).isPresent()) {
                    handedOn.add(post);
                }
            }
        });
        keys.sort(Comparator.comparing(key -> key.record().getURI()));
        posts.sort(Comparator.comparing(post -> post.record().getURI()));
        handedOn.sort(Comparator.comparing((Post post) -> post.from().orElse(Instant.MIN))
                .thenComparing(post -> post.record().getURI()));
        return new Belongings(keys, posts, handedOn);
    }

    private static Post post(Node record, Entry.Held held, Roster roster, Instant at) {
        return new Post(
                record,
                held.account(),
                held.appointment(),
                held.span().from(),
                held.span().until(),
                held.source()
                        .flatMap(source -> Optional.ofNullable(roster.entries().get(source)))
                        .filter(Entry.Held.class::isInstance)
                        .map(source -> ((Entry.Held) source).account()),
                roster.holds(held, at));
    }
}

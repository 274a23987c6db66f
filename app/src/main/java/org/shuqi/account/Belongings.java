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
 */
public record Belongings(List<Key> keys, List<Post> posts) {

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
     * @param appointment the role and what it reaches
     * @param from when it begins
     * @param until when it ends
     * @param delegated whether another handed it on
     * @param holds whether it holds now
     */
    public record Post(
            Node record,
            Appointment appointment,
            Optional<Instant> from,
            Optional<Instant> until,
            boolean delegated,
            boolean holds) {}

    static Belongings of(Roster roster, Node account, Instant at) {
        var keys = new ArrayList<Key>();
        var posts = new ArrayList<Post>();
        roster.entries().forEach((record, entry) -> {
            if (entry instanceof Entry.Opener opener && opener.account().equals(account)) {
                keys.add(new Key(record, opener.span().until(), opener.span().holds(at)));
            } else if (entry instanceof Entry.Held held && held.account().equals(account)) {
                posts.add(new Post(
                        record,
                        held.appointment(),
                        held.span().from(),
                        held.span().until(),
                        held.source().isPresent(),
                        roster.holds(held, at)));
            }
        });
        keys.sort(Comparator.comparing(key -> key.record().getURI()));
        posts.sort(Comparator.comparing(post -> post.record().getURI()));
        return new Belongings(List.copyOf(keys), List.copyOf(posts));
    }
}

package org.shuqi.account;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.access.Appointment;

/** What one record of the room says. */
sealed interface Entry {

    /**
     * Somebody who signs in.
     *
     * @param person who stands behind it
     * @param name what people call them
     * @param span until it is disabled
     * @param identity how an OpenID provider names it; see {@link Roster#identity}
     */
    record Account(String person, Optional<String> name, Span span, Optional<String> identity) implements Entry {}

    /**
     * A role given to an account.
     *
     * @param account whose
     * @param appointment the role and what it reaches
     * @param span when it holds
     * @param source the appointment it was delegated from
     */
    record Held(Node account, Appointment appointment, Span span, Optional<Node> source) implements Entry {}

    /**
     * Something that opens an account.
     *
     * @param account which
     * @param digest kind and digest of what is shown at the door; see {@link Roster#ofKey}
     * @param span when it opens
     */
    record Opener(Node account, String digest, Span span) implements Entry {}
}

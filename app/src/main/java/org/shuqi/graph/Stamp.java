package org.shuqi.graph;

import java.util.OptionalLong;

/**
 * What the log keeps about a change beside the change itself.
 *
 * @param actor who made it
 * @param reason why, in their words
 * @param expected the revision that the touched graphs had not passed, if one was named
 */
public record Stamp(String actor, String reason, OptionalLong expected) {

    public Stamp {
        actor = Terms.text(actor);
        reason = Terms.text(reason);
    }
}

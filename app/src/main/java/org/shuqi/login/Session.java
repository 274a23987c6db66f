package org.shuqi.login;

import java.time.Instant;
import org.apache.jena.graph.Node;

/** Somebody who has signed in on a browser. */
final class Session {

    private final Node account;
    private final String csrf;
    private final Instant begun;
    private final boolean mustChange;
    private volatile Instant used;

    /**
     * Begins now.
     *
     * @param csrf what a form has to send along to change anything
     * @param mustChange whether the password is one-time, so that nothing but changing it is open
     */
    Session(Node account, String csrf, Instant begun, boolean mustChange) {
        this.account = account;
        this.csrf = csrf;
        this.begun = begun;
        this.mustChange = mustChange;
        this.used = begun;
    }

    Node account() {
        return account;
    }

    String csrf() {
        return csrf;
    }

    Instant begun() {
        return begun;
    }

    boolean mustChange() {
        return mustChange;
    }

    /** When it was last used. */
    Instant used() {
        return used;
    }

    void use(Instant now) {
        used = now;
    }
}

package org.shuqi.login;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;

/** Who looks at a page, as the gatekeeper let them in. */
public final class Visitor {

    /** Where the gatekeeper leaves the session. */
    static final String SESSION = "org.shuqi.session";

    /** Where the gatekeeper leaves the name of the person. */
    static final String NAME = "org.shuqi.session.name";

    private final HttpRequest<?> request;
    private final Optional<Session> session;

    private Visitor(HttpRequest<?> request) {
        this.request = request;
        this.session = request.getAttribute(SESSION, Session.class);
    }

    /** Whoever sent the request. */
    public static Visitor of(HttpRequest<?> request) {
        return new Visitor(request);
    }

    /** Whom the gatekeeper knows; empty if nobody has signed in. */
    public Optional<Caller> caller() {
        return request.getAttribute(Acting.ATTRIBUTE, Caller.class);
    }

    /** What to call them: the name of the person, else the identifier of the account; empty if nobody has signed in. */
    public Optional<String> name() {
        return request.getAttribute(NAME, String.class).or(() -> caller().map(
                        caller -> caller.id().substring(caller.id().lastIndexOf('/') + 1)));
    }

    /** Whether a browser holds a session, which can be ended. */
    public boolean hasSession() {
        return session.isPresent();
    }

    /** What every form has to send along as {@code csrf}; empty text if there is no session that it could belong to. */
    public String csrf() {
        return session.map(Session::csrf).orElse("");
    }

    /**
     * Refuses a form that another site sent, or that was made for another session.
     *
     * @throws org.shuqi.problem.Refusal FORBIDDEN
     */
    public void requireOwnForm(String token) {
        Form.requireSameSite(request);
        session.ifPresent(held -> Form.requireToken(held, token));
    }
}

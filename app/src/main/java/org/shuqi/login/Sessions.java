package org.shuqi.login;

import io.micronaut.context.annotation.Property;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.shuqi.account.Digest;

/**
 * Who is signed in on a browser. Kept in memory only, by the digest of what the browser holds: a restart signs everybody out,
 * and whoever reads the memory of the server cannot become somebody else with it.
 */
@Singleton
final class Sessions {

    /** More than any office has people; beyond it the longest unused go. */
    private static final int MOST = 50_000;

    private static final int BYTES = 32;

    private final Duration idle;
    private final Duration longest;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    Sessions(
            @Property(name = "shuqi.session.idle", defaultValue = "PT30M") Duration idle,
            @Property(name = "shuqi.session.longest", defaultValue = "PT12H") Duration longest,
            Clock clock) {
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
    }

    /** Begins a session; what the browser is to hold. */
    String begin(Node account, boolean mustChange) {
        var now = clock.instant();
        tidy();
        var token = secret();
        sessions.put(Digest.of(token), new Session(account, secret(), now, mustChange));
        return token;
    }

    /** The session that the browser holds, which is used now; empty if it is over. */
    Optional<Session> of(String token) {
        var key = Digest.of(token);
        var session = sessions.get(key);
        if (session == null) {
            return Optional.empty();
        }
        if (isOver(session)) {
            sessions.remove(key);
            return Optional.empty();
        }
        session.use(clock.instant());
        return Optional.of(session);
    }

    void end(String token) {
        sessions.remove(Digest.of(token));
    }

    /** Ends all sessions of the account. */
    void endAll(Node account) {
        sessions.values().removeIf(session -> session.account().equals(account));
    }

    /** The sessions of the account, oldest first. */
    List<Session> of(Node account) {
        return sessions.values().stream()
                .filter(session -> session.account().equals(account) && !isOver(session))
                .sorted(java.util.Comparator.comparing(Session::begun))
                .toList();
    }

    /** How many are kept, over or not. */
    int count() {
        return sessions.size();
    }

    /** Forgets those that are over, so that nothing of them stays in memory until somebody else signs in. */
    @Scheduled(initialDelay = "${shuqi.session.tidy:1m}", fixedDelay = "${shuqi.session.tidy:1m}")
    void forget() {
        sessions.values().removeIf(this::isOver);
    }

    private boolean isOver(Session session) {
        var now = clock.instant();
        return !session.used().plus(idle).isAfter(now)
                || !session.begun().plus(longest).isAfter(now);
    }

    private void tidy() {
        forget();
        Collection<Session> all = sessions.values();
        if (all.size() >= MOST) {
            all.stream().min(java.util.Comparator.comparing(Session::used)).ifPresent(all::remove);
        }
    }

    private String secret() {
        var some = new byte[BYTES];
        random.nextBytes(some);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(some);
    }
}

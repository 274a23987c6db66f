package org.shuqi.login;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shuqi.account.Digest;
import org.shuqi.openid.Attempt;

/** Sign-ins at the OpenID provider that are under way; each is good for one return, of the browser that began it. */
@Singleton
final class Attempts {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST = 10_000;
    private static final int BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Kept> underWay = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST;
        }
    };

    Attempts(Clock clock) {
        this.clock = clock;
    }

    private record Kept(Begun begun, Instant until) {}

    /**
     * One that was begun.
     *
     * @param token what the browser holds
     * @param attempt what the provider is asked
     * @param next where the browser wants to go in the end
     */
    record Begun(String token, Attempt attempt, String next) {}

    synchronized Begun begin(String next) {
        var some = new byte[BYTES];
        random.nextBytes(some);
        var begun = new Begun(Base64.getUrlEncoder().withoutPadding().encodeToString(some), Attempt.begin(), next);
        underWay.put(Digest.of(begun.token()), new Kept(begun, clock.instant().plus(LONGEST)));
        return begun;
    }

    /** The one of this browser, which is over with this. */
    synchronized Optional<Begun> take(String token) {
        return Optional.ofNullable(underWay.remove(Digest.of(token)))
                .filter(kept -> kept.until().isAfter(clock.instant()))
                .map(Kept::begun);
    }
}

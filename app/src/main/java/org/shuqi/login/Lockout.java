package org.shuqi.login;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes guessing slow: after a few wrong passwords for a name, or more from an address, the next attempt has to wait, each time
 * twice as long. A name that is nobody's is locked like any other, so that nothing is learnt from it.
 */
@Singleton
final class Lockout {

    private static final int FREE_FOR_A_NAME = 5;
    private static final int FREE_FOR_AN_ADDRESS = 20;
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 16;
    private static final int MOST = 20_000;
    private static final int IPV6_BYTES = 16;
    private static final int NET_BYTES = 8;

    private final Clock clock;
    private final Map<String, Tries> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > MOST;
        }
    };

    Lockout(Clock clock) {
        this.clock = clock;
    }

    /** Wrong passwords in a row. */
    private record Tries(int count, Instant last, Instant lockedUntil) {}

    /** How long an attempt has to wait; zero if it need not. */
    synchronized Duration wait(String name, InetAddress address) {
        var now = clock.instant();
        var longest = Duration.ZERO;
        for (var key : new String[] {ofName(name), ofAddress(address)}) {
            var tries = failures.get(key);
            if (tries != null && tries.lockedUntil.isAfter(now)) {
                var left = Duration.between(now, tries.lockedUntil);
                longest = left.compareTo(longest) > 0 ? left : longest;
            }
        }
        return longest;
    }

    /** A wrong password. */
    synchronized void failed(String name, InetAddress address) {
        count(ofName(name), FREE_FOR_A_NAME);
        count(ofAddress(address), FREE_FOR_AN_ADDRESS);
    }

    /** A right one: the name starts anew, the address does not, for one's own account must not pay for guessing at others. */
    synchronized void succeeded(String name) {
        failures.remove(ofName(name));
    }

    private void count(String key, int free) {
        var now = clock.instant();
        var before = failures.get(key);
        var count = before == null || before.last.plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : before.count + 1;
        failures.put(key, new Tries(count, now, now.plus(delay(count - free))));
    }

    private static Duration delay(int beyond) {
        if (beyond < 0) {
            return Duration.ZERO;
        }
        var delay = FIRST.multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    private static String ofName(String name) {
        return "name " + name;
    }

    /** Whoever has one IPv6 address has the whole /64 around it. */
    private static String ofAddress(InetAddress address) {
        var bytes = address.getAddress();
        var net = bytes.length == IPV6_BYTES ? Arrays.copyOf(bytes, NET_BYTES) : bytes;
        return "address " + HexFormat.of().formatHex(net);
    }
}

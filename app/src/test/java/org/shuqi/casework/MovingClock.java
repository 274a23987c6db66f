package org.shuqi.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that a test moves: each look is a second later, so that no two steps have the same instant. */
public final class MovingClock extends Clock {

    private Instant now;

    public MovingClock(String start) {
        this.now = Instant.parse(start);
    }

    /** Goes on by so much. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** Goes to an instant, which may lie before. */
    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        now = now.plusSeconds(1);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

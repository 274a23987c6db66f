package org.shuqi.web.cases;

import org.shuqi.clock.State;
import org.shuqi.clock.TimeLimit;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Badge;
import org.shuqi.web.Said;

/** Draws time limits. */
final class Dues {

    /** So many working days before the last one, time is short. */
    private static final int SHORT = 2;

    private final Look look;

    Dues(Look look) {
        this.look = look;
    }

    Due of(TimeLimit limit) {
        return new Due(
                look.name(Sq.code("clock", limit.code())),
                badge(limit),
                limit.responsible().stream().map(look::link).toList(),
                limit.basis().law().stream().map(look::name).toList(),
                limit.remarks().stream()
                        .map(remark -> Said.of(remark.text(), look.view().language()))
                        .toList());
    }

    Badge badge(TimeLimit limit) {
        var day = limit.dueOn().map(Object::toString).orElse("—");
        var left = limit.left().orElse(0);
        return switch (limit.state()) {
            case OVERDUE -> new Badge(Badge.Tone.BAD, look.word("cases.due.over", -left, day));
            case MET ->
                new Badge(
                        Badge.Tone.GOOD, Said.of(State.MET.label(), look.view().language()));
            case MET_LATE ->
                new Badge(
                        Badge.Tone.BAD,
                        Said.of(State.MET_LATE.label(), look.view().language()));
            case PAUSED ->
                new Badge(
                        Badge.Tone.PLAIN,
                        Said.of(State.PAUSED.label(), look.view().language()));
            case RUNNING ->
                new Badge(left <= SHORT ? Badge.Tone.WARN : Badge.Tone.PLAIN, look.word("cases.due.left", left, day));
        };
    }
}

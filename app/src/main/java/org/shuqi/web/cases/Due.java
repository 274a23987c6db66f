package org.shuqi.web.cases;

import java.util.List;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.clock.TimeLimit;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;
import org.shuqi.web.View;

/**
 * A time limit as a page shows it.
 *
 * @param clock which
 * @param badge how much is left, or what became of it
 * @param responsible who answers for it
 * @param law the articles it rests on
 * @param remarks what did not count, and why
 */
public record Due(Said clock, Badge badge, List<Crumb> responsible, List<Said> law, List<Said> remarks) {
    public Due {
        responsible = List.copyOf(responsible);
        law = List.copyOf(law);
        remarks = List.copyOf(remarks);
    }

    /** So many working days before the last one, time is short. */
    private static final int SHORT = 2;

    /**
     * Draws a time limit.
     *
     * @param registry what things are called
     * @param link a thing with its page
     */
    public static Due of(TimeLimit limit, Graph registry, View view, Function<Node, Crumb> link) {
        return new Due(
                Said.name(registry, Sq.code("clock", limit.code()), view.language()),
                badge(limit, view),
                limit.responsible().stream().map(link).toList(),
                limit.basis().law().stream()
                        .map(law -> Said.name(registry, law, view.language()))
                        .toList(),
                limit.remarks().stream()
                        .map(remark -> Said.of(remark.text(), view.language()))
                        .toList());
    }

    private static Badge badge(TimeLimit limit, View view) {
        var day = limit.dueOn().map(Object::toString).orElse("—");
        var left = limit.left().orElse(0);
        var state = Said.of(limit.state().label(), view.language());
        return switch (limit.state()) {
            case OVERDUE -> new Badge(Badge.Tone.BAD, new Said(view.t("cases.due.over", -left, day), view.lang()));
            case MET -> new Badge(Badge.Tone.GOOD, state);
            case MET_LATE -> new Badge(Badge.Tone.BAD, state);
            case PAUSED -> new Badge(Badge.Tone.PLAIN, state);
            case RUNNING ->
                new Badge(
                        left <= SHORT ? Badge.Tone.WARN : Badge.Tone.PLAIN,
                        new Said(view.t("cases.due.left", left, day), view.lang()));
        };
    }
}

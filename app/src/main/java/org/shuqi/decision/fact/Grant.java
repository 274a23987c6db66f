package org.shuqi.decision.fact;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.shuqi.problem.Text;
import org.shuqi.time.Span;

/**
 * One permission of an agreement or of a request.
 *
 * @param source the agreement or request
 * @param number its place among the permissions of the source
 * @param agreement whether the source is an agreement; else it is a request
 * @param usable whether it can be relied on: every constraint is understood, and its action is to receive
 * @param assigners who gives
 * @param subordinates whether those below the assignees receive too
 * @param reach whom, what, what for, how and when it covers
 * @param masking the items it is masked for
 * @param duties what it obliges the recipient to
 * @param name number or title of the source
 */
public record Grant(
        int source,
        int number,
        boolean agreement,
        boolean usable,
        Ids assigners,
        boolean subordinates,
        Reach reach,
        Masking masking,
        List<Duty> duties,
        Text name)
        implements Fact {

    /**
     * What a permission covers.
     *
     * @param assignees who receives
     * @param targets items, datasets, themes or whatever an asset may be called by
     * @param purposes the purpose constraints; each must be met, by one of its purposes
     * @param methods the method constraints, likewise
     * @param windows further limits of its time
     * @param term when its source is in force
     * @param onward whom the data may be passed on to
     */
    public record Reach(
            Ids assignees,
            Ids targets,
            List<Ids> purposes,
            List<Ids> methods,
            List<Span> windows,
            Term term,
            Ids onward) {

        private Reach to(Ids others) {
            return new Reach(others, targets, purposes, methods, windows, term, onward);
        }

        private Reach over(Ids others) {
            return new Reach(assignees, others, purposes, methods, windows, term, onward);
        }

        private Reach allowing(List<Ids> otherPurposes, List<Ids> otherMethods) {
            return new Reach(assignees, targets, otherPurposes, otherMethods, windows, term, onward);
        }

        private Reach during(Term other) {
            return new Reach(assignees, targets, purposes, methods, List.of(), other, onward);
        }

        private Reach onwardTo(Ids others) {
            return new Reach(assignees, targets, purposes, methods, windows, term, others);
        }
    }

    /**
     * De-identification under the permission.
     *
     * @param whole whether all it covers is masked
     * @param items the items that are
     */
    public record Masking(boolean whole, Ids items) {

        /** None. */
        public static final Masking NONE = new Masking(false, Ids.NONE);
    }

    @Override
    public int iri() {
        return source;
    }

    /** Whether it is in force. */
    public boolean holdsAt(Instant at) {
        if (!reach.term.contains(at)) {
            return false;
        }
        for (var window : reach.windows) {
            if (!window.contains(at)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is the same permission, whatever it says by now. */
    public boolean isSameAs(Grant other) {
        return source == other.source && number == other.number;
    }

    private Grant reaching(UnaryOperator<Reach> change) {
        return new Grant(
                source, number, agreement, usable, assigners, subordinates, change.apply(reach), masking, duties, name);
    }

    /** The same, in force at another time. */
    public Grant during(Term other) {
        return reaching(now -> now.during(other));
    }

    /** The same, with another recipient. */
    public Grant receivedAlsoBy(int party) {
        return reaching(now -> now.to(now.assignees.and(Ids.of(party))));
    }

    /** The same, over more items. */
    public Grant overAlso(Ids items) {
        return reaching(now -> now.over(now.targets.and(items)));
    }

    /** The same, for another purpose. */
    public Grant forAlso(int purpose) {
        return reaching(now -> now.allowing(widened(now.purposes, purpose), now.methods));
    }

    /** The same, by another method. */
    public Grant byAlso(int method) {
        return reaching(now -> now.allowing(now.purposes, widened(now.methods, method)));
    }

    /** The same, with somebody the data may be passed on to. */
    public Grant onwardAlsoTo(int party) {
        return reaching(now -> now.onwardTo(now.onward.and(Ids.of(party))));
    }

    private static List<Ids> widened(List<Ids> constraints, int value) {
        var added = Ids.of(value);
        return constraints.isEmpty()
                ? List.of(added)
                : constraints.stream().map(allowed -> allowed.and(added)).toList();
    }
}

package org.shuqi.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shuqi.problem.Text;

/**
 * The answer to one question: the least favourable outcome over the requested items, with each item's own.
 *
 * @param outcome the outcome
 * @param stage the stage that decided, {@code S0} to {@code S10}
 * @param items outcome per item, in the order asked for
 * @param reasons why, most decisive first
 * @param duties what binds the recipient; empty unless something is permitted
 * @param grants IRIs of agreements and requests relied on
 * @param validUntil the earliest instant at which the passing of time alone could change this answer
 * @param revision the revision of the registry that answered
 * @param nearest the smallest changes that would turn the answer into permit; empty for a permit
 * @param route what to file, with whom, within which time; empty unless the outcome is apply or negotiate
 * @param withheld how many reasons, grants, sources of duties, ways and steps are not shown to whoever asked
 */
public record Answer(
        Outcome outcome,
        String stage,
        List<ItemAnswer> items,
        List<Reason> reasons,
        List<Duty> duties,
        List<String> grants,
        Optional<Instant> validUntil,
        long revision,
        List<ChangeSet> nearest,
        List<Step> route,
        int withheld) {

    public Answer {
        items = List.copyOf(items);
        reasons = List.copyOf(reasons);
        duties = List.copyOf(duties);
        grants = List.copyOf(grants);
        nearest = List.copyOf(nearest);
        route = List.copyOf(route);
    }

    /** An answer from which nothing is withheld. */
    Answer(
            Outcome outcome,
            String stage,
            List<ItemAnswer> items,
            List<Reason> reasons,
            List<Duty> duties,
            List<String> grants,
            Optional<Instant> validUntil,
            long revision,
            List<ChangeSet> nearest,
            List<Step> route) {
        this(outcome, stage, items, reasons, duties, grants, validUntil, revision, nearest, route, 0);
    }

    /** The same answer with other duties. */
    Answer withDuties(List<Duty> others) {
        return new Answer(
                outcome, stage, items, reasons, others, grants, validUntil, revision, nearest, route, withheld);
    }

    /** One data item's outcome. */
    public record ItemAnswer(String item, Outcome outcome, String stage) {}

    /**
     * One step of the reasoning.
     *
     * @param stage stage, with its letter where it has one ({@code S8b})
     * @param rule IRI of the norm, agreement, offer or built-in rule
     * @param text the sentence
     * @param basis IRIs of the legal bases
     */
    public record Reason(String stage, String rule, Text text, List<String> basis) {}

    /** Something the recipient must do; {@code source} is the IRI that says so. */
    public record Duty(String duty, Text text, String source) {}

    /** Changes that together flip the answer; none can be left out. */
    public record ChangeSet(List<Step> changes) {
        public ChangeSet {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One thing to do.
     *
     * @param kind code, for example {@code file-request}, {@code sign-agreement}, {@code file-assessment}
     * @param text the sentence, with the statutory time limits
     * @param with IRI of the organisation to turn to, if there is one
     * @param subject what it is about (IRIs)
     */
    public record Step(String kind, Text text, Optional<String> with, List<String> subject) {}
}

package org.shuqi.decision;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;

/** May P share D with R for U by M at T? The one engine behind every door. */
public interface Decisions {

    /**
     * Looks identifiers up and answers.
     *
     * @throws org.shuqi.problem.Refusal UNKNOWN if an identifier is not in the registry, UNUSABLE if a value makes no
     *     sense
     */
    Answer answer(QuestionForm form);

    /**
     * The outcome alone, as {@link #answer} would have it, for a small part of its cost: for many questions at once.
     *
     * @throws org.shuqi.problem.Refusal as {@link #answer} does
     */
    Brief brief(QuestionForm form);

    /**
     * The same if nothing speaks against it; if something does, nothing has come of it, and {@link #brief} says what it is.
     */
    Optional<Brief> attempt(QuestionForm form);

    /**
     * An outcome without its reasons.
     *
     * @param outcome the outcome
     * @param stage the stage that decided, {@code S0} to {@code S10}
     * @param revision the revision of the registry that answered
     * @param isWithheld whether it is about classified data, and they do not flow
     */
    record Brief(Outcome outcome, String stage, long revision, boolean isWithheld) {}

    /**
     * The rows that match, at one instant and exactly at the revision of the snapshot. With dataset, recipient and
     * purpose given, the one row whatever its outcome (none if an identifier is unknown); else every tuple whose
     * outcome is permit, or the outcome asked for when dataset or recipient is given too.
     */
    Iterator<Permission> permissions(Snapshot snapshot, Permission.Pattern pattern, Instant at);

    /** The outcome for IRIs, at the revision of the snapshot; empty if an identifier is unknown. */
    Optional<Outcome> outcome(Snapshot snapshot, String dataset, String recipient, String purpose, Instant at);

    /**
     * The answers that a change nobody has made yet would make other ones: about what the agreements give, before or after
     * it, and to whom.
     *
     * @param supposed the change
     * @param agreements IRIs of the agreements that it is about
     * @throws org.shuqi.problem.Refusal LIMIT if they reach too many data and recipients to ask about each
     */
    List<Difference> differences(Snapshot snapshot, Delta supposed, List<String> agreements, Instant at);

    /**
     * What a change of the words that nobody has made yet would do to the answers, over the whole registry whoever asks:
     * how many, of which kind, and the first that the asker may ask about.
     *
     * @param supposed the change
     * @param edited IRIs of the words that it is about
     * @param progress hears how many questions were asked
     */
    Impact impact(Snapshot snapshot, Delta supposed, Set<String> edited, Instant at, LongConsumer progress);

    /** The list questions. */
    Lists lists();

    /** The same decisions as whoever asks may have them: only about what concerns them, cut to what they may read. */
    default Decisions heardBy(Asker.Askers askers) {
        return heardBy(askers, Tally.NONE);
    }

    /** The same, and somebody counts them. */
    Decisions heardBy(Asker.Askers askers, Tally tally);
}

package org.shuqi.web.changes;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Badge;

/**
 * Where the rehearsal of a working copy stands.
 *
 * @param id of the working copy
 * @param isRunning whether it is under way
 * @param stage what it is at
 * @param done how many it has looked at
 * @param total of how many, 0 if that is not known
 * @param failure why nothing came of it; empty if nothing went wrong
 * @param result what came of it
 * @param mayBegin whether the reader may begin one
 */
public record RehearsalPart(
        String id,
        boolean isRunning,
        String stage,
        long done,
        long total,
        String failure,
        Optional<Result> result,
        boolean mayBegin) {

    /**
     * What would happen.
     *
     * @param verdict in a word
     * @param time when it was looked at
     * @param revision which was looked at
     * @param behind how many revisions there have been since
     * @param uses how much each term is used
     * @param looked records that were held against edited shapes
     * @param failing of them would break a rule
     * @param warned of them would be warned about
     * @param findings the first that the reader may see
     * @param withheld how many of those told are about records the reader may not read
     * @param faults of the words themselves
     * @param possible questions there are
     * @param asked of them
     * @param changed answers
     * @param turns how they change
     * @param answers the first that the reader may ask about
     */
    public record Result(
            Badge verdict,
            String time,
            long revision,
            long behind,
            List<Use> uses,
            long looked,
            long failing,
            long warned,
            List<Found> findings,
            int withheld,
            List<Found> faults,
            long possible,
            long asked,
            long changed,
            List<Turn> turns,
            List<Answer> answers) {}

    /** How much a term is used. */
    public record Use(String code, long statements) {}

    /**
     * Something that was found.
     *
     * @param focus name of the record
     * @param message what is wrong
     * @param tone style of its badge
     */
    public record Found(String focus, String message, String tone) {}

    /** Answers that change alike. */
    public record Turn(String before, String after, long count) {}

    /** One answer that changes. */
    public record Answer(
            String dataset, String recipient, String purpose, String method, String before, String after) {}
}

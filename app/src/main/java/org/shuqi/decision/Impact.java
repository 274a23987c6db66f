package org.shuqi.decision;

import java.util.List;

/**
 * What a change of the words does to the answers.
 *
 * @param possible how many questions there are: every entry, recipient, purpose and method that the change can matter to
 * @param asked how many of them were asked, each before and after
 * @param turns how many answers become another, by what they were and would be
 * @param first the first of them
 */
public record Impact(long possible, long asked, List<Turn> turns, List<Difference> first) {

    /** Nothing that the engine decides by changes. */
    static final Impact NONE = new Impact(0, 0, List.of(), List.of());

    public Impact {
        turns = List.copyOf(turns);
        first = List.copyOf(first);
    }

    /** How many answers would be other ones. */
    public long changed() {
        return turns.stream().mapToLong(Turn::count).sum();
    }

    /** Whether every question was asked, and not an even sample. */
    public boolean complete() {
        return asked == possible;
    }

    /**
     * Answers that change alike.
     *
     * @param before outcome now
     * @param after outcome then
     * @param count of how many questions
     */
    public record Turn(Outcome before, Outcome after, long count) {}
}

package org.shuqi.decision;

import java.util.Optional;

/**
 * A list question in the caller's words.
 *
 * @param about the parts of the question that are given; a blank recipient or dataset and an empty purpose are free, all
 *     else takes its default as in a single question
 * @param partial whether it is enough that some of the items may flow; else all that are asked for must
 * @param filter which rows of the matrix to keep
 */
public record ListForm(QuestionForm about, boolean partial, Filter filter) {

    /** Rows in which all items may flow, without any filter. */
    public static ListForm of(QuestionForm about) {
        return new ListForm(about, false, Filter.NONE);
    }

    /**
     * Which rows to keep, by the columns that the question itself does not name; an empty part keeps all.
     *
     * @param level code or IRI of the level of what flows
     * @param basis IRI of a legal basis the row rests on
     * @param agreement IRI or last path segment of an agreement or request the row relies on
     * @param endsBefore instant or date: rows whose validity ends before it
     * @param duty IRI of a duty that binds the recipient
     * @param granted whether to keep only rows that rely on an agreement or request, and look for no others
     */
    public record Filter(
            Optional<String> level,
            Optional<String> basis,
            Optional<String> agreement,
            Optional<String> endsBefore,
            Optional<String> duty,
            boolean granted) {

        /** Keeps every row. */
        public static final Filter NONE = new Filter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

        /** Keeps what relies on an agreement or request. */
        public static final Filter GRANTED = new Filter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);
    }
}

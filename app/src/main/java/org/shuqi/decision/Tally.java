package org.shuqi.decision;

import java.util.function.BooleanSupplier;

/** Hears that something was decided; is called for every single question, so it has to be quick. */
public interface Tally {

    /** Hears nothing. */
    Tally NONE = new Tally() {
        @Override
        public void decided(Outcome outcome) {}

        @Override
        public void refused() {}

        @Override
        public void refused(QuestionForm form, BooleanSupplier isClassified) {}

        @Override
        public void listed() {}

        @Override
        public void withheld(QuestionForm form, String outcome) {}
    };

    /** A question was answered. */
    void decided(Outcome outcome);

    /** A question was not answered, because whoever asked may not ask it, or it makes no sense. */
    void refused();

    /**
     * A question was not answered because the asker may not know of what it is about, or may not ask about it.
     *
     * @param form the question, in the words of whoever asked
     * @param isClassified whether the data are in truth there and classified; to be asked later and elsewhere, so that the
     *     refusal takes as long whether they are or not
     */
    void refused(QuestionForm form, BooleanSupplier isClassified);

    /** A list was asked for, or rows of a query. */
    void listed();

    /**
     * A question was about state or work secrets, or about data of a level from important on, and they do not flow.
     *
     * @param form the question, in the words of whoever asked
     * @param outcome code of the outcome; {@code refused} if it was not answered
     */
    void withheld(QuestionForm form, String outcome);
}

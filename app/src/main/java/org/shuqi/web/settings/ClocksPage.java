package org.shuqi.web.settings;

import java.util.List;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;

/**
 * The clocks, each with the time limits that profiles set for it.
 *
 * @param create where a profile is made; empty text if the reader may make none
 */
public record ClocksPage(List<Clock> clocks, String create) {

    public ClocksPage {
        clocks = List.copyOf(clocks);
    }

    /**
     * A clock.
     *
     * @param number by which the statutory ones are known, as in {@code T1}; empty text for others
     * @param of which records have it
     * @param answers who answers for it
     */
    public record Clock(String number, Said name, List<Crumb> of, List<Said> answers, List<Limit> limits) {

        public Clock {
            of = List.copyOf(of);
            answers = List.copyOf(answers);
            limits = List.copyOf(limits);
        }
    }

    /**
     * How long, as a profile sets it.
     *
     * @param days working days
     * @param extension working days that it may be extended by; empty text if it may not
     * @param law what it rests on
     * @param profile who says so
     * @param edit where it is changed; empty text if the reader may not, or it came with the program
     */
    public record Limit(String days, String extension, List<Crumb> law, Crumb profile, String edit) {

        public Limit {
            law = List.copyOf(law);
        }
    }
}

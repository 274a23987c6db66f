package org.shuqi.clock;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.shuqi.problem.Text;

/** Where a time limit stands. */
public enum State {
    /** Something is still to be done, and there is time. */
    RUNNING("进行中", "running"),
    /** It stands still until what is missing has been supplied. */
    PAUSED("暂停计时", "paused"),
    /** Done in time, or a period that has simply ended. */
    MET("按期", "met"),
    /** Done, but too late. */
    MET_LATE("逾期办结", "met late"),
    /** Not done, and the last day is over. */
    OVERDUE("逾期", "overdue");

    private final Text label;

    State(String zh, String en) {
        this.label = new Text(zh, en);
    }

    /** The word of the interface: {@code met-late}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state in words. */
    public Text label() {
        return label;
    }

    /** Whether the time limit was not kept. */
    public boolean isLate() {
        return this == MET_LATE || this == OVERDUE;
    }

    /** The state of this word. */
    public static Optional<State> of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}

package org.shuqi.change;

import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;

/**
 * Quads of any number, to be added as one change.
 *
 * @param reason why, in the words of the one who asks; kept in the log
 * @param source gives the quads, each in a named graph; read once, on the caller's thread
 * @param mode what to do if some of it breaks a rule
 * @param progress told how far the load is
 */
public record Load(String reason, Source source, Mode mode, Progress progress) {

    public Load {
        reason = Reason.checked(reason);
    }

    /** What to do if some of a load breaks a rule. */
    public enum Mode {
        /** Write all of it or nothing. */
        ALL,
        /** Leave out the records that break a rule, and those that need them, and write the rest. */
        VALID_ONLY
    }

    /** Where the quads come from. */
    @FunctionalInterface
    public interface Source {

        /**
         * Gives every quad; what it throws ends the load, and nothing is written.
         *
         * @throws org.shuqi.problem.Refusal if what it reads makes no sense
         */
        void read(Consumer<Quad> quads);
    }

    /** What a load is doing. */
    public enum Phase {
        READ,
        CHECK,
        WRITE
    }

    /** Hears how far a load is; called often, on any thread, and must be quick. */
    @FunctionalInterface
    public interface Progress {

        /** Hears nothing. */
        Progress SILENT = (phase, done, total) -> {};

        /**
         * So many quads of a phase are done.
         *
         * @param total how many there are; 0 while that is not known
         */
        void at(Phase phase, long done, long total);
    }
}

package org.shuqi.supervision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.rights.Rights;

/**
 * Counts figures and looks for violations on a thread of its own, and remembers what came of it for as long as it holds: until
 * the next change, and, where it is told up to now, for some minutes. Each reader has what they may read counted for them; those
 * from whom nothing is kept share.
 */
public final class Tallies implements AutoCloseable {

    /** How long a page waits for what takes long. */
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    /** How long what was counted up to "now" is told: it says itself up to when. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** How long whoever waited for it is shown what has been counted, though the registry went on meanwhile. */
    private static final Duration SHOWN = Duration.ofSeconds(10);

    /** How long a caller of the interface waits. */
    public static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int MOST = 24;

    private final Desk desk;
    private final Indicators indicators;
    private final Violations violations;
    private final Cache<Key, Held> held =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "shuqi-figures");
        thread.setDaemon(true);
        return thread;
    });

    Tallies(Desk desk, Indicators indicators, Violations violations) {
        this.desk = desk;
        this.indicators = indicators;
        this.violations = violations;
    }

    /**
     * What somebody asked.
     *
     * @param reader who; empty for those from whom nothing is kept
     * @param question what
     */
    private record Key(Optional<Caller> reader, Object question) {}

    /**
     * What is there for a question.
     *
     * @param tally the newest
     * @param since when it was asked for
     * @param before the one before, for as long as it may still be shown
     */
    private record Held(Tally<?> tally, Instant since, @Nullable Tally<?> before) {}

    /** How fresh it has to be. */
    public enum Wanted {
        /** Of the newest revision there is, by whoever asks the interface. */
        NEWEST,
        /** The newest that comes within the time that a page waits, else what was counted last, a moment ago. */
        SOON
    }

    /**
     * An indicator that was counted.
     *
     * @param figure what came of it
     * @param rows the records behind it
     */
    public record Numbered(Figure figure, List<Counted> rows) {
        public Numbered {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The figures of a period, with what they were made of.
     *
     * @throws org.shuqi.problem.Refusal UNUSABLE if a word of the question makes no sense
     */
    public Tally<Numbered> figures(Indicators.Question question, Wanted wanted) {
        var asked = indicators.asked(question);
        return tally(
                question,
                wanted,
                asked.codes().size(),
                tally -> desk.look(asked.until(), question.knownAt(), look -> {
                    tally.begin(new Tally.Span(asked.from(), asked.until(), look.revision()));
                    asked.codes().forEach(code -> tally.add(code, indicators.counted(code, asked, look)));
                    // the records behind a figure are asked for by the period and revision that the report names
                    held.put(
                            new Key(reader(), question.exactly(asked, look.revision())),
                            new Held(tally, desk.clock().instant(), null));
                    return List.of();
                }));
    }

    /**
     * One figure: a part of all of them, if those are counted anyway.
     *
     * @throws org.shuqi.problem.Refusal UNKNOWN if there is no such indicator; UNUSABLE as above
     */
    public Tally<Numbered> figure(String code, Indicators.Question question, Wanted wanted) {
        indicators.requireKnown(code);
        var all = held.getIfPresent(new Key(reader(), question.of(List.of())));
        return all != null && isGood(all, wanted)
                ? figures(question.of(List.of()), wanted)
                : figures(question.of(List.of(code)), wanted);
    }

    /**
     * The violations of one code: a part of all of them, if those are looked for anyway.
     *
     * @throws org.shuqi.problem.Refusal UNUSABLE as below
     */
    public Tally<List<Breach>> violations(String code, Supervision.Question question, Wanted wanted) {
        var one = question.of(Supervision.codes(List.of(code)));
        var all = held.getIfPresent(new Key(reader(), question.of(List.of())));
        return violations(all != null && isGood(all, wanted) ? question.of(List.of()) : one, wanted);
    }

    /**
     * The violations that the records show, by code.
     *
     * @throws org.shuqi.problem.Refusal UNUSABLE if a code, the organisation or the instant makes no sense
     */
    public Tally<List<Breach>> violations(Supervision.Question question, Wanted wanted) {
        var asked = Supervision.Asked.of(question, desk);
        return tally(
                question,
                wanted,
                asked.codes().size(),
                tally -> desk.look(asked.at(), question.knownAt(), look -> {
                    tally.begin(new Tally.Span(asked.at(), asked.at(), look.revision()));
                    asked.codes().forEach(code -> tally.add(code, asked.find(List.of(code), violations, look)));
                    return List.of();
                }));
    }

    private static Optional<Caller> reader() {
        return Acting.caller().filter(caller -> !Rights.seesEverything(caller));
    }

    @SuppressWarnings("unchecked") // what is held for a question is what that kind of question is answered with
    private <T> Tally<T> tally(Object question, Wanted wanted, int total, Consumer<Tally<T>> counting) {
        var there = held.asMap().compute(new Key(reader(), question), (key, before) -> {
            if (before != null && isGood(before, wanted)) {
                return before;
            }
            var tally = new Tally<T>(total, desk.store().revision());
            begin(tally, counting);
            return new Held(
                    tally,
                    desk.clock().instant(),
                    before != null && before.tally().isYoung(SHOWN) ? before.tally() : null);
        });
        var tally = (Tally<T>) there.tally();
        var before = (Tally<T>) there.before();
        return wanted == Wanted.SOON && before != null && before.isYoung(SHOWN) && !tally.await(PATIENCE)
                ? before
                : tally;
    }

    /** What is being counted goes on being waited for, unless it has to be of the newest revision. */
    private boolean isGood(Held held, Wanted wanted) {
        var isNewest = held.tally().head() == desk.store().revision();
        return held.tally().isDone()
                ? isNewest
                        && held.tally().isComplete()
                        && Duration.between(held.since(), desk.clock().instant())
                                        .abs()
                                        .compareTo(KEPT)
                                < 0
                : isNewest || wanted == Wanted.SOON;
    }

    private <T> void begin(Tally<T> tally, Consumer<Tally<T>> counting) {
        var caller = Acting.caller();
        worker.execute(() -> {
            var others = Acting.swap(caller.orElse(null));
            try {
                counting.accept(tally);
                tally.end(null);
            } catch (RuntimeException wrong) {
                tally.end(wrong);
            } finally {
                Acting.swap(others);
            }
        });
    }

    /** Stops counting. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}

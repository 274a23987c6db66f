package org.shuqi.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * How many decisions were made, and which of them denied classified data; written to the journal from time to time, since a
 * line for each of millions of decisions would be a burden that nobody reads.
 */
public final class Tallies {

    /** The actor of counts. */
    public static final String SERVICE = "shuqi";

    /** Different denials that are held at most until they are written. */
    private static final int MOST_HELD = 10_000;

    private final Journal journal;
    private final Clock clock;
    private final int mostHeld;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<Denial, Times> denials = new ConcurrentHashMap<>();
    private final Queue<Open> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger opened = new AtomicInteger();

    /** Into this journal. */
    public Tallies(Journal journal, Clock clock) {
        this(journal, clock, MOST_HELD);
    }

    Tallies(Journal journal, Clock clock, int mostHeld) {
        this.journal = journal;
        this.clock = clock;
        this.mostHeld = mostHeld;
    }

    /** The counter of that name, to be kept by whoever counts: adding to it is all that a decision costs. */
    public LongAdder counter(String name) {
        return counts.computeIfAbsent(name, each -> new LongAdder());
    }

    /**
     * A denial of classified data.
     *
     * @param actor account that asked
     * @param person the person behind it
     * @param facts the question and its outcome
     */
    public record Denial(String actor, String person, Map<String, String> facts) {
        public Denial {
            facts = Map.copyOf(facts);
        }
    }

    /** What may be a denial, and when it was. */
    private record Open(Supplier<Optional<Denial>> denial, Instant at) {}

    private record Times(long count, Instant first, Instant last) {}

    /** Keeps a denial; the same one again before the next writing becomes one line that says how often. */
    public void denied(Denial denial) {
        keep(denial, clock.instant());
        if (denials.size() > mostHeld) {
            write();
        }
    }

    /** Keeps what may be a denial, and finds out when the next lines are written. */
    public void later(Supplier<Optional<Denial>> denial) {
        open.add(new Open(denial, clock.instant()));
        if (opened.incrementAndGet() > mostHeld) {
            write();
        }
    }

    private void keep(Denial denial, Instant at) {
        denials.merge(denial, new Times(1, at, at), (old, one) -> new Times(old.count() + 1, old.first(), at));
    }

    /** Writes what was counted since the last time, if it is anything. */
    public synchronized void write() {
        for (var next = open.poll(); next != null; next = open.poll()) {
            opened.decrementAndGet();
            var at = next.at();
            next.denial().get().ifPresent(denial -> keep(denial, at));
        }
        for (var denial : java.util.List.copyOf(denials.keySet())) {
            var times = denials.remove(denial);
            if (times != null) {
                journal.add(note(denial, times));
            }
        }
        var facts = new TreeMap<String, String>();
        counts.forEach((name, count) -> {
            var sum = count.sumThenReset();
            if (sum > 0) {
                facts.put(name, Long.toString(sum));
            }
        });
        if (!facts.isEmpty()) {
            journal.add(new Journal.Note(Entry.Sort.COUNTED, SERVICE, SERVICE, "", "decisions", facts));
        }
    }

    private static Journal.Note note(Denial denial, Times times) {
        var facts = new TreeMap<>(denial.facts());
        facts.put("times", Long.toString(times.count()));
        facts.put("first", times.first().toString());
        facts.put("last", times.last().toString());
        return new Journal.Note(Entry.Sort.DENIED, denial.actor(), denial.person(), "", "decision", facts);
    }
}

package org.shuqi.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.shuqi.graph.Store;
import org.shuqi.review.FindingKind.Severity;

/**
 * Findings page by page. A review is made once for a revision and an instant, and kept on disk while its pages are read.
 *
 * <p>One review is made at a time; whoever else wants one waits.
 */
public final class ReviewPages implements AutoCloseable {

    private static final int KEPT = 4;

    /** For how long a review of "now" passes for one of now, so that its pages belong together. */
    private static final Duration STILL_NOW = Duration.ofMinutes(1);

    private final Reviews reviews;
    private final Store store;
    private final Clock clock;
    private final Map<Key, Spool> spools = new LinkedHashMap<>(8, 0.75f, true);
    private Optional<Key> latest = Optional.empty();

    private ReviewPages(Reviews reviews, Store store, Clock clock) {
        this.reviews = reviews;
        this.store = store;
        this.clock = clock;
    }

    /** Pages of the reviews of one registry; close it to give back the disk. */
    public static ReviewPages of(Reviews reviews, Store store, Clock clock) {
        return new ReviewPages(reviews, store, clock);
    }

    private record Key(long revision, Instant at) {}

    /**
     * Which findings of a review.
     *
     * @param kinds kinds; empty for all
     * @param severities severities; empty for all
     * @param agreement IRI or last part of the IRI of an agreement or another record concerned
     * @param organization IRI or last part of the IRI of an organisation concerned
     */
    public record Filter(
            Set<FindingKind> kinds,
            Set<Severity> severities,
            Optional<String> agreement,
            Optional<String> organization) {

        public Filter {
            kinds = Set.copyOf(kinds);
            severities = Set.copyOf(severities);
        }
    }

    /**
     * Which part of a list.
     *
     * @param offset how many to skip
     * @param limit how many to return at most
     */
    public record Slice(long offset, int limit) {}

    /**
     * Some of the findings, in the order of the review.
     *
     * @param revision the revision reviewed
     * @param at the instant reviewed
     * @param total how many findings pass the filter
     * @param counts how many of each kind pass it, by code
     * @param items those of this page, as {@link FindingForm} writes them
     */
    public record Page(
            long revision, Instant at, long total, Map<String, Long> counts, List<Map<String, Object>> items) {}

    /**
     * One page.
     *
     * @param at instant or date; now if absent
     * @param knownAt revision; the newest if absent
     * @param language of {@code text}
     * @throws org.shuqi.problem.Refusal UNUSABLE if the instant cannot be read, UNKNOWN if the revision is not there
     */
    public Page page(Optional<String> at, OptionalLong knownAt, Filter filter, Slice slice, Locale language) {
        var spool = spool(at, knownAt);
        return spool.page(filter, slice, language);
    }

    private synchronized Spool spool(Optional<String> word, OptionalLong knownAt) {
        var revision = knownAt.orElseGet(store::revision);
        var now = clock.instant();
        var at = word.isEmpty()
                ? latest.filter(key -> key.revision() == revision
                                && !key.at().isAfter(now)
                                && key.at().isAfter(now.minus(STILL_NOW)))
                        .map(Key::at)
                        .orElse(now)
                : reviews.instant(word);
        var key = new Key(revision, at);
        if (word.isEmpty()) {
            latest = Optional.of(key);
        }
        var kept = spools.get(key);
        if (kept != null) {
            return kept;
        }
        var made = Spool.of(reviews, at, revision);
        spools.put(key, made);
        forgetOldest();
        return made;
    }

    private void forgetOldest() {
        Iterator<Spool> oldest = spools.values().iterator();
        while (spools.size() > KEPT) {
            oldest.next().close();
            oldest.remove();
        }
    }

    @Override
    public synchronized void close() {
        spools.values().forEach(Spool::close);
        spools.clear();
    }
}

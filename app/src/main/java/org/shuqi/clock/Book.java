package org.shuqi.clock;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.TreePSet;
import org.shuqi.graph.Delta;
import org.shuqi.graph.OnDemand;

/**
 * The clocks of all records of one revision, what is due first coming first. Never changes; the next one shares what stays as
 * it is.
 */
final class Book {

    /** Later than anything on record. */
    private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");

    private final Frame frame;
    private PMap<Node, Page> pages = HashTreePMap.empty();
    private PMap<String, PMap<Node, Page>> mixed = HashTreePMap.empty();
    private PMap<Noted.Asked, PSet<Node>> resting = HashTreePMap.empty();
    private TreePSet<Page> settled = TreePSet.empty(Page.LAST_SETTLED_FIRST);
    private PMap<String, TreePSet<Line>> open = HashTreePMap.empty();
    private PMap<String, TreePSet<Line>> stopped = HashTreePMap.empty();

    private Book(Frame frame) {
        this.frame = frame;
    }

    private Book copied() {
        var copy = new Book(frame);
        copy.pages = pages;
        copy.mixed = mixed;
        copy.resting = resting;
        copy.settled = settled;
        copy.open = open;
        copy.stopped = stopped;
        return copy;
    }

    /**
     * A clock and the page that it stands on.
     *
     * @param limit the clock
     * @param page of its record
     */
    record Line(TimeLimit limit, Page page) implements Comparable<Line> {

        @Override
        public int compareTo(Line other) {
            return Clocks.ORDER.compare(limit, other.limit);
        }
    }

    /**
     * What was asked about rules, calendars, profiles and organisations, and which graphs answered. Only grows while it is
     * in use: a question that matters no more costs a reading at most.
     */
    private record Frame(Set<Noted.Asked> asked, Set<Node> graphs) {

        static Frame empty() {
            return new Frame(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
        }

        void add(Noted.Notes notes) {
            asked.addAll(notes.asked());
            graphs.addAll(notes.graphs());
        }
    }

    /** The clocks of these kinds that nothing has stopped, kind by kind; in each, what is due first comes first. */
    Collection<TreePSet<Line>> open(Set<String> codes) {
        return of(open, codes);
    }

    /** The others. */
    Collection<TreePSet<Line>> stopped(Set<String> codes) {
        return of(stopped, codes);
    }

    private static Collection<TreePSet<Line>> of(PMap<String, TreePSet<Line>> lines, Set<String> codes) {
        return codes.isEmpty()
                ? lines.values()
                : codes.stream()
                        .map(code -> lines.getOrDefault(code, TreePSet.empty()))
                        .toList();
    }

    /** Pages on which something will be, or has been, after the instant. */
    Collection<Page> settledAfter(Instant at) {
        return settled.headSet(Page.after(at));
    }

    /** Pages that may have clocks of these kinds and rest on more graphs than one, of which somebody may see a part. */
    Collection<Page> mixed(Set<String> codes) {
        var pages = new HashMap<Node, Page>();
        (codes.isEmpty() ? mixed.keySet() : codes)
                .forEach(code -> pages.putAll(mixed.getOrDefault(code, HashTreePMap.empty())));
        return pages.values();
    }

    /** Graphs that say what is the same for many records. */
    Set<Node> frame() {
        return frame.graphs();
    }

    /** How books are made; one is right for all readers, each of whom takes out of it what they may know. */
    static final class Making implements OnDemand.Making<Book> {

        private final Clocks clocks;

        Making(Clocks clocks) {
            this.clocks = clocks;
        }

        @Override
        public Book of(DatasetGraph registry) {
            var reader = new Reader(registry, clocks);
            return new Book(Frame.empty()).with(reader.everything(), reader);
        }

        @Override
        public Book after(Book before, Collection<Delta> changes, DatasetGraph registry) {
            var touched = before.touched(changes);
            return touched.isPresent() ? before.with(touched.get(), new Reader(registry, clocks)) : of(registry);
        }

        @Override
        public boolean same(Book one, Book other) {
            return one.said().equals(other.said());
        }
    }

    /** What the clocks are, but for the instant. */
    private Set<List<Object>> said() {
        return pages.values().stream()
                .flatMap(page -> page.limits().stream())
                .map(limit -> List.<Object>of(
                        limit.key(), limit.responsible(), limit.dueOn(), limit.stoppedAt(), limit.basis()))
                .collect(Collectors.toSet());
    }

    /** The records that the changes may concern; empty if that may be all of them. */
    private Optional<Set<Node>> touched(Collection<Delta> changes) {
        var touched = new HashSet<Node>();
        for (var change : changes) {
            var quads = Stream.concat(change.removed().stream(), change.added().stream());
            for (var quad : (Iterable<Quad>) quads::iterator) {
                touched.add(Page.owner(quad.getSubject()));
                for (var asked : Noted.Asked.answeredBy(quad)) {
                    if (frame.asked().contains(asked)) {
                        return Optional.empty();
                    }
                    touched.addAll(resting.getOrDefault(asked, HashTreePSet.empty()));
                }
            }
        }
        return Optional.of(touched);
    }

    private Book with(Collection<Node> records, Reader reader) {
        var book = copied();
        for (var record : records) {
            var before = book.pages.get(record);
            if (before != null) {
                book.takeOut(before);
            }
            reader.page(record).ifPresent(book::putIn);
        }
        frame.add(reader.frame());
        return book;
    }

    private void takeOut(Page page) {
        pages = pages.minus(page.record());
        for (var code : page.codes()) {
            mixed = mixed.plus(
                    code, mixed.getOrDefault(code, HashTreePMap.empty()).minus(page.record()));
        }
        settled = settled.minus(page);
        for (var asked : page.asked()) {
            var others = resting.getOrDefault(asked, HashTreePSet.empty()).minus(page.record());
            resting = others.isEmpty() ? resting.minus(asked) : resting.plus(asked, others);
        }
        for (var limit : page.limits()) {
            var line = new Line(limit, page);
            open = put(open, limit.code(), lines -> lines.minus(line));
            stopped = put(stopped, limit.code(), lines -> lines.minus(line));
        }
    }

    private void putIn(Page page) {
        pages = pages.plus(page.record(), page);
        if (page.graphs().size() > 1) {
            for (var code : page.codes()) {
                mixed = mixed.plus(
                        code, mixed.getOrDefault(code, HashTreePMap.empty()).plus(page.record(), page));
            }
        }
        settled = settled.plus(page);
        for (var asked : page.asked()) {
            resting = resting.plus(
                    asked, resting.getOrDefault(asked, HashTreePSet.empty()).plus(page.record()));
        }
        for (var limit : page.limits()) {
            var line = new Line(limit, page);
            if (limit.stoppedAt().isEmpty()) {
                open = put(open, limit.code(), lines -> lines.plus(line));
            } else {
                stopped = put(stopped, limit.code(), lines -> lines.plus(line));
            }
        }
    }

    private static PMap<String, TreePSet<Line>> put(
            PMap<String, TreePSet<Line>> lines, String code, UnaryOperator<TreePSet<Line>> change) {
        var before = lines.getOrDefault(code, TreePSet.empty());
        var after = change.apply(before);
        return after == before ? lines : lines.plus(code, after);
    }

    /** Reads records of one revision. */
    private static final class Reader {

        private final Noted facts;
        private final Noted frame;
        private final Reading reading;

        Reader(DatasetGraph registry, Clocks clocks) {
            this.facts = new Noted(registry, clocks.zone());
            this.frame = new Noted(registry, clocks.zone());
            this.reading = clocks.reading(facts, frame);
        }

        Set<Node> everything() {
            var all = new HashSet<Node>();
            reading.records().forEach(all::add);
            facts.taken();
            return all;
        }

        Noted.Notes frame() {
            return frame.taken();
        }

        Optional<Page> page(Node record) {
            if (!reading.isTimed(record)) {
                facts.taken();
                return Optional.empty();
            }
            var codes = reading.codes(record);
            var limits = reading.of(record, FAR);
            var notes = facts.taken();
            var others = new HashSet<>(notes.asked());
            others.removeIf(
                    asked -> !asked.isObject() && Page.owner(asked.node()).equals(record));
            return Optional.of(new Page(record, codes, limits, others, notes.graphs(), notes.homes(), notes.last()));
        }
    }
}

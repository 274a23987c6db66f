package org.shuqi.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePSet;
import org.shuqi.graph.Snapshot;

/**
 * A look at a book by a reader who may read only some graphs: what rests on graphs that they all see stands as it is in the
 * book; a record of which they see a part is read with their eyes.
 */
final class Looked {

    private static final Set<State> STOPPED = Set.of(State.MET, State.MET_LATE);

    private final Clocks clocks;
    private final Snapshot now;
    private final Instant at;
    private @Nullable Reading own;

    Looked(Clocks clocks, Snapshot now, Instant at) {
        this.clocks = clocks;
        this.now = now;
        this.at = at;
    }

    private enum Sees {
        ALL,
        PART,
        NOTHING
    }

    /** The clocks that pass the filter, in their order. */
    List<TimeLimit> due(Book book, Clocks.Filter filter) {
        if (!seesFrame(book)) {
            return clocks.read(now, filter, at);
        }
        var found = new ArrayList<TimeLimit>();
        lines(book, filter).forEach(kind -> passing(kind, filter).forEach(found::add));
        others(book, filter, found);
        // what is in order already costs little here
        found.sort(Clocks.ORDER);
        return found;
    }

    /** The first of them that is wanted; looks at no more than comes before it. */
    Optional<TimeLimit> first(Book book, Clocks.Filter filter, Predicate<TimeLimit> wanted) {
        if (!seesFrame(book)) {
            return clocks.read(now, filter, at).stream().filter(wanted).findFirst();
        }
        var found = new ArrayList<TimeLimit>();
        lines(book, filter)
                .forEach(
                        kind -> passing(kind, filter).filter(wanted).findFirst().ifPresent(found::add));
        others(book, filter, found);
        return found.stream().filter(wanted).min(Clocks.ORDER);
    }

    private boolean seesFrame(Book book) {
        return now.isWhole() || book.frame().stream().allMatch(now::sees);
    }

    private static Stream<TreePSet<Book.Line>> lines(Book book, Clocks.Filter filter) {
        var open = book.open(filter.codes()).stream();
        var isOpenOnly = !filter.states().isEmpty() && filter.states().stream().noneMatch(STOPPED::contains);
        return isOpenOnly ? open : Stream.concat(open, book.stopped(filter.codes()).stream());
    }

    private Stream<TimeLimit> passing(TreePSet<Book.Line> lines, Clocks.Filter filter) {
        return lines.stream()
                .filter(line ->
                        filter.concerns(line.limit()) && isSettled(line.page()) && sees(line.page()) == Sees.ALL)
                .map(line -> line.limit().at(at))
                .filter(filter::takes);
    }

    /** Those of records that look otherwise at the instant, or to the reader, than in the book. */
    private void others(Book book, Clocks.Filter filter, List<TimeLimit> found) {
        book.settledAfter(at).forEach(page -> readAgain(page, filter, found));
        if (now.isWhole()) {
            return;
        }
        for (var page : book.mixed(filter.codes())) {
            if (isSettled(page) && sees(page) == Sees.PART) {
                readAgain(page, filter, found);
            }
        }
    }

    private void readAgain(Page page, Clocks.Filter filter, List<TimeLimit> found) {
        if (filter.concerns(page.record()) && sees(page) != Sees.NOTHING) {
            own().of(page.record(), filter.codes(), at).stream()
                    .filter(filter::takes)
                    .forEach(found::add);
        }
    }

    private Reading own() {
        var known = own;
        if (known == null) {
            known = clocks.reading(now.union());
            own = known;
        }
        return known;
    }

    private boolean isSettled(Page page) {
        return !page.settled().isAfter(at);
    }

    private Sees sees(Page page) {
        if (now.isWhole()) {
            return page.homes().isEmpty() ? Sees.NOTHING : Sees.ALL;
        }
        var isKnown = false;
        for (var home : page.homes()) {
            isKnown |= now.sees(home);
        }
        if (!isKnown) {
            return Sees.NOTHING;
        }
        for (var graph : page.graphs()) {
            if (!now.sees(graph)) {
                return Sees.PART;
            }
        }
        return Sees.ALL;
    }
}

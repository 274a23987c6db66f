package org.shuqi.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final Map<Page, Sees> seen = new IdentityHashMap<>();
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
        if (!book.frame().stream().allMatch(now::sees)) {
            return clocks.read(now, filter, at);
        }
        var found = new ArrayList<TimeLimit>();
        add(book.open(), filter, found);
        var inOrder = found.size();
        if (filter.states().isEmpty() || filter.states().stream().anyMatch(STOPPED::contains)) {
            add(book.stopped(), filter, found);
        }
        book.settledAfter(at).forEach(page -> readAgain(page, filter, found));
        book.mixed().stream()
                .filter(page -> isSettled(page) && sees(page) == Sees.PART)
                .forEach(page -> readAgain(page, filter, found));
        if (found.size() > inOrder) {
            found.sort(Clocks.ORDER);
        }
        return found;
    }

    private void add(Collection<Book.Line> lines, Clocks.Filter filter, List<TimeLimit> found) {
        for (var line : lines) {
            var limit = line.limit().at(at);
            if (filter.takes(limit) && isSettled(line.page()) && sees(line.page()) == Sees.ALL) {
                found.add(limit);
            }
        }
    }

    private void readAgain(Page page, Clocks.Filter filter, List<TimeLimit> found) {
        if (sees(page) != Sees.NOTHING) {
            own().of(page.record(), at).stream().filter(filter::takes).forEach(found::add);
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
        return seen.computeIfAbsent(page, each -> {
            if (each.homes().stream().noneMatch(now::sees)) {
                return Sees.NOTHING;
            }
            return each.graphs().stream().allMatch(now::sees) ? Sees.ALL : Sees.PART;
        });
    }
}

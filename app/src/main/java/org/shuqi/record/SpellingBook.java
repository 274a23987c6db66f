package org.shuqi.record;

import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.shuqi.graph.Delta;
import org.shuqi.graph.OnDemand;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;

/** How the values of those properties are written that somebody has asked about, at one revision. */
final class SpellingBook {

    private final ConcurrentMap<Node, Spellings> known = new ConcurrentHashMap<>();
    private final WeakReference<@Nullable DatasetGraph> registry;

    private SpellingBook(@Nullable DatasetGraph registry) {
        this.registry = new WeakReference<>(registry);
    }

    /**
     * Those of a property.
     *
     * @param now the revision that this is the book of
     * @param whole all of the registry: what is looked for is cut when it is looked up
     */
    Spellings of(Node property, Snapshot now, Store whole) {
        return known.computeIfAbsent(property, each -> {
            try (var then = whole.readAt(now.revision())) {
                return Spellings.of(each, then.dataset());
            }
        });
    }

    /** How books are made: empty, and what was asked for goes on to the next. */
    static final class Making implements OnDemand.Making<SpellingBook> {

        @Override
        public SpellingBook of(DatasetGraph registry) {
            return new SpellingBook(registry);
        }

        @Override
        public SpellingBook after(SpellingBook before, Collection<Delta> changes, DatasetGraph registry) {
            var book = new SpellingBook(null);
            before.known.forEach((property, spellings) -> book.known.put(property, spellings.after(property, changes)));
            return book;
        }

        /** Whoever verifies holds the registry of the other meanwhile. */
        @Override
        public boolean same(SpellingBook one, SpellingBook other) {
            var registry = other.registry.get();
            return registry == null
                    || one.known.entrySet().stream()
                            .allMatch(entry -> entry.getValue().cover(Spellings.of(entry.getKey(), registry)));
        }
    }
}

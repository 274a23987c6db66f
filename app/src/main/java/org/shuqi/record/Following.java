package org.shuqi.record;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.graph.OnDemand;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;

/** What is followed of a registry so that lists of its records need not read all of it. */
final class Following {

    /** Names of records that are kept of lists found before; some megabytes. */
    private static final long MOST = 300_000;

    private final Store whole;
    private final OnDemand<Roll> roll;
    private final OnDemand<SpellingBook> spellings;
    private final Cache<Asked, List<String>> found = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .<Asked, List<String>>weigher((asked, iris) -> iris.size() + 1)
            .build();

    Following(Store whole) {
        this.whole = whole;
        this.roll = OnDemand.over(whole, "records", new Roll.Making());
        this.spellings = OnDemand.over(whole, "spellings", new SpellingBook.Making());
    }

    /**
     * What somebody looked for, when the registry stood at a revision: what they may read hangs on both.
     *
     * @param search without where the page begins and ends
     */
    private record Asked(Optional<Caller> caller, long revision, RecordKind kind, Search search) {}

    /** The records of a kind that can be read in the snapshot. */
    Members members(RecordKind kind, Snapshot now) {
        return roll.at(now).of(kind, now);
    }

    /** The IRIs of the records that match; looked for once, as somebody who leafs through them asks page by page. */
    List<String> found(RecordKind kind, Search search, Snapshot now) {
        if (search.filters().isEmpty() && search.text().isEmpty()) {
            return members(kind, now).all().toList();
        }
        var asked = new Asked(Acting.caller(), now.revision(), kind, new Search(search.filters(), search.text(), 0, 0));
        var known = found.getIfPresent(asked);
        if (known == null) {
            known = new Finder(now.union(), members(kind, now), property -> Optional.of(spellings(property, now)))
                    .find(search)
                    .toList();
            found.put(asked, known);
        }
        return known;
    }

    private Spellings spellings(Node property, Snapshot now) {
        return spellings.at(now).of(property, now, whole);
    }
}

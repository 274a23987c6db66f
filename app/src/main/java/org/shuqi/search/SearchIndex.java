package org.shuqi.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.graph.Sight;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.rights.Rights;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Skos;

/**
 * Search over a registry. Whoever asks finds, and sees counted, only what they may read: at the revision of the index and
 * now.
 */
public final class SearchIndex implements AutoCloseable {

    /** How many times as long a search waits for the first index as for the newest changes. */
    private static final long FIRST = 10;

    private static final int MOST_VALUES = 200;

    /** How many of the best are kept of each kind for whoever leafs on; who leafs farther has all kept that can be reached. */
    private static final int SHALLOW = 200;

    private final Store whole;
    private final Rights rights;
    private final Following following;
    private final Duration patience;

    /**
     * Begins to make or to follow the index.
     *
     * @param whole the registry, uncut
     * @param rights what callers may read of it
     * @param data the data folder
     * @param patience how long a search waits for the newest changes; then it is of an earlier revision, and says so
     */
    public SearchIndex(Store whole, Rights rights, Path data, Duration patience) {
        this.patience = patience;
        this.whole = whole;
        this.rights = rights;
        this.following = new Following(whole, folder(data));
    }

    /** Where in the data folder the index is. */
    static Path folder(Path data) {
        return data.resolve("search");
    }

    /**
     * Searches for whoever this thread works for; nobody finds nothing.
     *
     * @throws Refusal OVERLOADED while the first index is being made, or if the search takes too long
     */
    public Found search(Wanted wanted) {
        var caller = Acting.caller();
        following.await(whole.revision(), patience.toMillis());
        var shown = held();
        try {
            return caller.isPresent()
                    ? search(wanted, caller.get(), shown)
                    : new Found(shown.revision(), 0, Map.of(), Map.of(), List.of(), Map.of(), false);
        } catch (IOException damaged) {
            following.doubt();
            throw making();
        } finally {
            shown.letGo();
        }
    }

    private Shown held() {
        return following.held().orElseGet(() -> {
            following.await(0, FIRST * patience.toMillis());
            return following.held().orElseThrow(this::making);
        });
    }

    private Refusal making() {
        return Refusal.of(
                Kind.OVERLOADED,
                "检索索引正在建立（已收录 %d 条）；请稍后再试",
                "the search index is being made (%d entries so far); try again in a while",
                following.read());
    }

    /** The index is older than the snapshot: what may be read must have been readable at both. */
    private Found search(Wanted wanted, Caller caller, Shown shown) throws IOException {
        try (var now = whole.read()) {
            var sight = rights.sight(caller, now);
            var union = now.seenBy(sight).union();
            if (sight == Sight.ALL) {
                return found(wanted, remembered(wanted, Optional.empty(), sight, shown), shown, union);
            }
            if (now.revision() == shown.revision()) {
                return found(wanted, remembered(wanted, Optional.of(caller), sight, shown), shown, union);
            }
            // the index is older than the snapshot: what may be read must have been readable at both
            try (var then = whole.readAt(shown.revision())) {
                var before = rights.sight(caller, then);
                var tally = counted(
                        wanted,
                        wanted.offset() + wanted.limit(),
                        graph -> sight.sees(graph) && before.sees(graph),
                        shown);
                return found(wanted, tally, shown, union);
            }
        }
    }

    /** What a reader finds at the revision of the index is found once. */
    private static Tally remembered(Wanted wanted, Optional<Caller> reader, Sight sight, Shown shown)
            throws IOException {
        var asked = new Shown.Asked(reader, wanted.anywhere());
        var known = shown.known(asked);
        if (known == null || !known.reaches(wanted)) {
            var last = wanted.offset() + wanted.limit();
            known = counted(wanted, last <= SHALLOW ? SHALLOW : Wanted.FARTHEST, sight, shown);
            shown.keep(asked, known);
        }
        return known;
    }

    private static Tally counted(Wanted wanted, int depth, Sight sight, Shown shown) throws IOException {
        var searcher = new IndexSearcher(shown.reader());
        var strict = run(searcher, Queries.strict(wanted.text()), new Counting(wanted, sight, depth));
        if (strict.isEmpty()) {
            var loose = Queries.loose(wanted.text());
            if (loose.isPresent()) {
                var nearby = run(searcher, loose.get(), new Counting(wanted, sight, depth));
                if (!nearby.isEmpty()) {
                    return nearby.tally(MOST_VALUES, true);
                }
            }
        }
        return strict.tally(MOST_VALUES, false);
    }

    private static Counting run(IndexSearcher searcher, Query query, Counting counting) throws IOException {
        searcher.search(query, counting);
        return counting;
    }

    private static Found found(Wanted wanted, Tally tally, Shown shown, Graph union) throws IOException {
        var stored = shown.reader().storedFields();
        var hits = new ArrayList<Hit>();
        for (var document : tally.page(wanted)) {
            hits.add(Documents.hit(stored.document(document)));
        }
        return new Found(
                shown.revision(),
                tally.total(wanted),
                tally.groups(),
                tally.facets(),
                hits,
                names(hits, tally.facets(), union),
                tally.isLoose());
    }

    private static Map<String, Name> names(List<Hit> hits, Map<Facet, List<Found.Counted>> facets, Graph union) {
        var names = new HashMap<String, Name>();
        facets.values().forEach(values -> values.forEach(value -> names.put(value.value(), Name.NONE)));
        hits.forEach(hit -> {
            hit.within().ifPresent(dataset -> names.put(dataset.getURI(), Name.NONE));
            hit.values().values().forEach(values -> values.forEach(value -> names.put(value, Name.NONE)));
        });
        names.replaceAll((iri, none) -> name(NodeFactory.createURI(iri), union));
        return names;
    }

    private static Name name(Node node, Graph union) {
        for (var property : List.of(Skos.prefLabel, Dct.title)) {
            var zh = "";
            var en = "";
            var labels = union.find(node, property, Node.ANY)
                    .mapWith(triple -> triple.getObject())
                    .toList();
            for (var label : labels) {
                if (label.isLiteral() && label.getLiteralLanguage().startsWith("en")) {
                    en = label.getLiteralLexicalForm();
                } else if (label.isLiteral()) {
                    zh = label.getLiteralLexicalForm();
                }
            }
            if (!zh.isEmpty() || !en.isEmpty()) {
                return new Name(zh, en);
            }
        }
        return Name.NONE;
    }

    /**
     * Holds the index on disk against the registry; nobody may be following it.
     *
     * @param progress hears how many entries were looked at
     * @return what is wrong with it; nothing, if there is no index: then the next start makes one
     */
    public static List<Text> check(Store whole, Path data, LongConsumer progress) {
        return new Check(whole, progress).of(folder(data));
    }

    /** Stops following. */
    @Override
    public void close() {
        following.close();
    }
}

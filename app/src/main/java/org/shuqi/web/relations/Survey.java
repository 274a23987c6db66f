package org.shuqi.web.relations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Lists;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;

/** Asks the engine for every flow and adds up who shares with whom; kept for a minute, since a picture is looked at from several sides. */
@Singleton
final class Survey {

    /** Most datasets times organisations that are looked through for one page; some seconds of work. */
    private static final long MOST = 100_000;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Lists lists;
    private final Store store;
    private final Cache<Key, Found> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(20).build();

    Survey(Decisions decisions, Store store) {
        this.lists = decisions.lists();
        this.store = store;
    }

    private record Key(Optional<Caller> caller, long revision, Wanted wanted) {}

    /**
     * What was found.
     *
     * @param pairs who shares with whom
     * @param at the instant it holds for
     * @param revision the revision that answered
     * @param isTooLarge whether there is too much to look through without naming somebody
     */
    record Found(List<Pair> pairs, Instant at, long revision, boolean isTooLarge) {
        Found {
            pairs = List.copyOf(pairs);
        }
    }

    /** Who shares with whom. */
    Found pairs(Wanted wanted) {
        var key = new Key(Acting.caller(), store.revision(), wanted);
        var found = kept.getIfPresent(key);
        if (found == null) {
            found = look(wanted);
            kept.put(key, found);
        }
        return found;
    }

    /** The flows from one organisation to another. */
    List<Lists.Flow> between(Wanted wanted) {
        return lists.matrix(wanted.form(wanted.provider(), wanted.recipient()))
                .all()
                .filter(Survey::isBetweenTwo)
                .toList();
    }

    private Found look(Wanted wanted) {
        // what rests on a grant is found along the grants; what is open to all has to be looked through
        if ((wanted.everything() || wanted.organization().isEmpty()) && size() > MOST) {
            return new Found(List.of(), Instant.EPOCH, store.revision(), true);
        }
        if (!wanted.organization().isEmpty()) {
            var given = lists.matrix(wanted.form(wanted.organization(), ""));
            var received = lists.matrix(wanted.form("", wanted.organization()));
            return new Found(added(Stream.concat(given.all(), received.all())), given.at(), given.revision(), false);
        }
        try {
            var all = lists.matrix(wanted.form(wanted.provider(), wanted.recipient()));
            return new Found(added(all.all()), all.at(), all.revision(), false);
        } catch (Refusal refusal) {
            if (refusal.problem().kind() == Kind.LIMIT) {
                return new Found(List.of(), Instant.EPOCH, store.revision(), true);
            }
            throw refusal;
        }
    }

    private long size() {
        try (var now = store.read()) {
            return count(now.union(), Dcat.Dataset)
                    * (count(now.union(), Org.FormalOrganization) + count(now.union(), Org.Organization));
        }
    }

    private static long count(org.apache.jena.graph.Graph graph, Node type) {
        var found = graph.find(Node.ANY, Rdf.type, type);
        long count = 0;
        while (found.hasNext() && count <= MOST) {
            found.next();
            count++;
        }
        found.close();
        return count;
    }

    private static boolean isBetweenTwo(Lists.Flow flow) {
        return !flow.provider().iri().equals(flow.recipient().iri());
    }

    private static List<Pair> added(Stream<Lists.Flow> flows) {
        var pairs = new LinkedHashMap<List<String>, Pair>();
        flows.filter(Survey::isBetweenTwo).forEach(flow -> add(pairs, flow));
        return List.copyOf(pairs.values());
    }

    private static void add(Map<List<String>, Pair> pairs, Lists.Flow flow) {
        var key = List.of(flow.provider().iri(), flow.recipient().iri());
        var pair = pairs.computeIfAbsent(
                key,
                each -> new Pair(
                        flow.provider(), flow.recipient(), new TreeSet<>(), new TreeSet<>(), Optional.empty()));
        pair.datasets().add(flow.dataset().iri());
        pair.grants().addAll(flow.grants());
        var until =
                Stream.concat(pair.until().stream(), flow.validUntil().stream()).min(Instant::compareTo);
        pairs.put(key, new Pair(pair.provider(), pair.recipient(), pair.datasets(), pair.grants(), until));
    }
}

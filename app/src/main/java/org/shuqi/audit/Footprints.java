package org.shuqi.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.shuqi.graph.Delta;

/**
 * Which records each change that was read touches, as far as that is remembered: so that the history of a record need not read
 * every change of the registry again. A change never becomes another, so what is remembered of it holds for ever; a name stands
 * as its hash, so that a change may be read in vain, but none is passed over.
 */
final class Footprints {

    /** Names that are kept in all, four bytes each; those of the changes that were asked for longest ago go first. */
    private static final long MOST = 16_000_000;

    /** What a small change takes besides its names. */
    private static final int ENTRY = 30;

    private static final int[] ANYTHING = {};

    private final Cache<Long, int[]> known = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .<Long, int[]>weigher((revision, names) -> ENTRY + names.length)
            .build();

    /** Whether the change of the revision may be about the record. */
    boolean mayTouch(long revision, Node record) {
        var names = known.getIfPresent(revision);
        return names == null || names == ANYTHING || Arrays.binarySearch(names, hash(whole(record))) >= 0;
    }

    /** Remembers a change that was read; of one that is too large to be read, that it may be about anything. */
    void keep(long revision, Optional<Delta> change) {
        if (known.getIfPresent(revision) == null) {
            known.put(revision, change.map(Footprints::names).orElse(ANYTHING));
        }
    }

    private static int[] names(Delta change) {
        return Trail.quads(change)
                .map(quad -> whole(quad.getSubject()))
                .distinct()
                .flatMapToInt(Footprints::owners)
                .distinct()
                .sorted()
                .toArray();
    }

    /** What a node is a part of by its name, if it stands there as a fragment; else itself. */
    private static String whole(Node node) {
        var name = node.toString();
        var cut = node.isURI() ? name.indexOf('#') : -1;
        return cut < 0 ? name : name.substring(0, cut);
    }

    /** The name, and all that it may be a part of. */
    private static IntStream owners(String name) {
        return IntStream.concat(
                IntStream.range(0, name.length())
                        .filter(at -> name.charAt(at) == '/')
                        .map(end -> hash(name.substring(0, end))),
                IntStream.of(hash(name)));
    }

    private static int hash(String name) {
        return name.hashCode();
    }
}

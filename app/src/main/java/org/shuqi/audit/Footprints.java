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

    /** A change that names more is read whenever it may be meant. */
    private static final int LARGEST = 2_000;

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
        return names == null || names == ANYTHING || Arrays.binarySearch(names, hash(record.toString())) >= 0;
    }

    /** Remembers a change that was read; nothing is known of one that is too large for that. */
    void keep(long revision, Optional<Delta> change) {
        if (known.getIfPresent(revision) == null) {
            known.put(revision, change.map(Footprints::names).orElse(ANYTHING));
        }
    }

    private static int[] names(Delta change) {
        var names = Trail.quads(change)
                .map(quad -> quad.getSubject())
                .distinct()
                .flatMapToInt(Footprints::owners)
                .distinct()
                .sorted()
                .limit(LARGEST + 1)
                .toArray();
        return names.length == 0 || names.length > LARGEST ? ANYTHING : names;
    }

    /** The node, and everything that it may be a part of by its name. */
    private static IntStream owners(Node node) {
        var name = node.toString();
        var cuts = node.isURI()
                ? IntStream.range(0, name.length()).filter(at -> name.charAt(at) == '/' || name.charAt(at) == '#')
                : IntStream.empty();
        return IntStream.concat(cuts, IntStream.of(name.length())).map(end -> hash(name.substring(0, end)));
    }

    private static int hash(String name) {
        return name.hashCode();
    }
}

package org.shuqi.decision.fact;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values under few of the term ids that are asked about: a bit for each id says whether there is one, and counting bits
 * where it is. Neighbours, as the items of an entry are, lie together in both.
 *
 * @param <V> what is kept
 */
final class Numbered<V> implements Base<V> {

    private final IdSet keys;
    private final Object[] values;

    private Numbered(IdSet keys, Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** What a table holds. */
    static <V> Numbered<V> of(Hashed<V> table) {
        var keys = IdSet.of(table.keys().toArray());
        var values = new Object[keys.size()];
        table.keys().forEach(key -> values[keys.number(key)] = table.get(key));
        return new Numbered<>(keys, values);
    }

    @Override
    @SuppressWarnings("unchecked") // only values of this kind are put there
    public @Nullable V get(int key) {
        int number = keys.number(key);
        return number < 0 ? null : (V) values[number];
    }

    @Override
    public boolean has(int key) {
        return keys.contains(key);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public IntStream keys() {
        return keys.stream();
    }

    @Override
    public int share() {
        return 8;
    }

    @Override
    public Numbered<V> with(Map<Integer, Optional<V>> changes) {
        var kept = keys.stream().filter(key -> !changes.containsKey(key));
        var put = changes.entrySet().stream()
                .filter(change -> change.getValue().isPresent())
                .mapToInt(Map.Entry::getKey);
        var after = IdSet.of(IntStream.concat(kept, put).toArray());
        var all = new Object[after.size()];
        keys.stream().filter(after::contains).forEach(key -> all[after.number(key)] = values[keys.number(key)]);
        changes.forEach((key, change) -> change.ifPresent(value -> all[after.number(key)] = value));
        return new Numbered<>(after, all);
    }
}

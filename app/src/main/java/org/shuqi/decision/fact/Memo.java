package org.shuqi.decision.fact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What follows from other facts, worked out once for each term that is asked about. Any number of threads may ask, without a
 * lock where it is known already.
 *
 * @param <V> what follows
 */
final class Memo<V> {

    private static final int FEWEST = 64;
    private static final VarHandle KEYS = MethodHandles.arrayElementVarHandle(int[].class);

    private final IntFunction<V> make;
    private volatile Slots slots = new Slots(FEWEST);
    private int size;

    /** @param make works it out; must not ask this memo about another term */
    Memo(IntFunction<V> make) {
        this.make = make;
    }

    /** What follows for the term, which must not be negative. */
    V of(int key) {
        var known = slots.get(key);
        return known != null ? known(known) : keep(key, make.apply(key));
    }

    @SuppressWarnings("unchecked") // only what was made is kept
    private V known(Object kept) {
        return (V) kept;
    }

    private synchronized V keep(int key, V made) {
        var before = slots.get(key);
        if (before != null) {
            return known(before);
        }
        if (++size * 2 > slots.keys.length) {
            slots = slots.doubled();
        }
        slots.put(key, made);
        return made;
    }

    /** Keys plus one, 0 where a slot is empty; what belongs to a key is there before the key is. */
    private static final class Slots {

        private final int[] keys;
        private final @Nullable Object[] values;

        Slots(int length) {
            keys = new int[length];
            values = new Object[length];
        }

        @Nullable Object get(int key) {
            int mask = keys.length - 1;
            for (int at = spread(key) & mask; ; at = (at + 1) & mask) {
                int found = (int) KEYS.getAcquire(keys, at);
                if (found == key + 1) {
                    return values[at];
                }
                if (found == 0) {
                    return null;
                }
            }
        }

        void put(int key, Object value) {
            int mask = keys.length - 1;
            int at = spread(key) & mask;
            while (keys[at] != 0) {
                at = (at + 1) & mask;
            }
            values[at] = value;
            KEYS.setRelease(keys, at, key + 1);
        }

        Slots doubled() {
            var more = new Slots(2 * keys.length);
            for (int at = 0; at < keys.length; at++) {
                var value = values[at];
                if (value != null) {
                    more.put(keys[at] - 1, value);
                }
            }
            return more;
        }

        private static int spread(int key) {
            int mixed = key * 0x9E3779B9;
            return mixed ^ mixed >>> 16;
        }
    }
}

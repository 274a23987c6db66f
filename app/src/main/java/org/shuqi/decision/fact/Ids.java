package org.shuqi.decision.fact;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A small set of term ids that does not change. */
public final class Ids {

    /** None at all. */
    public static final Ids NONE = new Ids(new int[0]);

    /** From here on halving beats walking. */
    private static final int MANY = 12;

    private final int[] ids;
    private final int hash;
    /** The least and the greatest: most sets have one member, and most questions are answered without looking at the array. */
    private final int first;

    private final int last;

    private Ids(int[] ids) {
        this.ids = ids;
        this.hash = Arrays.hashCode(ids);
        this.first = ids.length == 0 ? Integer.MAX_VALUE : ids[0];
        this.last = ids.length == 0 ? Integer.MIN_VALUE : ids[ids.length - 1];
    }

    /** The distinct ones among the given. */
    public static Ids of(int... ids) {
        return switch (ids.length) {
            case 0 -> NONE;
            case 1 -> new Ids(ids.clone());
            default -> new Ids(IntStream.of(ids).sorted().distinct().toArray());
        };
    }

    /** Ids that are sorted and distinct; the array is kept. */
    static Ids sorted(int[] ids) {
        return ids.length == 0 ? NONE : new Ids(ids);
    }

    public boolean isEmpty() {
        return first > last;
    }

    public int size() {
        return ids.length;
    }

    /** The one at that place, by ascending id. */
    public int at(int place) {
        return ids[place];
    }

    public boolean contains(int id) {
        if (id <= first || id >= last) {
            return !isEmpty() && (id == first || id == last);
        }
        if (ids.length > MANY) {
            return Arrays.binarySearch(ids, id) >= 0;
        }
        for (var one : ids) {
            if (one == id) {
                return true;
            }
        }
        return false;
    }

    /** Whether the two have an id in common. */
    public boolean meets(Ids other) {
        if (first > other.last || other.first > last) {
            return false;
        }
        if (first == last) {
            return other.contains(first);
        }
        if (other.first == other.last) {
            return contains(other.first);
        }
        var few = ids.length <= other.ids.length ? this : other;
        var many = few == this ? other : this;
        for (var one : few.ids) {
            if (many.contains(one)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this is the only one. */
    public boolean isOnly(int id) {
        return first == id && last == id;
    }

    /** The only one there is, else {@link Terms#NONE}: several contradict each other. */
    public int only() {
        return first == last ? first : Terms.NONE;
    }

    /** These and the others. */
    public Ids and(Ids others) {
        if (others.isEmpty() || this == others) {
            return this;
        }
        return isEmpty()
                ? others
                : of(IntStream.concat(stream(), others.stream()).toArray());
    }

    public IntStream stream() {
        return Arrays.stream(ids);
    }

    /** What each stands for, by ascending id. */
    public <T> List<T> map(IntFunction<T> what) {
        return stream().mapToObj(what).toList();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Ids same && hash == same.hash && Arrays.equals(ids, same.ids));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(ids);
    }
}

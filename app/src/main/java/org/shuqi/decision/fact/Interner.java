package org.shuqi.decision.fact;

import java.util.HashMap;
import java.util.Map;

/** Keeps one of equal values. Belongs to one thread. */
final class Interner {

    private final Map<Object, Object> kept = new HashMap<>();

    /** The first value that was equal to this one. */
    @SuppressWarnings("unchecked") // equal values are of one class
    <T> T one(T value) {
        var first = kept.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }
}

package org.shuqi.decision;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is worked out when it is first wanted, and once. */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> made;
    private @Nullable T kept;

    Once(Supplier<T> made) {
        this.made = made;
    }

    @Override
    public synchronized T get() {
        var value = kept;
        if (value == null) {
            value = made.get();
            kept = value;
        }
        return value;
    }
}

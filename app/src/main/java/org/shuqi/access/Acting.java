package org.shuqi.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * For whom this thread works at the moment.
 *
 * <p>The doors set it for as long as a request lasts, so that what reads the registry for them shows what the caller may
 * read, also where nobody thought of passing the caller on. A thread that works for nobody reads nothing that is
 * guarded: work of the service itself says so with {@link #as}.
 */
public final class Acting {

    /** The attribute of a request in which the gatekeeper leaves the caller for those that come after it. */
    public static final String ATTRIBUTE = "org.shuqi.caller";

    private static final ThreadLocal<@Nullable Caller> CURRENT = new ThreadLocal<>();

    private Acting() {}

    /** The caller for whom this thread works. */
    public static Optional<Caller> caller() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Does the work for the caller on this thread. */
    public static <T> T as(Caller caller, Supplier<T> work) {
        var before = swap(caller);
        try {
            return work.get();
        } finally {
            swap(before);
        }
    }

    /** Does the work for the caller on this thread. */
    public static void as(Caller caller, Runnable work) {
        var before = swap(caller);
        try {
            work.run();
        } finally {
            swap(before);
        }
    }

    /** Puts another caller, or none, in the place of the present one, which it returns; for carrying work between threads. */
    public static @Nullable Caller swap(@Nullable Caller caller) {
        var before = CURRENT.get();
        if (caller == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(caller);
        }
        return before;
    }
}

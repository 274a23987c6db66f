package org.shuqi.api;

import io.micronaut.core.annotation.Nullable;

/** The body of a request. */
public final class Bytes {

    private static final byte[] NONE = new byte[0];

    private Bytes() {}

    /** The bytes that were sent; none if the framework found no body. */
    public static byte[] of(@Nullable byte[] body) {
        return body == null ? NONE : body;
    }
}

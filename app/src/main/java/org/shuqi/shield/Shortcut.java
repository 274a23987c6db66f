package org.shuqi.shield;

import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A short way to the answers that a route has at once. It is taken before the framework has looked at the request; whatever
 * is unusual about one goes the long way, which knows everything.
 */
public interface Shortcut {

    /** The route, to which a {@code POST} with a small body has to go. */
    String path();

    /**
     * The answer, as the long way would give it, made in some microseconds and without waiting for anything; null if the
     * request is to go the long way, in which case nothing may have come of it yet. The thread works for the caller.
     */
    @Nullable Reply answer(HttpHeaders headers, byte[] body);

    /**
     * An answer of status 200.
     *
     * @param body its bytes
     * @param headers names and values of its own by turns
     */
    record Reply(byte[] body, CharSequence... headers) {}
}

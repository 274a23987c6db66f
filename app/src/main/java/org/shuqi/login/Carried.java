package org.shuqi.login;

import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import org.jspecify.annotations.Nullable;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;

/** Takes the caller along to whatever thread works on the request. */
record Carried(Caller caller) implements ThreadPropagatedContextElement<@Nullable Caller> {

    @Override
    public @Nullable Caller updateThreadContext() {
        return Acting.swap(caller);
    }

    @Override
    public void restoreThreadContext(@Nullable Caller before) {
        Acting.swap(before);
    }
}

package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ListsAheadTest {

    @Test
    void preparesListsWithoutBeingAsked() throws InterruptedException {
        var prepared = new CountDownLatch(1);
        var lists = of(Lists.class, (proxy, method, arguments) -> {
            assertThat(method.getName()).isEqualTo("prepare");
            prepared.countDown();
            return null;
        });
        var decisions = of(Decisions.class, (proxy, method, arguments) -> lists);

        try (var ahead = ListsAhead.of(decisions)) {
            assertThat(ahead).isNotNull();
            assertThat(prepared.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static <T> T of(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

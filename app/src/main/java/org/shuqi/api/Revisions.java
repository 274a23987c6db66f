package org.shuqi.api;

import io.micronaut.core.async.annotation.SingleResult;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Waits, for a little while, for the revision that a caller wants to see at least. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
public final class Revisions {

    /** The revision that answered. */
    public static final String REVISION = "Shuqi-Revision";

    /** The revision that a caller wants to see at least. */
    public static final String AT_LEAST = "Shuqi-At-Least";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final long STEP_MILLIS = 20;

    private final Store store;

    Revisions(Store store) {
        this.store = store;
    }

    @RequestFilter
    @SingleResult
    @Nullable CompletionStage<@Nullable HttpResponse<?>> await(HttpRequest<?> request) {
        var header = request.getHeaders().get(AT_LEAST);
        if (header == null) {
            return null;
        }
        return reach(wanted(header), System.nanoTime() + LONGEST_WAIT.toNanos());
    }

    private CompletionStage<@Nullable HttpResponse<?>> reach(long wanted, long deadline) {
        if (store.revision() >= wanted) {
            return CompletableFuture.completedFuture(null);
        }
        if (System.nanoTime() > deadline) {
            return CompletableFuture.failedFuture(Refusal.of(
                    Kind.OVERLOADED,
                    "尚未达到版本 %d，现为 %d；请稍后重试",
                    "revision %d has not been reached, this is %d; try again later",
                    wanted,
                    store.revision()));
        }
        var later = CompletableFuture.delayedExecutor(STEP_MILLIS, TimeUnit.MILLISECONDS);
        return CompletableFuture.supplyAsync(() -> true, later).thenCompose(again -> reach(wanted, deadline));
    }

    private static long wanted(String header) {
        try {
            return Long.parseUnsignedLong(header.strip());
        } catch (NumberFormatException malformed) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "Shuqi-At-Least `%s` 不是版本号；应为整数",
                    "Shuqi-At-Least `%s` is not a revision; give a whole number",
                    header);
        }
    }
}

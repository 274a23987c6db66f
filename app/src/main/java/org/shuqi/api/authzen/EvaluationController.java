package org.shuqi.api.authzen;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.shuqi.api.Bytes;
import org.shuqi.api.Replies;
import org.shuqi.api.Tongue;
import org.shuqi.decision.Decisions;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Access Evaluation and Access Evaluations. Source: AuthZEN Authorization API 1.0, sections 6 and 7.
 *
 * <p>The decision is true exactly when the outcome is permit; the context of the response is the full answer.
 *
 * <p>The outcome of one question about the present takes microseconds and waits for nothing, so it is decided by the thread
 * that read the request. Whatever may take longer is handed to another, so that it keeps no other request waiting.
 */
@Controller("/access/v1")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class EvaluationController {

    private static final int MOST = 10_000;
    private static final int SMALL_BYTES = 16_384;

    private final Decisions decisions;
    private final ExecutorService others;

    EvaluationController(Decisions decisions, @Named(TaskExecutors.BLOCKING) ExecutorService others) {
        this.decisions = decisions;
        this.others = others;
    }

    @Post("/evaluation")
    CompletionStage<HttpResponse<byte[]>> evaluation(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var bytes = Bytes.of(body);
        if (bytes.length > SMALL_BYTES) {
            return byAnother(() -> one(request, Envelope.said(request, bytes)));
        }
        var asked = Envelope.said(request, bytes);
        var evaluation = Evaluation.of(asked);
        return evaluation.isQuick()
                ? CompletableFuture.completedFuture(one(request, evaluation))
                : byAnother(() -> one(request, evaluation));
    }

    @Post("/evaluations")
    CompletionStage<HttpResponse<byte[]>> evaluations(HttpRequest<?> request, @Body @Nullable byte[] body) {
        return byAnother(() -> many(request, Envelope.said(request, Bytes.of(body))));
    }

    private CompletionStage<HttpResponse<byte[]>> byAnother(Supplier<HttpResponse<byte[]>> work) {
        return CompletableFuture.supplyAsync(work, others);
    }

    private HttpResponse<byte[]> one(HttpRequest<?> request, Said asked) {
        return one(request, Evaluation.of(asked));
    }

    private HttpResponse<byte[]> one(HttpRequest<?> request, Evaluation evaluation) {
        return Replies.json(Written.of(json -> evaluation.decided(decisions, () -> Tongue.of(request), json)));
    }

    private HttpResponse<byte[]> many(HttpRequest<?> request, Said asked) {
        var list = asked.of("evaluations");
        if (list == null || (list instanceof List<?> evaluations && evaluations.isEmpty())) {
            // section 7.1: without evaluations the request is one evaluation, and is answered as one
            return one(request, asked);
        }
        if (!(list instanceof List<?> evaluations) || evaluations.size() > MOST) {
            throw Refusal.of(
                    Kind.UNUSABLE, "`evaluations` 须是不超过 %d 项的列表", "`evaluations` has to be a list of at most %d", MOST);
        }
        var batch = Batch.of(asked, Tongue.of(request));
        return Replies.json(Written.of(json -> batch.decided(decisions, evaluations, json)));
    }
}

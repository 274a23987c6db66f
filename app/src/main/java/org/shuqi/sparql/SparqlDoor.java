package org.shuqi.sparql;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.netty.channel.ChannelFutureListener;
import jakarta.inject.Named;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Text;
import org.shuqi.shield.Allowances;

/**
 * {@code /sparql} and {@code /data}: hands each request to a thread of its own, and stops a query when its client hangs up.
 * Who may ask is decided before, by {@code login}.
 */
@Controller
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
final class SparqlDoor {

    private final QueryService queries;
    private final GraphService graphs;
    private final Limits limits;
    private final Turns turns;
    private final Allowances allowances;
    private final ExecutorService threads;
    private final AtomicInteger underWay = new AtomicInteger();

    SparqlDoor(
            Engine engine,
            Limits limits,
            Allowances allowances,
            @Named(TaskExecutors.BLOCKING) ExecutorService threads) {
        this.turns = engine.turns();
        this.queries = engine.queries();
        this.graphs = engine.graphs();
        this.limits = limits;
        this.allowances = allowances;
        this.threads = threads;
    }

    @Get("/sparql")
    CompletionStage<HttpResponse<?>> query(HttpRequest<?> request) {
        return answered(request, null, queries::answer);
    }

    @Post("/sparql")
    CompletionStage<HttpResponse<?>> query(HttpRequest<?> request, @Body @Nullable byte[] body) {
        return answered(request, body, queries::answer);
    }

    @Options("/sparql")
    HttpResponse<?> methods() {
        return HttpResponse.ok().header(HttpHeaders.ALLOW, "GET, HEAD, POST, OPTIONS");
    }

    @Get("/data")
    CompletionStage<HttpResponse<?>> graph(HttpRequest<?> request) {
        return answered(request, null, (asked, ticket, reply) -> graphs.answer(asked, reply));
    }

    @Options("/data")
    HttpResponse<?> methodsOfGraphs() {
        return HttpResponse.ok().header(HttpHeaders.ALLOW, "GET, HEAD, PUT, POST, DELETE, OPTIONS");
    }

    @Get("/update")
    HttpResponse<?> noUpdate(HttpRequest<?> request) {
        return noUpdates(request);
    }

    @Post("/update")
    HttpResponse<?> noUpdates(HttpRequest<?> request) {
        var problem = Problem.of(
                Kind.FORBIDDEN, Text.of("不接受 SPARQL 更新；请用 /api/v1 写入", "SPARQL update is off; write through /api/v1"));
        var language = Problems.language(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE));
        return HttpResponse.status(HttpStatus.FORBIDDEN)
                .contentType(Problems.MEDIA_TYPE)
                .body(Problems.json(problem, language));
    }

    /** What answers requests. */
    private interface Service {
        void answer(Request request, Ticket ticket, Reply reply);
    }

    private CompletionStage<HttpResponse<?>> answered(HttpRequest<?> http, byte @Nullable [] body, Service service) {
        var reply = new Reply(limits, http.getMethod() == HttpMethod.HEAD);
        var ticket = new Ticket();
        var leaving = cancelledWhenClientLeaves(http, ticket);
        threads.execute(() -> {
            underWay.incrementAndGet();
            try {
                Failures.caught(http.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE), reply, limits, () -> {
                    try (var spending = allowances.query(http)) {
                        service.answer(Request.of(http, body), ticket, reply);
                        reply.finish();
                    }
                });
            } finally {
                ticket.close();
                leaving.run();
                underWay.decrementAndGet();
                reply.orFault();
            }
        });
        return reply.response();
    }

    /** What to do when the request is over, so that the connection forgets it. */
    static Runnable cancelledWhenClientLeaves(HttpRequest<?> request, Ticket ticket) {
        if (!(request instanceof NettyHttpRequest<?> onTheWire)) {
            return () -> {};
        }
        var gone = onTheWire.getChannelHandlerContext().channel().closeFuture();
        ChannelFutureListener listener = future -> ticket.cancel();
        gone.addListener(listener);
        return () -> gone.removeListener(listener);
    }

    /** How many requests are under way. */
    int underWay() {
        return underWay.get();
    }

    /** How many queries run now. */
    int running() {
        return turns.taken();
    }
}

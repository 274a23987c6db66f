package org.shuqi.sparql;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.ProxyHttpClient;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.ChannelFutureListener;
import jakarta.annotation.PreDestroy;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.reactivestreams.Publisher;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Text;
import org.shuqi.registry.Settings;

/**
 * {@code /sparql} and {@code /data} of the public port: passes requests on to the {@link InnerServer}, as they stream, and
 * stops a query when its client hangs up. Who may ask is decided before, by {@code login}.
 */
@Filter({"/sparql", "/data", "/update"})
final class SparqlDoor implements HttpServerFilter {

    /** Longer than the query may take, so that the query's own limit is the one that speaks. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Nothing else is passed in, least of all the client's credentials and what it says about the connection. */
    private static final Set<String> PASSED_IN =
            Set.of("accept", "accept-language", "content-type", "content-length", "transfer-encoding");

    private static final List<String> NOT_PASSED_OUT =
            List.of("Fuseki-Request-Id", HttpHeaders.SERVER, HttpHeaders.CONNECTION, "Keep-Alive");

    private final Tickets tickets = new Tickets();
    private final InnerServer inner;
    private final ProxyHttpClient client;

    SparqlDoor(Store store, Decisions decisions, Limits limits, Settings settings) {
        this.inner = InnerServer.start(store, decisions, limits, settings.clock(), settings.zone(), tickets);
        var configuration = new DefaultHttpClientConfiguration();
        configuration.setReadTimeout(limits.total().plus(PATIENCE));
        configuration.setFollowRedirects(false);
        configuration.getConnectionPoolConfiguration().setEnabled(true);
        this.client = ProxyHttpClient.create(null, configuration);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.LAST.order();
    }

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        if (request.getPath().equals("/update")) {
            return Publishers.just(noUpdates(request));
        }
        var ticket = tickets.issue();
        stopWhenClientLeaves(request, ticket);
        return Publishers.map(client.proxy(inwards(request, ticket)), SparqlDoor::outwards);
    }

    private MutableHttpRequest<?> inwards(HttpRequest<?> request, Tickets.Ticket ticket) {
        var endpoint = endpoint(request);
        var query = request.getUri().getRawQuery();
        var target = inner.endpoint(request.getPath().substring(1));
        var passed = request.mutate().uri(query == null ? target : URI.create(target + "?" + query));
        for (var name : List.copyOf(request.getHeaders().names())) {
            if (!PASSED_IN.contains(name.toLowerCase(Locale.ROOT))) {
                passed.getHeaders().remove(name);
            }
        }
        if (!passed.getHeaders().contains(HttpHeaders.ACCEPT)) {
            // the first format on offer, not the last resort of the server underneath
            passed.header(HttpHeaders.ACCEPT, "*/*");
        }
        return passed.header(HttpHeaders.HOST, target.getAuthority())
                .header(Doorkeeper.HEADER, inner.secret())
                .header(Tickets.HEADER, ticket.number())
                .header(ServiceDescription.ENDPOINT, endpoint);
    }

    private static String endpoint(HttpRequest<?> request) {
        var host = request.getHeaders().get(HttpHeaders.HOST);
        return "http://" + (host == null ? "localhost" : host) + request.getPath();
    }

    private static MutableHttpResponse<?> outwards(MutableHttpResponse<?> response) {
        NOT_PASSED_OUT.forEach(response.getHeaders()::remove);
        return response;
    }

    private static void stopWhenClientLeaves(HttpRequest<?> request, Tickets.Ticket ticket) {
        if (request instanceof NettyHttpRequest<?> onTheWire) {
            var gone = onTheWire.getChannelHandlerContext().channel().closeFuture();
            ChannelFutureListener listener = future -> ticket.cancel();
            gone.addListener(listener);
            ticket.afterwards(() -> gone.removeListener(listener));
        }
    }

    private static MutableHttpResponse<?> noUpdates(HttpRequest<?> request) {
        var problem = Problem.of(
                Kind.FORBIDDEN, Text.of("不接受 SPARQL 更新；请用 /api/v1 写入", "SPARQL update is off; write through /api/v1"));
        var language = Problems.language(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE));
        return HttpResponse.status(HttpStatus.FORBIDDEN)
                .contentType(Problems.MEDIA_TYPE)
                .body(Problems.json(problem, language));
    }

    /** Where the query service answers behind the door. */
    URI innerEndpoint() {
        return inner.endpoint("sparql");
    }

    String secret() {
        return inner.secret();
    }

    /** The requests under way. */
    Tickets tickets() {
        return tickets;
    }

    /** How many queries run now. */
    int running() {
        return inner.running();
    }

    @PreDestroy
    void close() throws IOException {
        inner.close();
        if (client instanceof Closeable open) {
            open.close();
        }
    }
}

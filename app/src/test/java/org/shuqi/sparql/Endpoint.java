package org.shuqi.sparql;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.graph.Delta;

/** A server on a free port over the worked example, at the instant its questions are asked, and someone to ask it. */
final class Endpoint implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-06-01T04:00:00Z");
    static final String PREFIXES =
            """
            PREFIX sq: <https://w3id.org/shuqi/ns#>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX odrl: <http://www.w3.org/ns/odrl/2/>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX : <http://localhost:8080/id/>
            PREFIX organization: <http://localhost:8080/id/organization/>
            PREFIX dataset: <http://localhost:8080/id/dataset/>
            PREFIX purpose: <https://w3id.org/shuqi/code/purpose/>
            PREFIX outcome: <https://w3id.org/shuqi/code/outcome/>
            """;

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Endpoint(ApplicationContext context) {
        this.context = context;
        this.server = context.getBean(EmbeddedServer.class).start();
    }

    static Endpoint open(Path data, String... settings) {
        var properties = new HashMap<String, Object>(Map.of(
                "micronaut.server.port",
                -1,
                "shuqi.data",
                data.toString(),
                "shuqi.open-on-loopback",
                true,
                "shuqi.test.sparql",
                "yes"));
        for (var i = 0; i < settings.length; i += 2) {
            properties.put("shuqi.sparql." + settings[i], settings[i + 1]);
        }
        var endpoint =
                new Endpoint(ApplicationContext.builder().properties(properties).start());
        endpoint.add(Iter.toList(RDFDataMgr.loadDatasetGraph("ontology/questions/worked-example/registry.trig")
                .find()));
        return endpoint;
    }

    void add(List<Quad> quads) {
        context.getBean(Changes.class)
                .apply(new Change("test", OptionalLong.empty(), now -> new Delta(List.of(), quads)), Caller.operator());
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    URI at(String path) {
        return URI.create(server.getURL() + path);
    }

    int port() {
        return server.getPort();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(at(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> ask(String query, String... headers) {
        return get("/sparql?query=" + encoded(query), headers);
    }

    HttpResponse<String> post(String query, String... headers) {
        return send(request("/sparql", headers)
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString(query)));
    }

    /** The rows of a query in the worked example's prefixes, as TSV without its head. */
    List<String> rows(String query) {
        var response = post(PREFIXES + query, "Accept", "text/tab-separated-values");
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return response.body().lines().skip(1).toList();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
    }

    /** The instant of the worked example. */
    @Factory
    @Requires(property = "shuqi.test.sparql")
    static final class At {

        @Singleton
        @Replaces(Clock.class)
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }
}

package org.shuqi.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.WorkedExample;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Store;
import org.shuqi.record.JsonTree;

/** A whole registry behind real HTTP on a free port, with the worked example in it. */
public final class ApiServer implements AutoCloseable {

    private final EmbeddedServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ApiServer(EmbeddedServer server) {
        this.server = server;
    }

    /** Starts an empty registry: the shipped release only. */
    public static ApiServer empty(Path data) {
        return with(data, Map.of());
    }

    /**
     * The same with settings of its own. Unless they say otherwise, whoever calls without a key is the operator:
     * {@code "shuqi.open-on-loopback", false} closes it.
     */
    public static ApiServer with(Path data, Map<String, Object> settings) {
        var properties = new HashMap<String, Object>(Map.of(
                "micronaut.server.port",
                -1,
                "shuqi.data",
                data.toString(),
                "shuqi.base-iri",
                WorkedExample.BASE,
                "shuqi.open-on-loopback",
                true,
                "shuqi.search.patience",
                "PT1M"));
        properties.putAll(settings);
        return new ApiServer(ApplicationContext.run(EmbeddedServer.class, properties));
    }

    /** One in which every request needs a key, with the worked example in it; see {@link org.shuqi.TestCallers}. */
    public static ApiServer closedWithExample(Path data) {
        return closedWithExample(data, Map.of());
    }

    /** The same with settings of its own. */
    public static ApiServer closedWithExample(Path data, Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.put("shuqi.open-on-loopback", false);
        return filled(with(data, all));
    }

    /** Starts one with the records of the worked example. */
    public static ApiServer withExample(Path data) {
        return withExample(data, Map.of());
    }

    /** The same with settings of its own. */
    public static ApiServer withExample(Path data, Map<String, Object> settings) {
        return filled(with(data, settings));
    }

    private static ApiServer filled(ApiServer api) {
        var quads = new ArrayList<Quad>();
        WorkedExample.dataset().find().forEachRemaining(quads::add);
        api.bean(Changes.class)
                .apply(
                        new Change("worked example", OptionalLong.empty(), now -> new Delta(List.of(), quads)),
                        Caller.operator());
        return api;
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public boolean has(Class<?> type) {
        return server.getApplicationContext().containsBean(type);
    }

    public long revision() {
        return bean(Store.class).revision();
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + server.getPort() + path);
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public Reply post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    /** Sends a form as a browser that wants Chinese does; fields are names and values by turns. */
    public Reply form(String path, String authorization, String... fields) {
        var body = new StringBuilder();
        for (var at = 0; at < fields.length; at += 2) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(java.net.URLEncoder.encode(fields[at], StandardCharsets.UTF_8))
                    .append('=')
                    .append(java.net.URLEncoder.encode(fields[at + 1], StandardCharsets.UTF_8));
        }
        return post(
                path,
                body.toString(),
                "Accept",
                "text/html",
                "Accept-Language",
                "zh",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                authorization);
    }

    /** Sends any request; headers are names and values by turns, JSON is the usual content. */
    public Reply send(String method, String path, String body, String... headers) {
        var publisher = body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(uri(path)).method(method, publisher);
        var given = List.of(headers);
        if (!body.isEmpty() && !given.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        for (var at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return send(request.build());
    }

    public Reply send(HttpRequest request) {
        try {
            return new Reply(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The status alone; the body, which may never end, is not waited for. */
    public int status(HttpRequest request) {
        try {
            var reply = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            reply.body().close();
            return reply.statusCode();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** What came back. */
    public record Reply(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JsonTree.of(response.body());
        }

        public byte[] bytes() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status() + " " + response.headers().map() + "\n" + text();
        }
    }
}

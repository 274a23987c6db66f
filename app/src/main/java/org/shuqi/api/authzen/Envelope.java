package org.shuqi.api.authzen;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;

/** The body of a request. Source: AuthZEN Authorization API 1.0, section 10.1. */
final class Envelope {

    static final String JSON = "application/json";

    private static final Said.Known REQUEST = evaluation()
            .with("options", Said.Known.of("context", "evaluations_semantic"))
            .withList("evaluations", evaluation());

    private Envelope() {}

    private static Said.Known evaluation() {
        return Said.Known.of()
                .with("subject", Said.Known.of("type", "id"))
                .with("action", Said.Known.of("name").with("properties", Said.Known.of("method")))
                .with("resource", Said.Known.of("type", "id").with("properties", Said.Known.of("items", "dataset")))
                .with(
                        "context",
                        Said.Known.of("purpose", "at", "provider", "region", "knownAt", "thirdParty", "destination"));
    }

    /**
     * The JSON object that was sent, with all there is in it.
     *
     * @throws Refusal MALFORMED, also where the content is announced as something else: the standard knows no other status
     *     for a request that is not what it has to be (section 10.1.2)
     */
    static ObjectNode opened(HttpRequest<?> request, byte[] body) {
        needsJson(request);
        return object(body);
    }

    /**
     * What the JSON object that was sent says to us.
     *
     * @throws Refusal as {@link #opened} does
     */
    static Said said(HttpRequest<?> request, byte[] body) {
        needsJson(request);
        // what is wrong with it is said in the words of the reader of whole trees, which finds the same fault
        return read(body).orElseGet(() -> said(object(body)));
    }

    /** What the JSON object says to us; empty if the body is none. */
    static Optional<Said> read(byte[] body) {
        try (var json = JsonTree.parser(body)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                var said = Said.read(json, REQUEST);
                return json.nextToken() == null ? Optional.of(said) : Optional.empty();
            }
        } catch (IOException malformed) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** What an object says to us. */
    static Said said(ObjectNode object) {
        try (JsonParser json = JsonTree.parser(object)) {
            json.nextToken();
            return Said.read(json, REQUEST);
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private static ObjectNode object(byte[] body) {
        if (JsonTree.of(body) instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.of(Kind.MALFORMED, "请求须是一个 JSON 对象", "the request has to be one JSON object");
    }

    private static void needsJson(HttpRequest<?> request) {
        var type = request.getHeaders().get("Content-Type");
        if (JSON.equals(type)) {
            return;
        }
        if (type == null
                || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON)) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "Content-Type 为 `%s`；须是 application/json",
                    "the Content-Type is `%s`; it has to be application/json",
                    type == null ? "" : type);
        }
    }
}

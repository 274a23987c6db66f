package org.shuqi.api.authzen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import java.util.Locale;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;

/** The body of a request. Source: AuthZEN Authorization API 1.0, section 10.1. */
final class Envelope {

    private Envelope() {}

    /**
     * The JSON object that was sent.
     *
     * @throws Refusal MALFORMED, also where the content is announced as something else: the standard knows no other status
     *     for a request that is not what it has to be (section 10.1.2)
     */
    static ObjectNode opened(HttpRequest<?> request, byte[] body) {
        var type = request.getHeaders().get("Content-Type");
        if (type == null
                || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "Content-Type 为 `%s`；须是 application/json",
                    "the Content-Type is `%s`; it has to be application/json",
                    type == null ? "" : type);
        }
        if (JsonTree.of(body) instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.of(Kind.MALFORMED, "请求须是一个 JSON 对象", "the request has to be one JSON object");
    }
}

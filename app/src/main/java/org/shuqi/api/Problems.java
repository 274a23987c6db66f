package org.shuqi.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.Locale;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.record.JsonTree;

/** Problem documents. Source: RFC 9457; the findings of the shapes are told as a plain list and as a SHACL report. */
public final class Problems {

    /** Media type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "https://w3id.org/shuqi/problem/";
    private static final String SHACL = "http://www.w3.org/ns/shacl#";

    private Problems() {}

    /** The problem as an answer to the request. */
    public static MutableHttpResponse<byte[]> response(HttpRequest<?> request, Problem problem) {
        var body = body(problem, Tongue.of(request));
        body.put("instance", request.getUri().getRawPath());
        var response = response(problem.kind(), body);
        problem.retryAfter()
                .ifPresent(wait -> response.getHeaders().set("Retry-After", Long.toString(Problem.wholeSeconds(wait))));
        return response;
    }

    /** A fault of ours: the caller gets a number to quote, nothing else. */
    static MutableHttpResponse<byte[]> fault(HttpRequest<?> request, String trace) {
        var problem = Problem.of(
                Kind.BROKEN,
                Text.of(
                        "服务内部出错；请把编号 `%s` 告诉管理员",
                        "something broke on our side; tell the operator the number `%s`", trace));
        var body = body(problem, Tongue.of(request));
        body.put("instance", request.getUri().getRawPath());
        body.put("trace", trace);
        return response(Kind.BROKEN, body);
    }

    /** The members of the document. */
    public static ObjectNode body(Problem problem, Locale language) {
        var body = JsonTree.object();
        body.put("type", TYPE + problem.kind().slug());
        body.put("title", problem.kind().title().in(language));
        body.put("status", problem.kind().status());
        body.put("detail", problem.detail().in(language));
        if (!problem.violations().isEmpty()) {
            var list = body.putArray("violations");
            problem.violations().forEach(violation -> list.add(plain(violation)));
            body.set("report", FindingReport.of(problem.violations()));
        }
        return body;
    }

    private static MutableHttpResponse<byte[]> response(Kind kind, ObjectNode body) {
        MutableHttpResponse<byte[]> response =
                HttpResponse.<byte[]>status(HttpStatus.valueOf(kind.status())).body(JsonTree.bytes(body));
        response.contentType(MEDIA_TYPE);
        response.header("Vary", "Accept-Language");
        if (kind == Kind.UNAUTHENTICATED) {
            response.header("WWW-Authenticate", "Bearer realm=\"shuqi\"");
        }
        if (kind == Kind.OVERLOADED) {
            response.header("Retry-After", "1");
        }
        return response;
    }

    private static ObjectNode plain(Violation violation) {
        var one = JsonTree.object();
        one.put("focusNode", violation.focus());
        violation.path().ifPresent(path -> one.put("path", path));
        violation.value().ifPresent(value -> one.put("value", value));
        one.set("message", both(violation.message()));
        one.put("sourceShape", violation.shape());
        violation.legalSource().ifPresent(source -> one.put("legalSource", source));
        one.put("severity", violation.severity().name().toLowerCase(Locale.ROOT));
        return one;
    }

    private static ObjectNode both(Text text) {
        return JsonTree.object().put("zh", text.zh()).put("en", text.en());
    }
}

package org.shuqi.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.ArrayList;
import java.util.Optional;
import org.shuqi.api.Problems;
import org.shuqi.record.JsonTree;

/** Shows a problem document as a page to who looks with a browser. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class ErrorPages implements Ordered {

    private final Screens screens;

    ErrorPages(Screens screens) {
        this.screens = screens;
    }

    /** Before the safe headers are added, which come last. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    @ResponseFilter
    void show(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (isBrowser(request)
                && response.getContentType()
                        .filter(type -> type.getName().equals(Problems.MEDIA_TYPE))
                        .isPresent()
                && response.body() instanceof byte[] problem) {
            var drawn = screens.page(
                    request, HttpStatus.valueOf(response.code()), "error/error.jte", page(problem, request, response));
            response.body(drawn.body());
            response.contentType("text/html; charset=utf-8");
            response.getHeaders().set("Content-Security-Policy", Screens.POLICY);
            response.getHeaders().set("Cache-Control", "no-store");
        }
    }

    private ErrorPage page(byte[] problem, HttpRequest<?> request, MutableHttpResponse<?> response) {
        var tree = JsonTree.of(problem);
        var language = screens.view(request).lang();
        var findings = new ArrayList<String>();
        tree.path("violations")
                .forEach(one -> findings.add(one.path("message").path(language).asText()));
        return new ErrorPage(
                response.code(),
                tree.path("title").asText(),
                tree.path("detail").asText(),
                Optional.of(tree.path("trace").asText()).filter(trace -> !trace.isEmpty()),
                findings);
    }

    /** A browser that goes to a page asks for HTML before anything else. */
    static boolean isBrowser(HttpRequest<?> request) {
        var accept = request.getHeaders().get("Accept");
        return accept != null && accept.startsWith("text/html");
    }
}

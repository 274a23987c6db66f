package org.shuqi.web.sparql;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import org.jspecify.annotations.Nullable;
import org.shuqi.web.Screens;

/** Leads a browser that goes to the endpoint to the editor, with its query; programs and downloads get what they ask for. */
@ServerFilter("/sparql")
final class Browsers implements Ordered {

    /** When it is known who asks. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after() + 1;
    }

    @RequestFilter
    @Nullable HttpResponse<?> lead(HttpRequest<?> request) {
        var given = request.getParameters();
        var accept = request.getHeaders().get("Accept");
        var isBrowser = request.getMethod() == HttpMethod.GET && accept != null && accept.startsWith("text/html");
        if (!isBrowser || given.contains("output") || given.contains("format") || given.contains("results")) {
            return null;
        }
        var query = request.getUri().getRawQuery();
        return Screens.to("/sparql/editor" + (query == null ? "" : "?" + query));
    }
}

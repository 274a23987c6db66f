package org.shuqi.api;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.shuqi.graph.Store;

/** Says on every response, also on a refusal at the door, which revision answered, and gives the request's name back. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
public final class Stamp implements Ordered {

    /** The name that a caller gave a request. */
    public static final String REQUEST_ID = "X-Request-ID";

    private static final int LONGEST_ID = 200;

    private final Store store;

    Stamp(Store store) {
        this.store = store;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @ResponseFilter
    void stamp(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (!response.getHeaders().contains(Revisions.REVISION)) {
            response.header(Revisions.REVISION, Long.toString(store.revision()));
        }
        var id = request.getHeaders().get(REQUEST_ID);
        if (id != null && isName(id)) {
            response.header(REQUEST_ID, id);
        }
    }

    /** Whether the text may be given back: letters, digits and what identifiers are joined with: nothing that means something to a page or a log. */
    public static boolean isName(String id) {
        return id.length() <= LONGEST_ID
                && id.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || "-_.:/+=@,".indexOf(c) >= 0);
    }
}

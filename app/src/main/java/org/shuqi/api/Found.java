package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.util.Map;
import java.util.function.Function;
import org.shuqi.record.JsonTree;
import org.shuqi.supervision.Supervision;

/** Pages of what supervision found. */
final class Found {

    private Found() {}

    /**
     * One page with its total.
     *
     * @param beside what the body says besides the rows
     */
    static <R> MutableHttpResponse<byte[]> page(
            HttpRequest<?> request,
            Supervision.Found<R> found,
            Map<String, Object> beside,
            Function<R, Map<String, Object>> form) {
        var paging = Paging.of(request);
        var total = found.rows().size();
        var items = found.rows().stream()
                .skip(paging.offset())
                .limit(paging.limit())
                .map(form)
                .toList();
        var body = JsonTree.object();
        body.put("total", total);
        body.put("offset", paging.offset());
        body.put("limit", paging.limit());
        body.put("revision", found.revision());
        beside.forEach((name, value) -> body.set(name, JsonTree.tree(value)));
        var next = paging.next(request, total, items.size());
        next.ifPresent(link -> body.put("next", link));
        body.set("items", JsonTree.tree(items));
        var reply = Replies.json(body, found.revision()).header("X-Total-Count", Long.toString(total));
        next.ifPresent(link -> reply.header("Link", "<" + link + ">; rel=\"next\""));
        return reply;
    }
}

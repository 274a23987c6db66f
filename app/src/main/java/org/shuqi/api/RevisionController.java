package org.shuqi.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Set;
import org.shuqi.graph.Commit;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;

/** The log: what changed when, by whom and why; the newest first. */
@Controller("/api/v1/revisions")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RevisionController {

    private final Store store;

    RevisionController(Store store) {
        this.store = store;
    }

    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        var newest = store.revision();
        Given.of(request, Set.of());
        var paging = Paging.of(request);
        var last = Math.max(0, newest - paging.offset());
        var after = Math.max(0, last - paging.limit());
        var body = JsonTree.object();
        body.put("total", newest);
        body.put("offset", paging.offset());
        body.put("limit", paging.limit());
        var items = body.putArray("items");
        store.history(after, (int) (last - after)).forEach(commit -> items.insert(0, json(commit)));
        var next = paging.next(request, newest, items.size());
        next.ifPresent(link -> body.put("next", link));
        var reply = Replies.json(body).header(Revisions.REVISION, Long.toString(newest));
        next.ifPresent(link -> reply.header("Link", "<" + link + ">; rel=\"next\""));
        return reply;
    }

    @Get("/{revision}")
    HttpResponse<byte[]> read(String revision, HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        if (!revision.matches("[1-9]\\d{0,17}") || Long.parseLong(revision) > store.revision()) {
            throw Refusal.of(
                    Kind.UNKNOWN,
                    "没有版本 `%s`；最新版本是 %d",
                    "there is no revision `%s`; the newest is %d",
                    revision,
                    store.revision());
        }
        return Replies.json(json(store.history(Long.parseLong(revision) - 1, 1).get(0)));
    }

    private static ObjectNode json(Commit commit) {
        var one = JsonTree.object();
        one.put("revision", commit.revision());
        one.put("at", commit.at().toString());
        if (commit.isWithheld()) {
            one.put("withheld", true);
        } else {
            one.put("actor", commit.actor());
            one.put("reason", commit.reason());
            one.put("removed", commit.removed());
            one.put("added", commit.added());
        }
        one.put("previous", commit.previous());
        return one;
    }
}

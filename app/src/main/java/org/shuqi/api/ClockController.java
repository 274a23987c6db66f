package org.shuqi.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.shuqi.clock.Clocks;
import org.shuqi.clock.LimitForm;
import org.shuqi.clock.State;
import org.shuqi.clock.TimeLimit;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.notice.CalendarFeed;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;

/** The clocks: all of them, filtered and page by page, or those of one record. */
@Controller("/api/v1")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ClockController {

    private static final Set<State> OPEN = Set.of(State.RUNNING, State.PAUSED, State.OVERDUE);

    private final Store store;
    private final Records records;
    private final Clocks clocks;
    private final Settings settings;

    ClockController(Store store, Records records, Settings settings, Clocks clocks) {
        this.store = store;
        this.records = records;
        this.settings = settings;
        this.clocks = clocks;
    }

    @Get("/clocks")
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        var query = ClockQuery.of(request, records, settings);
        var paging = Paging.of(request);
        try (var now = store.read()) {
            var found = clocks.due(now, query.filter(), query.at());
            var page =
                    found.stream().skip(paging.offset()).limit(paging.limit()).toList();
            var body = body(page, query.at(), now);
            body.put("total", found.size());
            body.put("offset", paging.offset());
            body.put("limit", paging.limit());
            var next = paging.next(request, found.size(), page.size());
            next.ifPresent(link -> body.put("next", link));
            var reply = Replies.json(body, now.revision()).header("X-Total-Count", Integer.toString(found.size()));
            next.ifPresent(link -> reply.header("Link", "<" + link + ">; rel=\"next\""));
            return reply;
        }
    }

    /** What is still open, as a calendar to subscribe to; other states if they are asked for. */
    @Get("/clocks.ics")
    HttpResponse<byte[]> calendar(HttpRequest<?> request) {
        var query = ClockQuery.of(request, records, settings);
        var filter = query.filter().states().isEmpty() ? query.filter().standing(OPEN) : query.filter();
        try (var now = store.read()) {
            var limits = clocks.due(now, filter, query.at());
            var feed = CalendarFeed.of(limits, new LimitForm(now), query.at(), Tongue.of(request));
            return Replies.of(HttpStatus.OK, "text/calendar; charset=utf-8", feed)
                    .header(Revisions.REVISION, Long.toString(now.revision()));
        }
    }

    @Get("/{kind}/{+id}/clocks")
    HttpResponse<byte[]> of(String kind, String id, HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        var of = RecordKind.at(kind)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNKNOWN,
                        "没有路径 `/api/v1/%s`；接口清单见 /openapi",
                        "there is no path `/api/v1/%s`; see /openapi for what there is",
                        kind));
        var at = ClockQuery.at(request, Set.of("at"), settings);
        var record = records.read(of, id).iri();
        try (var now = store.read()) {
            var found = clocks.of(now, record, at);
            var body = body(found, at, now);
            body.put("total", found.size());
            return Replies.json(body, now.revision());
        }
    }

    private static ObjectNode body(List<TimeLimit> limits, Instant at, Snapshot now) {
        var form = new LimitForm(now);
        var body = JsonTree.object();
        body.put("at", at.toString());
        body.put("revision", now.revision());
        body.set("items", JsonTree.tree(limits.stream().map(form::of).toList()));
        return body;
    }
}

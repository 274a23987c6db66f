package org.shuqi.api.lists;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shuqi.access.Caller;
import org.shuqi.api.Accept;
import org.shuqi.api.Handouts;
import org.shuqi.api.Paging;
import org.shuqi.api.Replies;
import org.shuqi.api.Tongue;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.ListForm;
import org.shuqi.decision.Lists;
import org.shuqi.decision.Rows;
import org.shuqi.record.JsonTree;

/** Who may receive what, page by page; the matrix also as one table. */
@Controller("/api/v1/decisions")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ListController {

    private final Lists lists;
    private final Handouts handouts;

    ListController(Decisions decisions, Handouts handouts) {
        this.lists = decisions.lists();
        this.handouts = handouts;
    }

    @Get("/recipients")
    HttpResponse<?> recipients(HttpRequest<?> request) {
        return page(request, lists.recipients(ListQuery.of(request)), words(request)::recipient);
    }

    @Get("/datasets")
    HttpResponse<?> datasets(HttpRequest<?> request) {
        return page(request, lists.datasets(ListQuery.of(request)), words(request)::dataset);
    }

    @Get("/purposes")
    HttpResponse<?> purposes(HttpRequest<?> request) {
        return page(request, lists.purposes(ListQuery.of(request)), words(request)::purpose);
    }

    @Get("/methods")
    HttpResponse<?> methods(HttpRequest<?> request) {
        return page(request, lists.methods(ListQuery.of(request)), words(request)::method);
    }

    @Get("/holdings")
    HttpResponse<?> holdings(HttpRequest<?> request) {
        return page(request, lists.holdings(ListQuery.of(request)), words(request)::holding);
    }

    @Get("/aggregation")
    HttpResponse<?> aggregation(HttpRequest<?> request) {
        return page(request, lists.aggregation(ListQuery.of(request)), words(request)::aggregate);
    }

    @Get("/onward")
    HttpResponse<?> onward(HttpRequest<?> request) {
        return page(request, lists.onward(ListQuery.ofOnward(request)), words(request)::onward);
    }

    @Get("/matrix")
    HttpResponse<?> matrix(HttpRequest<?> request, Caller caller) {
        var form = ListQuery.ofMatrix(request);
        var wanted = ListQuery.format(request)
                .map(Table::mediaType)
                .orElseGet(() -> Accept.best(request, List.of(MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX)));
        return wanted.equals(MediaType.APPLICATION_JSON)
                ? page(request, lists.matrix(form), words(request)::flow)
                : table(request, caller, form, wanted);
    }

    private HttpResponse<?> table(HttpRequest<?> request, Caller caller, ListForm form, String wanted) {
        var rows = lists.matrix(form);
        var handout = handouts.note(request, caller, Table.suffix(wanted), rows.revision());
        var table = new Table(rows, Tongue.of(request), ListQuery.inWords(request), handout);
        var reply = Replies.streamed(table.as(wanted), wanted, table.revision())
                .header("Content-Disposition", "attachment; filename=\"matrix." + Table.suffix(wanted) + "\"");
        return handout.on(reply, request);
    }

    private static Words words(HttpRequest<?> request) {
        return new Words(Tongue.of(request));
    }

    private static <R> HttpResponse<?> page(
            HttpRequest<?> request, Rows<R> rows, Function<R, Map<String, Object>> form) {
        var paging = Paging.of(request);
        var total = rows.total();
        var items = rows.page(paging.offset(), paging.limit()).map(form).toList();
        var body = JsonTree.object();
        body.put("total", total);
        body.put("offset", paging.offset());
        body.put("limit", paging.limit());
        body.put("revision", rows.revision());
        body.put("at", rows.at().toString());
        var next = paging.next(request, total, items.size());
        next.ifPresent(link -> body.put("next", link));
        body.set("items", JsonTree.tree(items));
        var reply = Replies.json(body, rows.revision()).header("X-Total-Count", Long.toString(total));
        next.ifPresent(link -> reply.header("Link", "<" + link + ">; rel=\"next\""));
        return reply;
    }
}

package org.shuqi.api.authzen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shuqi.api.Bytes;
import org.shuqi.api.Replies;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.ListForm;
import org.shuqi.decision.Lists;
import org.shuqi.decision.QuestionForm;
import org.shuqi.decision.Rows;

/**
 * Subject, resource and action search: the list questions in the words of the standard. Source: AuthZEN Authorization API
 * 1.0, section 8.
 *
 * <p>A search finds what an evaluation with the same context permits; without a purpose, what it permits for some purpose.
 */
@Controller("/access/v1/search")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchController {

    private final Lists lists;

    SearchController(Decisions decisions) {
        this.lists = decisions.lists();
    }

    @Post("/subject")
    HttpResponse<byte[]> subject(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var asked = Envelope.opened(request, Bytes.of(body));
        var tuple = new Tuple(Envelope.said(asked));
        var form = tuple.anySubject();
        return tuple.subjectType().equals(Tuple.ORGANIZATION)
                ? found(asked, lists.recipients(ListForm.of(form)), entry -> entity(Tuple.ORGANIZATION, entry))
                : nothing(asked);
    }

    @Post("/resource")
    HttpResponse<byte[]> resource(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var asked = Envelope.opened(request, Bytes.of(body));
        var tuple = new Tuple(Envelope.said(asked));
        var form = tuple.anyResource();
        return switch (tuple.resourceType()) {
            case Tuple.DATASET ->
                found(asked, lists.datasets(ListForm.of(form)), entry -> entity(Tuple.DATASET, entry));
            case Tuple.DATA_ITEM -> found(asked, lists.holdings(ListForm.of(byQuery(form))), SearchController::item);
            default -> nothing(asked);
        };
    }

    @Post("/action")
    HttpResponse<byte[]> action(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var asked = Envelope.opened(request, Bytes.of(body));
        var page = Page.of(asked);
        var tuple = new Tuple(Envelope.said(asked));
        var found = new ArrayList<Map<String, Object>>();
        var context = new LinkedHashMap<String, Object>();
        var revision = 0L;
        for (var name : tuple.actions()) {
            var rows = lists.methods(ListForm.of(tuple.anyMethodOf(name)));
            rows.all().forEach(entry -> found.add(action(name, entry)));
            context.putAll(context(rows));
            revision = rows.revision();
        }
        var shown = found.stream().skip(page.offset()).limit(page.limit()).toList();
        return Replies.json(response(page.answered(shown.size(), found.size()), context, shown), revision);
    }

    private static <R> HttpResponse<byte[]> found(
            ObjectNode asked, Rows<R> rows, Function<R, Map<String, Object>> entity) {
        var page = Page.of(asked);
        var total = rows.total();
        var shown = rows.page(page.offset(), page.limit()).map(entity).toList();
        return Replies.json(response(page.answered(shown.size(), total), context(rows), shown), rows.revision());
    }

    /** There are no subjects or resources of a type that the registry does not have. */
    private static HttpResponse<byte[]> nothing(ObjectNode asked) {
        return Replies.json(response(Page.of(asked).answered(0, 0), Map.of(), List.of()));
    }

    /** Section 8.3: the page comes first, so that a reader knows how much follows. */
    private static Map<String, Object> response(
            Map<String, Object> page, Map<String, Object> context, List<Map<String, Object>> results) {
        var response = new LinkedHashMap<String, Object>();
        response.put("page", page);
        if (!context.isEmpty()) {
            response.put("context", context);
        }
        response.put("results", results);
        return response;
    }

    private static Map<String, Object> context(Rows<?> rows) {
        var context = new LinkedHashMap<String, Object>();
        context.put("revision", rows.revision());
        context.put("at", rows.at().toString());
        return context;
    }

    private static Map<String, Object> entity(String type, Lists.Entry entry) {
        var entity = new LinkedHashMap<String, Object>();
        entity.put("type", type);
        entity.put("id", entry.what().iri());
        entity.put("properties", Map.of("purposes", entry.purposes()));
        return entity;
    }

    private static Map<String, Object> item(Lists.Holding holding) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("dataset", holding.dataset().iri());
        properties.put("purposes", holding.purposes());
        var entity = new LinkedHashMap<String, Object>();
        entity.put("type", Tuple.DATA_ITEM);
        entity.put("id", holding.item().iri());
        entity.put("properties", properties);
        return entity;
    }

    private static Map<String, Object> action(String name, Lists.Entry method) {
        var iri = method.what().iri();
        var properties = new LinkedHashMap<String, Object>();
        properties.put("method", iri.substring(iri.lastIndexOf('/') + 1));
        properties.put("purposes", method.purposes());
        var action = new LinkedHashMap<String, Object>();
        action.put("name", name);
        action.put("properties", properties);
        return action;
    }

    /** An evaluation that names no method is about queries, so a search is too. */
    private static QuestionForm byQuery(QuestionForm form) {
        return new QuestionForm(
                form.recipient(),
                form.dataset(),
                form.items(),
                form.purpose(),
                form.method().or(() -> Optional.of("query")),
                form.action(),
                form.thirdParty(),
                form.destination(),
                form.provider(),
                form.region(),
                form.at(),
                form.knownAt());
    }
}

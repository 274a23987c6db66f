package org.shuqi.web.find;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shuqi.record.Records;
import org.shuqi.search.Facet;
import org.shuqi.search.Group;
import org.shuqi.search.SearchIndex;
import org.shuqi.search.Wanted;
import org.shuqi.web.Pager;
import org.shuqi.web.Screens;

/** The search page; its address holds all that was asked for. */
@Controller("/search")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FindController {

    /** Findings of each kind in the overview. */
    private static final int EACH = 5;

    private final Screens screens;
    private final SearchIndex index;
    private final Records records;

    FindController(Screens screens, SearchIndex index, Records records) {
        this.screens = screens;
        this.index = index;
        this.records = records;
    }

    @Get
    HttpResponse<?> find(HttpRequest<?> request) {
        var page = Pager.wanted(request);
        var text = parameter(request, "q");
        var group = Group.of(parameter(request, "kind"));
        var narrowed = narrowed(request);
        var drawing = new Findings(screens.view(request), new Addresses(records));
        if (text.isEmpty() && group.isEmpty() && narrowed.isEmpty()) {
            return screens.page(request, "find/find.jte", drawing.nothing());
        }
        var rows = group.isPresent() ? Pager.ROWS : EACH;
        var wanted = new Wanted(text, group, narrowed, text.isEmpty(), group.isPresent() ? (page - 1) * rows : 0, rows);
        return screens.page(request, "find/find.jte", drawing.page(wanted, index.search(wanted), page));
    }

    private static Map<Facet, Set<String>> narrowed(HttpRequest<?> request) {
        var narrowed = new EnumMap<Facet, Set<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var value = parameter(request, facet.code());
            if (!value.isEmpty()) {
                narrowed.put(facet, Set.of(value));
            }
        }
        return narrowed;
    }

    private static String parameter(HttpRequest<?> request, String name) {
        return Optional.ofNullable(request.getParameters().getAll(name)).orElse(List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }
}

package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.search.Facet;
import org.shuqi.search.Found;
import org.shuqi.search.Group;
import org.shuqi.search.Hit;
import org.shuqi.search.Name;
import org.shuqi.search.SearchIndex;
import org.shuqi.search.Wanted;

/** Finds anything that the caller may read. */
@Controller("/api/v1/search")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchController {

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of("q", "kind", "sort"),
                    Arrays.stream(Facet.values()).map(Facet::code))
            .collect(Collectors.toUnmodifiableSet());

    private final SearchIndex index;
    private final Records records;

    SearchController(SearchIndex index, Records records) {
        this.index = index;
        this.records = records;
    }

    @Get
    HttpResponse<byte[]> search(HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        var paging = Paging.of(request);
        var found = index.search(wanted(request, paging));
        var body = JsonTree.object();
        body.put("total", found.total());
        body.put("offset", paging.offset());
        body.put("limit", paging.limit());
        body.put("revision", found.revision());
        body.put("loose", found.isLoose());
        var next = paging.next(request, found.total(), found.hits().size());
        next.ifPresent(link -> body.put("next", link));
        body.set("kinds", JsonTree.tree(kinds(found)));
        body.set("facets", JsonTree.tree(facets(found)));
        body.set(
                "items",
                JsonTree.tree(found.hits().stream().map(hit -> form(hit, found)).toList()));
        return Replies.json(body, found.revision()).header("X-Total-Count", Long.toString(found.total()));
    }

    private static Wanted wanted(HttpRequest<?> request, Paging paging) {
        var given = Given.of(request, NAMES);
        var narrowed = new EnumMap<Facet, Set<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var values = given.values(facet.code());
            if (!values.isEmpty()) {
                narrowed.put(facet, Set.copyOf(values));
            }
        }
        return new Wanted(
                given.one("q").orElse(""),
                given.one("kind").map(SearchController::group),
                narrowed,
                given.one("sort").map(SearchController::isByName).orElse(false),
                (int) paging.offset(),
                paging.limit());
    }

    private static Group group(String code) {
        return Group.of(code)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "没有类别 `%s`；可用 %s",
                        "there is no kind `%s`; use %s",
                        code,
                        Arrays.stream(Group.values()).map(Group::code).collect(Collectors.joining(", "))));
    }

    private static boolean isByName(String sort) {
        return switch (sort) {
            case "name" -> true;
            case "relevance" -> false;
            default ->
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "`sort` 的值 `%s` 不可用；可用 relevance、name",
                        "`sort` is `%s`; use relevance or name",
                        sort);
        };
    }

    private static List<Map<String, Object>> kinds(Found found) {
        var kinds = new ArrayList<Map<String, Object>>();
        for (var group : Group.values()) {
            if (found.of(group) > 0) {
                kinds.add(Map.of("kind", group.code(), "total", found.of(group)));
            }
        }
        return kinds;
    }

    private static Map<String, Object> facets(Found found) {
        var facets = new LinkedHashMap<String, Object>();
        for (var facet : Facet.values()) {
            var values = found.facets().getOrDefault(facet, List.of());
            facets.put(
                    facet.code(),
                    values.stream()
                            .map(value -> {
                                var form = named(value.value(), found);
                                form.put("count", value.count());
                                return form;
                            })
                            .toList());
        }
        return facets;
    }

    private Map<String, Object> form(Hit hit, Found found) {
        var form = new LinkedHashMap<String, Object>();
        form.put("iri", hit.iri().getURI());
        form.put("kind", hit.group().code());
        form.put("name", both(hit.name()));
        hit.code().ifPresent(code -> form.put("code", code));
        RecordKind.at(hit.group().code())
                .ifPresent(kind -> form.put("record", "/api/v1/" + kind.path() + "/" + records.id(kind, hit.iri())));
        hit.within().ifPresent(dataset -> form.put("dataset", named(dataset.getURI(), found)));
        for (var facet : Facet.values()) {
            var values = hit.of(facet);
            if (!values.isEmpty()) {
                form.put(
                        facet.code(),
                        values.stream().map(value -> named(value, found)).toList());
            }
        }
        return form;
    }

    private static Map<String, Object> named(String iri, Found found) {
        var form = new LinkedHashMap<String, Object>();
        form.put("iri", iri);
        form.put("name", both(found.name(iri)));
        return form;
    }

    private static Map<String, String> both(Name name) {
        var both = new LinkedHashMap<String, String>();
        if (!name.zh().isEmpty()) {
            both.put("zh", name.zh());
        }
        if (!name.en().isEmpty()) {
            both.put("en", name.en());
        }
        return both;
    }
}

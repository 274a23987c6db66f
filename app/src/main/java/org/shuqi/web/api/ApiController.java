package org.shuqi.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shuqi.api.OpenApi;
import org.shuqi.web.Screens;

/** Shows the description of the interface: a list that anybody can read, and over it Swagger UI to try things out. */
@Controller("/api")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApiController {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Screens screens;
    private final ApiPage chinese = page(OpenApi.in(Locale.CHINESE));
    private final ApiPage english = page(OpenApi.in(Locale.ENGLISH));

    ApiController(Screens screens) {
        this.screens = screens;
    }

    @Get
    HttpResponse<?> api(HttpRequest<?> request) {
        return screens.page(request, "api/api.jte", screens.view(request).isEnglish() ? english : chinese);
    }

    private static ApiPage page(JsonNode document) {
        var parts = new LinkedHashMap<String, List<ApiPage.Operation>>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(verb -> METHODS.contains(verb.getKey()))
                .forEach(verb -> parts.computeIfAbsent(
                                verb.getValue().path("tags").path(0).asText(), tag -> new ArrayList<>())
                        .add(new ApiPage.Operation(
                                verb.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                verb.getValue().path("summary").asText()))));
        var about = new LinkedHashMap<String, String>();
        document.path("tags")
                .forEach(tag -> about.put(
                        tag.path("name").asText(), tag.path("description").asText()));
        return new ApiPage(
                document.path("info").path("title").asText(),
                document.path("info").path("version").asText(),
                parts.entrySet().stream()
                        .map(part ->
                                new ApiPage.Part(part.getKey(), about.getOrDefault(part.getKey(), ""), part.getValue()))
                        .toList());
    }
}

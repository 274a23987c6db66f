package org.shuqi.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shuqi.web.Screens;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Shows the description of the interface: a list that anybody can read, and over it Swagger UI to try things out. */
@Controller("/api")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApiController {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Screens screens;
    private final ApiPage page = read();

    ApiController(Screens screens) {
        this.screens = screens;
    }

    @Get
    HttpResponse<?> api(HttpRequest<?> request) {
        return screens.page(request, "api/api.jte", page);
    }

    private static ApiPage read() {
        try (var in = ApiController.class.getResourceAsStream("/openapi/shuqi.yml")) {
            if (in == null) {
                throw new IllegalStateException("the description of the interface is not in the program");
            }
            return page(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ApiPage page(Map<String, Object> document) {
        var parts = new LinkedHashMap<String, List<ApiPage.Operation>>();
        map(document.get("paths")).forEach((path, verbs) -> map(verbs).forEach((verb, described) -> {
            if (METHODS.contains(verb)) {
                var operation = map(described);
                var tags = operation.get("tags") instanceof List<?> some ? some : List.of("");
                parts.computeIfAbsent(String.valueOf(tags.get(0)), tag -> new ArrayList<>())
                        .add(new ApiPage.Operation(
                                verb.toUpperCase(Locale.ROOT),
                                path,
                                String.valueOf(operation.getOrDefault("summary", ""))));
            }
        }));
        var about = new LinkedHashMap<String, String>();
        if (document.get("tags") instanceof List<?> tags) {
            tags.forEach(tag -> about.put(
                    String.valueOf(map(tag).get("name")), String.valueOf(map(tag).getOrDefault("description", ""))));
        }
        var info = map(document.get("info"));
        return new ApiPage(
                String.valueOf(info.get("title")),
                String.valueOf(info.get("version")),
                parts.entrySet().stream()
                        .map(part ->
                                new ApiPage.Part(part.getKey(), about.getOrDefault(part.getKey(), ""), part.getValue()))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object some) {
        return some instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}

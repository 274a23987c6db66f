package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published description says exactly what the server offers. */
class OpenApiTest {

    /** Health belongs to the framework, which has its own description. SPARQL is a protocol and not a set of routes. */
    private static final Set<String> NOT_OURS = Set.of("/health", "/health/{selector}");

    @TempDir
    Path data;

    @Test
    @SuppressWarnings("unchecked")
    void everyRouteIsDescribedAndEveryDescriptionIsARoute() {
        try (var api = ApiServer.empty(data)) {
            var offered = api.bean(Router.class)
                    .uriRoutes()
                    .filter(route ->
                            !NOT_OURS.contains(route.getUriMatchTemplate().toString()))
                    .filter(route -> !route.getHttpMethodName().equals("HEAD")
                            && !route.getHttpMethodName().equals("OPTIONS"))
                    .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate())
                    .collect(Collectors.toCollection(TreeSet::new));

            var described = new TreeSet<String>();
            for (var document : java.util.List.of(OpenApiController.bytes(), pages())) {
                var paths = (Map<String, Map<String, Object>>)
                        OpenApiController.parsed(document).get("paths");
                paths.forEach((path, verbs) -> verbs.keySet().stream()
                        .filter(verb -> !verb.equals("parameters"))
                        .forEach(verb -> described.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path)));
            }

            assertThat(described).isEqualTo(offered);
        }
    }

    private static byte[] pages() {
        try (var in = OpenApiTest.class.getResourceAsStream("/openapi/pages.yml")) {
            return in.readAllBytes();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyOperationSaysWhoMayCallIt() {
        var document = org.shuqi.record.JsonTree.tree(OpenApiController.parsed(OpenApiController.bytes()));
        var codes = java.util.Arrays.stream(org.shuqi.access.Role.values())
                .map(org.shuqi.access.Role::code)
                .collect(Collectors.toSet());

        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(verb -> {
                    if (!verb.getKey().equals("parameters")) {
                        var access = verb.getValue().path("x-shuqi-access");
                        assertThat(access.isArray() ? "roles" : access.asText())
                                .as(verb.getKey() + " " + path.getKey())
                                .isIn("public", "signed-in", "roles");
                        access.forEach(role -> assertThat(codes).contains(role.asText()));
                    }
                }));
    }

    @Test
    void itIsServedAsJsonAndAsYaml() {
        try (var api = ApiServer.empty(data)) {
            var json = api.get("/openapi");
            var yaml = api.get("/openapi", "Accept", "application/yaml");

            assertThat(json.json().path("openapi").asText()).isEqualTo("3.1.0");
            assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
            assertThat(OpenApiController.parsed(yaml.bytes())).containsKey("paths");
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var document = org.shuqi.record.JsonTree.tree(OpenApiController.parsed(OpenApiController.bytes()));

        var references = document.findValuesAsText("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void everyKindOfRecordIsNamed() {
        var document = org.shuqi.record.JsonTree.tree(OpenApiController.parsed(OpenApiController.bytes()));
        var named = new TreeSet<String>();
        document.at("/components/parameters/Kind/schema/enum").forEach(kind -> named.add(kind.asText()));

        assertThat(named)
                .isEqualTo(java.util.Arrays.stream(org.shuqi.record.RecordKind.values())
                        .map(org.shuqi.record.RecordKind::path)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}

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
            for (var document : java.util.List.of(OpenApi.yaml(), pages())) {
                var paths = (Map<String, Map<String, Object>>)
                        OpenApi.parsed(document).get("paths");
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
        var document = org.shuqi.record.JsonTree.tree(OpenApi.parsed(OpenApi.yaml()));
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
    void everyOperationAndEveryGroupIsDescribedInBothLanguages() {
        var english = OpenApi.in(java.util.Locale.ENGLISH);
        var chinese = OpenApi.in(java.util.Locale.CHINESE);

        english.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    if (!verb.getKey().equals("parameters")) {
                        var same = chinese.path("paths").path(path.getKey()).path(verb.getKey());
                        requireBoth(
                                verb.getValue().path("summary").asText(),
                                same.path("summary").asText(),
                                verb.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(english.path("tags")).isNotEmpty();
        for (var at = 0; at < english.path("tags").size(); at++) {
            requireBoth(
                    english.path("tags").path(at).path("description").asText(),
                    chinese.path("tags").path(at).path("description").asText(),
                    english.path("tags").path(at).path("name").asText());
        }
    }

    private static void requireBoth(String english, String chinese, String what) {
        assertThat(english).as(what).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(chinese).as(what).containsPattern("\\p{IsHan}");
    }

    @Test
    void itIsServedInTheLanguageOfTheCaller() {
        try (var api = ApiServer.empty(data)) {
            var chinese = api.get("/openapi", "Accept-Language", "zh-CN");
            var english = api.get("/openapi", "Accept-Language", "en-GB");
            var asking = "/paths/~1api~1v1~1decisions/get/summary";

            assertThat(chinese.json().at(asking).asText()).isEqualTo("问一个问题。");
            assertThat(english.json().at(asking).asText()).isEqualTo("Ask one question.");
            assertThat(api.get("/openapi").json().at(asking).asText()).isEqualTo("问一个问题。");
            assertThat(english.header("Content-Language")).isEqualTo("en");
        }
    }

    @Test
    void itIsServedAsJsonAndAsYaml() {
        try (var api = ApiServer.empty(data)) {
            var json = api.get("/openapi");
            var yaml = api.get("/openapi", "Accept", "application/yaml");

            assertThat(json.json().path("openapi").asText()).isEqualTo("3.1.0");
            assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
            assertThat(OpenApi.parsed(yaml.bytes())).containsKey("paths");
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var document = org.shuqi.record.JsonTree.tree(OpenApi.parsed(OpenApi.yaml()));

        var references = document.findValuesAsText("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void everyKindOfRecordIsNamed() {
        var document = org.shuqi.record.JsonTree.tree(OpenApi.parsed(OpenApi.yaml()));
        var named = new TreeSet<String>();
        document.at("/components/parameters/Kind/schema/enum").forEach(kind -> named.add(kind.asText()));

        assertThat(named)
                .isEqualTo(java.util.Arrays.stream(org.shuqi.record.RecordKind.values())
                        .map(org.shuqi.record.RecordKind::path)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}

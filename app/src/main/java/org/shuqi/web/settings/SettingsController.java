package org.shuqi.web.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Search;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;
import org.shuqi.web.Screens;
import org.shuqi.web.View;

/** Shows what the registry is set up with, as far as the reader may read it. */
@Controller("/settings")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SettingsController {

    private static final List<RecordKind> KINDS = List.of(
            RecordKind.ACCOUNTS,
            RecordKind.APPOINTMENTS,
            RecordKind.KEYS,
            RecordKind.CERTIFICATES,
            RecordKind.CALENDARS,
            RecordKind.PROFILES);

    /** What the first columns say already, and what nobody reads. */
    private static final Set<String> NOT_TOLD = Set.of("id", "type", "keyDigest");

    private static final int LONGEST_VALUE = 200;

    private final Records records;
    private final Store store;
    private final Screens screens;

    SettingsController(Records records, Store store, Screens screens) {
        this.records = records;
        this.store = store;
        this.screens = screens;
    }

    @Get
    HttpResponse<?> first() {
        return Screens.to("/settings/" + KINDS.get(0).path());
    }

    @Get("/{kind}")
    HttpResponse<?> settings(String kind, HttpRequest<?> request) {
        var wanted = KINDS.stream()
                .filter(each -> each.path().equals(kind))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "没有设置 `%s`", "there are no settings `%s`", kind));
        var view = screens.view(request);
        var page = Pager.wanted(request);
        var found = records.list(wanted, new Search(Map.of(), Optional.empty(), (page - 1L) * Pager.ROWS, Pager.ROWS));
        try (var now = store.read()) {
            var rows = found.records().stream()
                    .map(filed -> row(wanted, filed, now.dataset(), view))
                    .toList();
            var tabs = KINDS.stream()
                    .map(each -> new SettingsPage.Tab(each.path(), "/settings/" + each.path()))
                    .toList();
            return screens.page(
                    request,
                    "settings/settings.jte",
                    new SettingsPage(kind, tabs, rows, new Pager(page, Pager.ROWS, found.total())));
        }
    }

    private SettingsPage.Row row(RecordKind kind, Filed filed, DatasetGraph now, View view) {
        var id = records.id(kind, filed.iri());
        return new SettingsPage.Row(
                URLDecoder.decode(id, StandardCharsets.UTF_8),
                "/api/v1/" + kind.path() + "/" + id,
                Said.name(now.getUnionGraph(), filed.iri(), view.language()),
                facts(filed, view.lang()));
    }

    private List<SettingsPage.Fact> facts(Filed filed, String language) {
        var facts = new ArrayList<SettingsPage.Fact>();
        filed.json().properties().forEach(entry -> {
            if (!NOT_TOLD.contains(entry.getKey()) && !entry.getKey().contains("/")) {
                facts.add(new SettingsPage.Fact(entry.getKey(), told(entry.getValue(), language)));
            }
        });
        return facts;
    }

    private String told(JsonNode value, String language) {
        var text = words(value, language).replace(records.baseIri(), "").replace("https://w3id.org/shuqi/", "");
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    /** Several with commas, a text in the language of the page, a part by its name. */
    private static String words(JsonNode value, String language) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(each -> words(each, language))
                    .collect(Collectors.joining(language.equals("zh") ? "、" : ", "));
        }
        if (value.has(language)) {
            return words(value.get(language), language);
        }
        if (value.has("prefLabel")) {
            return words(value.get("prefLabel"), language);
        }
        return value.isValueNode() ? value.asText() : value.path("id").asText(value.toString());
    }
}

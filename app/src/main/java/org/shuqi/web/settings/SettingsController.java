package org.shuqi.web.settings;

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
import java.util.Optional;
import org.shuqi.access.Role;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Search;
import org.shuqi.registry.Settings;
import org.shuqi.web.Pager;
import org.shuqi.web.Screens;

/** Shows what the registry is set up with, as far as the reader may read it, with what they may do about it. */
@Controller("/settings")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SettingsController {

    /** Who keeps the records of a kind; whether they may keep this one is for the door that changes go through. */
    static final Map<RecordKind, Role> KEEPERS = Map.of(
            RecordKind.ACCOUNTS, Role.SECURITY_OFFICER,
            RecordKind.APPOINTMENTS, Role.SECURITY_OFFICER,
            RecordKind.KEYS, Role.SECURITY_OFFICER,
            RecordKind.CERTIFICATES, Role.SECURITY_OFFICER,
            RecordKind.PROFILES, Role.STANDARDS_EDITOR);

    private final Records records;
    private final Store store;
    private final Screens screens;
    private final Settings settings;

    SettingsController(Records records, Store store, Screens screens, Settings settings) {
        this.records = records;
        this.store = store;
        this.screens = screens;
        this.settings = settings;
    }

    @Get
    HttpResponse<?> first() {
        return Screens.to("/settings/" + SettingsPage.TABS.get(0));
    }

    @Get("/{kind}")
    HttpResponse<?> list(String kind, HttpRequest<?> request) {
        var wanted = kind(kind);
        var view = screens.view(request);
        var page = Pager.wanted(request);
        var text =
                Optional.ofNullable(request.getParameters().get("q")).orElse("").strip();
        var search = new Search(
                Map.of(), Optional.of(text).filter(words -> !words.isEmpty()), (page - 1L) * Pager.ROWS, Pager.ROWS);
        var found = records.list(wanted, search);
        var mayKeep = view.is(keeper(wanted));
        try (var now = store.read()) {
            var rows = new Rows(records, now.union(), view, settings, mayKeep);
            return screens.page(
                    request,
                    "settings/settings.jte",
                    new SettingsPage(
                            kind,
                            mayKeep ? "/settings/" + kind + "/new" : "",
                            Rows.columns(wanted),
                            found.records().stream()
                                    .map(filed -> rows.of(wanted, filed))
                                    .toList(),
                            text,
                            new Pager(page, Pager.ROWS, found.total())));
        }
    }

    /** The kind of settings with the name, of those that are kept as a list of records. */
    static RecordKind kind(String name) {
        return RecordKind.at(name)
                .filter(KEEPERS::containsKey)
                .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "没有设置 `%s`", "there are no settings `%s`", name));
    }

    static Role keeper(RecordKind kind) {
        return Optional.ofNullable(KEEPERS.get(kind)).orElse(Role.OPERATOR);
    }

    static List<RecordKind> kinds() {
        return List.copyOf(KEEPERS.keySet());
    }
}

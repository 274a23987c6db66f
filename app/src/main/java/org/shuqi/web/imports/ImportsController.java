package org.shuqi.web.imports;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuqi.access.Caller;
import org.shuqi.problem.Refusal;
import org.shuqi.registry.Settings;
import org.shuqi.sheet.Correction;
import org.shuqi.sheet.ImportOrder;
import org.shuqi.sheet.ImportReport;
import org.shuqi.sheet.Imports;
import org.shuqi.sheet.Marked;
import org.shuqi.web.Fault;
import org.shuqi.web.Pager;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;

/** Brings workbooks into catalogues; the address of a file is all that is needed to go on with it. */
@Controller("/import")
@Produces(MediaType.ALL)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ImportsController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PAGE = "imports/import.jte";
    private final Screens screens;
    private final Uploads uploads;
    private final Runs runs;
    private final Settings settings;
    private final Duration patience;

    /** @param patience a page waits so long for a check before it says that it is still going on */
    ImportsController(
            Screens screens,
            Uploads uploads,
            Runs runs,
            Settings settings,
            @Property(name = "shuqi.imports.patience", defaultValue = "PT4S") Duration patience) {
        this.screens = screens;
        this.uploads = uploads;
        this.runs = runs;
        this.settings = settings;
        this.patience = patience;
    }

    @Get
    HttpResponse<?> begin(HttpRequest<?> request, Caller caller) {
        return screens.page(request, PAGE, beginning(request, caller, List.of()));
    }

    @Post
    HttpResponse<?> send(HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var sent = Multipart.of(request, body);
        var fault = unreadable(request, sent);
        if (fault.isPresent()) {
            return screens.page(
                    request, HttpStatus.UNPROCESSABLE_ENTITY, PAGE, beginning(request, caller, List.of(fault.get())));
        }
        var upload = uploads.begin(caller.id(), sent.fileName(), sent.get("catalog"), sent.file());
        return Screens.to("/import/" + upload.id());
    }

    @Get("/{id}")
    HttpResponse<?> look(String id, HttpRequest<?> request, Caller caller) {
        return look(request, caller, uploads.find(caller.id(), id), List.of(), HttpStatus.OK);
    }

    @Post("/{id}/file")
    HttpResponse<?> replace(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var upload = uploads.find(caller.id(), id);
        var sent = Multipart.of(request, body);
        var fault = unreadable(request, sent);
        if (fault.isPresent()) {
            return look(request, caller, upload, List.of(fault.get()), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        uploads.keep(caller.id(), upload.replaced(sent.fileName()), sent.file());
        return Screens.to("/import/" + id);
    }

    /** Columns and cells alike: what a cell is to hold. */
    @Post("/{id}/cells")
    HttpResponse<?> mend(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        var upload = uploads.find(caller.id(), id);
        var shown = shown(caller, upload);
        var corrections = new ArrayList<Correction>();
        for (var name : posted.names()) {
            var text = posted.get(name);
            if (!text.equals(shown.getOrDefault(name, ""))
                    || posted.find(Steps.APART + name).isPresent()) {
                Steps.correction(name, text).ifPresent(corrections::add);
            }
        }
        if (!corrections.isEmpty()) {
            uploads.keep(caller.id(), upload.corrected(corrections));
        }
        return Screens.to("/import/" + id
                + posted.find("next").map(step -> "?step=" + step).orElse(""));
    }

    @Post("/{id}/confirm")
    HttpResponse<?> confirm(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var posted = Posted.of(request, body);
        var upload = uploads.find(caller.id(), id);
        if (upload.written().isEmpty()) {
            var mode = posted.get("mode").equals("valid") ? ImportOrder.Mode.VALID : ImportOrder.Mode.ALL;
            runs.write(caller, upload, mode);
        }
        return Screens.to("/import/" + id);
    }

    /** Looks again: the registry may have changed since. */
    @Post("/{id}/check")
    HttpResponse<?> check(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        Posted.of(request, body);
        runs.forget(caller, uploads.find(caller.id(), id));
        return Screens.to("/import/" + id);
    }

    @Post("/{id}/forget")
    HttpResponse<?> forget(String id, HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        Posted.of(request, body);
        uploads.forget(caller.id(), uploads.find(caller.id(), id).id());
        return Screens.to("/import");
    }

    /** The file with a comment at each cell that is wrong. */
    @Get("/{id}/findings.xlsx")
    HttpResponse<?> workbook(String id, HttpRequest<?> request, Caller caller) {
        var upload = uploads.find(caller.id(), id);
        var report = Runs.over(runs.check(caller, upload));
        var out = new ByteArrayOutputStream();
        try {
            new Marked(report, screens.view(request).language()).write(out);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return HttpResponse.ok(out.toByteArray())
                .header("Content-Type", XLSX)
                .header("Content-Disposition", "attachment; filename=\"findings.xlsx\"")
                .header("Cache-Control", "no-store");
    }

    private HttpResponse<?> look(
            HttpRequest<?> request, Caller caller, Upload upload, List<Fault> faults, HttpStatus status) {
        var step = Optional.ofNullable(request.getParameters().get("step"))
                .filter(ImportsPage.STEPS::contains)
                .orElse("");
        if (upload.written().isPresent()) {
            return screens.page(request, status, PAGE, done(upload, faults));
        }
        var run = runs.check(caller, upload);
        var report = Runs.soon(run, patience);
        if (report.isEmpty()) {
            return waiting(request, upload, run);
        }
        if (run.mode() != ImportOrder.Mode.DRY_RUN) {
            runs.forget(caller, upload);
            // it may have been written while this page waited
            var since = uploads.find(caller.id(), upload.id());
            if (since.written().isPresent()) {
                return screens.page(request, status, PAGE, done(since, faults));
            }
        }
        return screens.page(request, status, PAGE, page(request, upload, report.get(), step, faults));
    }

    private ImportsPage page(
            HttpRequest<?> request, Upload upload, ImportReport report, String wanted, List<Fault> faults) {
        var steps = new Steps(screens.view(request).language());
        var sheets = steps.sheets(report.headings());
        var unclear = sheets.stream().anyMatch(sheet -> !sheet.missing().isEmpty());
        var step = !wanted.isEmpty() ? wanted : unclear ? "columns" : report.faults() > 0 ? "cells" : "changes";
        var page = Pager.wanted(request);
        return new ImportsPage(
                upload.id(),
                upload.name(),
                step,
                faults,
                List.of(),
                upload.catalog(),
                Optional.empty(),
                sheets,
                step.equals("cells") ? Optional.of(steps.cells(report, page)) : Optional.empty(),
                step.equals("changes") ? Optional.of(steps.changes(report, page)) : Optional.empty(),
                Optional.empty());
    }

    private MutableHttpResponse<byte[]> waiting(HttpRequest<?> request, Upload upload, Runs.Run run) {
        var seconds = settings.clock().instant().getEpochSecond() - run.since().getEpochSecond();
        var page = new ImportsPage(
                upload.id(),
                upload.name(),
                "wait",
                List.of(),
                List.of(),
                upload.catalog(),
                Optional.of(new ImportsPage.Wait(
                        seconds,
                        run.mode() != ImportOrder.Mode.DRY_RUN,
                        run.heard().rows())),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return screens.page(request, PAGE, page).header("Refresh", "2");
    }

    private static ImportsPage done(Upload upload, List<Fault> faults) {
        return new ImportsPage(
                upload.id(),
                upload.name(),
                "done",
                faults,
                List.of(),
                upload.catalog(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ImportsPage.Done(upload.written().orElse(0L), upload.counts())));
    }

    private ImportsPage beginning(HttpRequest<?> request, Caller caller, List<Fault> faults) {
        return new ImportsPage(
                "",
                "",
                "file",
                faults,
                uploads.of(caller.id()).stream()
                        .map(each -> new ImportsPage.Other(
                                each.id(),
                                each.name(),
                                each.at(),
                                each.written().isPresent()))
                        .toList(),
                Optional.ofNullable(request.getParameters().get("catalog")).orElse(""),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What a file that cannot be read says before it is kept. */
    private Optional<Fault> unreadable(HttpRequest<?> request, Multipart sent) {
        var view = screens.view(request);
        if (sent.file().length == 0) {
            return Optional.of(new Fault("file", view.t("imports.no-file")));
        }
        try {
            Imports.headings(sent.file(), bare(sent.fileName()));
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(new Fault("file", view.t(refusal.problem().detail())));
        }
    }

    /** What the fields of the page showed: only what differs is a correction. */
    private Map<String, String> shown(Caller caller, Upload upload) {
        var shown = new HashMap<String, String>();
        var report = Runs.over(runs.check(caller, upload));
        report.headings().forEach(sheet -> sheet.headings()
                .forEach(head -> shown.put(Steps.input(sheet.name(), head.row(), head.column()), "")));
        report.findings().stream()
                .filter(Steps::isMendable)
                .forEach(finding ->
                        shown.put(Steps.input(finding.sheet(), finding.row(), finding.column()), finding.value()));
        return shown;
    }

    private static String bare(String name) {
        return name.replaceAll("\\.[A-Za-z0-9]{1,5}$", "");
    }
}

package org.shuqi.web.cases;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.shuqi.access.Caller;
import org.shuqi.record.RecordKind;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;

/** Corrections: the list, reporting wrong data, and handling what was reported. */
@Controller("/corrections")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CorrectionController {

    private final Screens screens;
    private final Lists lists;
    private final CaseDoor cases;
    private final Correcting beginning;

    CorrectionController(Screens screens, Lists lists, CaseDoor cases, Correcting beginning) {
        this.screens = screens;
        this.lists = lists;
        this.cases = cases;
        this.beginning = beginning;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Caller caller) {
        var page = lists.page(RecordKind.CORRECTIONS, request, screens.view(request), caller);
        return screens.page(request, "cases/list.jte", page);
    }

    /** The form of a new one. */
    @Get("/new")
    HttpResponse<?> begin(HttpRequest<?> request, Caller caller) {
        var page = beginning.page(request, screens.view(request), caller);
        return screens.page(request, "cases/new-correction.jte", page);
    }

    @Post
    HttpResponse<?> file(HttpRequest<?> request, Caller caller, @Body byte @Nullable [] body) {
        var view = screens.view(request);
        var filed = beginning.file(Posted.of(request, body), view, caller);
        return filed.address().isPresent()
                ? Screens.to(filed.address().get())
                : screens.page(
                        request,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "cases/new-correction.jte",
                        filed.page().orElseThrow());
    }

    @Get("/{+id}")
    HttpResponse<?> read(String id, HttpRequest<?> request, Caller caller) {
        return cases.read(RecordKind.CORRECTIONS, id, request, caller);
    }

    /** Takes a step of the procedure. */
    @Post("/{+id}/steps")
    HttpResponse<?> step(String id, HttpRequest<?> request, Caller caller, @Body byte @Nullable [] body) {
        return cases.step(RecordKind.CORRECTIONS, id, request, caller, body);
    }
}

package org.shuqi.web.cases;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import org.shuqi.api.Handouts;
import org.shuqi.record.RecordKind;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;

/** The three lists: what is needed, what is given, what is withheld. */
@Controller("/lists")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ListsController {

    private final Screens screens;
    private final ThreeTabs tabs;
    private final CaseDoor cases;
    private final Demanding demanding;
    private final Handouts handouts;
    private final Office office;

    ListsController(
            Screens screens, ThreeTabs tabs, CaseDoor cases, Demanding demanding, Handouts handouts, Office office) {
        this.screens = screens;
        this.tabs = tabs;
        this.cases = cases;
        this.demanding = demanding;
        this.handouts = handouts;
        this.office = office;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        return screens.page(request, "cases/lists.jte", tabs.page(request, screens.view(request)));
    }

    /** The form of a demand. */
    @Get("/new")
    HttpResponse<?> begin(HttpRequest<?> request, Caller caller) {
        return demanding.begin(request, caller);
    }

    @Post
    HttpResponse<?> file(HttpRequest<?> request, @Body byte @Nullable [] body) {
        return demanding.file(request, Posted.of(request, body));
    }

    /** A list as a file; the journal keeps who took it, when and why. */
    @Get("/export")
    HttpResponse<byte[]> take(HttpRequest<?> request, Caller caller) {
        var view = screens.view(request);
        var format = request.getParameters().getFirst("format").orElse("csv");
        var table = tabs.file(request, view);
        long revision = office.look(view, look -> look.now().revision());
        return table.reply(request, format, handouts.note(request, caller, format, revision), view.language());
    }

    @Get("/{+id}")
    HttpResponse<?> read(String id, HttpRequest<?> request, Caller caller) {
        return cases.read(RecordKind.LISTS, id, request, caller);
    }

    /** Takes a step of the procedure. */
    @Post("/{+id}/steps")
    HttpResponse<?> step(String id, HttpRequest<?> request, Caller caller, @Body byte @Nullable [] body) {
        return cases.step(RecordKind.LISTS, id, request, caller, body);
    }
}

package org.shuqi.web.cases;

import io.micronaut.context.annotation.Property;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shuqi.access.Caller;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.web.Fault;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;
import org.shuqi.web.Where;

/** Agreements: the list, drafting one, its page, what another version changes, and its paper. */
@Controller("/agreements")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AgreementController {

    private final Screens screens;
    private final Lists lists;
    private final Agreements agreements;
    private final Comparing comparing;
    private final Drafting drafting;
    private final StepDoor door;
    private final Optional<Path> font;

    /** @param font file of a font with Chinese characters for papers, where the machine has none in a usual place */
    AgreementController(
            Screens screens,
            Lists lists,
            Agreements agreements,
            Comparing comparing,
            Drafting drafting,
            StepDoor door,
            @Property(name = "shuqi.paper.font") Optional<String> font) {
        this.screens = screens;
        this.lists = lists;
        this.agreements = agreements;
        this.comparing = comparing;
        this.drafting = drafting;
        this.door = door;
        this.font = font.filter(name -> !name.isBlank()).map(Path::of);
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Caller caller) {
        var page = lists.page(RecordKind.AGREEMENTS, request, screens.view(request), caller);
        return screens.page(request, "cases/list.jte", page);
    }

    @Get("/new")
    HttpResponse<?> begin(HttpRequest<?> request) {
        return screens.page(request, "cases/new-agreement.jte", drafting.page(request, screens.view(request)));
    }

    @Post
    HttpResponse<?> file(HttpRequest<?> request, Caller caller, @Body byte @Nullable [] body) {
        var begun = drafting.file(Posted.of(request, body), screens.view(request), caller);
        return begun.address().isPresent()
                ? Screens.to(begun.address().get())
                : screens.page(
                        request,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "cases/new-agreement.jte",
                        begun.page().orElseThrow());
    }

    @Get("/{+id}")
    HttpResponse<?> read(String id, HttpRequest<?> request, Caller caller) {
        var isDone = request.getParameters().contains("done");
        var page = agreements.page(id, screens.view(request), caller, Sent.NOTHING, List.of(), isDone);
        return screens.page(request, "cases/agreement.jte", page);
    }

    /** Takes a step of the procedure. */
    @Post("/{+id}/steps")
    HttpResponse<?> step(String id, HttpRequest<?> request, Caller caller, @Body byte @Nullable [] body) {
        return door.take(
                RecordKind.AGREEMENTS,
                id,
                request,
                body == null ? new byte[0] : body,
                caller,
                (sent, faults) -> screens.page(
                        request,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "cases/agreement.jte",
                        agreements.page(id, screens.view(request), caller, sent, faults, false)));
    }

    /** Drafts the next version. */
    @Post("/{+id}/versions")
    HttpResponse<?> revise(String id, HttpRequest<?> request, Caller caller, @Body byte @Nullable [] body) {
        var form = Posted.of(request, body);
        var view = screens.view(request);
        try {
            return Screens.to(drafting.revise(id, form, caller));
        } catch (Refusal refused) {
            List<Fault> faults = Steps.faults(refused, view);
            return screens.page(
                    request,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "cases/agreement.jte",
                    agreements.page(id, view, caller, Sent.NOTHING, faults, false));
        }
    }

    @Get("/{+id}/compare")
    HttpResponse<?> compare(String id, HttpRequest<?> request) {
        var with = Optional.ofNullable(request.getParameters().get("with")).filter(name -> !name.isBlank());
        return screens.page(request, "cases/compare.jte", comparing.page(id, with, screens.view(request)));
    }

    /** The paper to be printed by the browser. */
    @Get("/{+id}/print")
    HttpResponse<?> print(String id, HttpRequest<?> request) {
        var paper = agreements.papers().of(id, screens.view(request).language());
        return screens.page(request, "cases/print.jte", new PrintPage(Where.page(RecordKind.AGREEMENTS, id), paper));
    }

    /** The same paper as PDF. */
    @Get("/{+id}/paper.pdf")
    HttpResponse<byte[]> pdf(String id, HttpRequest<?> request) {
        var paper = agreements.papers().of(id, screens.view(request).language());
        var name = paper.number().replaceAll("[^A-Za-z0-9._-]", "_") + ".pdf";
        return HttpResponse.ok(agreements.papers().pdf(paper, font))
                .contentType("application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .header("Vary", "Cookie, Accept-Language");
    }
}

package org.shuqi.web.help;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Objects;
import org.shuqi.web.Screens;

/** Shows the help. */
@Controller("/help")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HelpController {

    private final Screens screens;

    HelpController(Screens screens) {
        this.screens = screens;
    }

    @Get
    HttpResponse<?> help(HttpRequest<?> request) {
        var version =
                Objects.requireNonNullElse(HelpController.class.getPackage().getImplementationVersion(), "0.1.0");
        return screens.page(request, "help/help.jte", new HelpPage(version));
    }
}

package org.shuqi.web.find;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Set;
import org.shuqi.api.Given;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.search.Group;
import org.shuqi.web.Screens;

/** What could be meant by what somebody is typing. */
@Controller("/suggest")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SuggestController {

    private static final int MOST = 8;
    private static final String ACCOUNTS = RecordKind.ACCOUNTS.path();

    private final Screens screens;
    private final Picks picks;
    private final AccountNames accounts;

    SuggestController(Screens screens, Picks picks, AccountNames accounts) {
        this.screens = screens;
        this.picks = picks;
        this.accounts = accounts;
    }

    @Get
    HttpResponse<?> suggest(HttpRequest<?> request) {
        var given = Given.of(request, Set.of("kind", "scheme", "q"));
        var kind = given.one("kind").orElse(Group.DATASETS.code());
        var typed = given.one("q").orElse("");
        if (kind.equals(ACCOUNTS)) {
            return screens.page(request, "find/suggest.jte", new SuggestPage(accounts.suggest(typed, MOST)));
        }
        var group = Group.of(kind)
                .filter(known -> known != Group.ITEMS)
                .orElseThrow(() -> Refusal.of(Kind.UNUSABLE, "没有类别 `%s`", "there is no kind `%s`", kind));
        var options = picks.suggest(typed, group, given.one("scheme").orElse(""), MOST, screens.view(request));
        return screens.page(request, "find/suggest.jte", new SuggestPage(options));
    }
}

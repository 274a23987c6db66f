package org.shuqi.login;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Says for whom a request works, on every kind of thread that the doors use. */
@Controller("/whom")
@Requires(property = Whom.SWITCH)
@Produces(MediaType.TEXT_PLAIN)
final class Whom {

    static final String SWITCH = "shuqi.test.whom";

    private final ExecutorService others;

    Whom(@Named(TaskExecutors.BLOCKING) ExecutorService others) {
        this.others = others;
    }

    @Get("/here")
    String here() {
        return whom();
    }

    @Get("/moved")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String moved() {
        return whom();
    }

    @Get("/bound")
    String bound(Caller caller) {
        return caller.id();
    }

    @Get("/handed")
    CompletionStage<String> handed() {
        return CompletableFuture.supplyAsync(Whom::whom, others);
    }

    @Get("/executed")
    CompletionStage<String> executed() {
        var answer = new CompletableFuture<String>();
        others.execute(() -> answer.complete(whom()));
        return answer;
    }

    @Get("/streamed")
    Flux<String> streamed() {
        return Flux.interval(Duration.ZERO, Duration.ofMillis(5), Schedulers.boundedElastic())
                .concatMapIterable(step -> List.of(whom()), 1)
                .skip(2)
                .take(1);
    }

    private static String whom() {
        return Acting.caller().map(Caller::id).orElse("nobody");
    }
}

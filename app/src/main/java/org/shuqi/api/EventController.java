package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reactivestreams.Publisher;
import org.shuqi.graph.Store;
import org.shuqi.notice.Events;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.shield.Allowances;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What happens, as server-sent events: read from the log, so that a client who comes back misses nothing. */
@Controller("/api/v1/events")
@ExecuteOn(TaskExecutors.BLOCKING)
final class EventController {

    private static final Duration STEP = Duration.ofMillis(200);
    private static final long STEPS_TO_A_HEARTBEAT = 75;
    private static final Set<String> NAMES = Set.of("after", "type", "organization");

    private final Events events;
    private final Records records;
    private final Allowances allowances;

    EventController(Store store, Records records, Allowances allowances) {
        this.events = new Events(store);
        this.records = records;
        this.allowances = allowances;
    }

    @Get
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> listen(HttpRequest<?> request) {
        var listening = new Listening(events, after(request), filter(request));
        var place = allowances.stream(request);
        return Flux.interval(Duration.ZERO, STEP, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .concatMapIterable(listening::next, 1)
                .doFinally(any -> place.close());
    }

    /** One listener, and how far it has come; steps come one after the other. */
    private static final class Listening {

        private final Events events;
        private final Events.Filter filter;
        private long at;

        Listening(Events events, long after, Events.Filter filter) {
            this.events = events;
            this.filter = filter;
            this.at = after;
        }

        List<Event<String>> next(long step) {
            var told = new ArrayList<Event<String>>();
            while (told.isEmpty() && at < events.newest()) {
                var page = events.after(at, filter);
                page.events().forEach(event -> told.add(event(event)));
                at = page.upTo();
            }
            if (told.isEmpty() && step % STEPS_TO_A_HEARTBEAT == 0) {
                told.add(Event.of("{}").name("heartbeat").id(Long.toString(at)));
            }
            return told;
        }

        private static Event<String> event(org.shuqi.notice.Event event) {
            var body = new String(JsonTree.bytes(event.form()), StandardCharsets.UTF_8);
            return Event.of(body).id(Long.toString(event.revision()));
        }
    }

    private long after(HttpRequest<?> request) {
        var text = Optional.ofNullable(request.getHeaders().get("Last-Event-ID"))
                .or(() -> Questions.one(request.getParameters().asMap(), "after"))
                .map(String::strip);
        if (text.isEmpty()) {
            return events.newest();
        }
        if (!text.get().matches("\\d{1,18}") || Long.parseLong(text.get()) > events.newest()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 不是已有的版本；最新版本是 %d",
                    "`%s` is no revision there is; the newest is %d",
                    text.get(),
                    events.newest());
        }
        return Long.parseLong(text.get());
    }

    private Events.Filter filter(HttpRequest<?> request) {
        Given.requireKnown(request.getParameters().names(), NAMES::contains, NAMES);
        var types = values(request, "type");
        types.stream().filter(type -> !Events.TYPES.contains(type)).findFirst().ifPresent(type -> {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "没有事件类型 `%s`；可用 %s",
                    "there is no type of event `%s`; use %s",
                    type,
                    String.join(", ", Events.TYPES));
        });
        var organizations = values(request, "organization").stream()
                .map(id -> records.read(RecordKind.ORGANIZATIONS, id).iri().getURI())
                .toList();
        return new Events.Filter(types, organizations);
    }

    private static List<String> values(HttpRequest<?> request, String name) {
        return Questions.items(request.getParameters().asMap().getOrDefault(name, List.of()));
    }
}

package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.Set;
import org.shuqi.access.Caller;
import org.shuqi.bundle.BundleScope;
import org.shuqi.bundle.Bundles;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.proof.Checkpoints;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;

/** One recipient's decisions as a signed file, for gateways that have to answer when the registry cannot be reached. */
@Controller("/api/v1/exports/bundle")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BundleController {

    private static final Set<String> NAMES = Set.of("recipient", "dataset", "purpose", "hours", Handouts.REASON);

    private final Bundles bundles;
    private final Store store;
    private final Handouts handouts;

    BundleController(
            Store store,
            Records records,
            Decisions decisions,
            Checkpoints checkpoints,
            Settings settings,
            Handouts handouts) {
        this.bundles = new Bundles(store, records, decisions, checkpoints.keys(), settings.clock());
        this.store = store;
        this.handouts = handouts;
    }

    @Get
    HttpResponse<?> bundle(HttpRequest<?> request, Caller caller) {
        var given = request.getParameters().asMap();
        Given.requireKnown(given.keySet(), NAMES::contains, NAMES);
        var parameters = new Given(given);
        var scope = new BundleScope(
                parameters
                        .one("recipient")
                        .orElseThrow(() -> Refusal.of(
                                Kind.UNUSABLE, "缺少参数 `recipient`；请给出标识", "`recipient` is missing; give an identifier")),
                parameters.values("dataset"),
                parameters.values("purpose"),
                parameters.one("hours").map(BundleController::hours).orElse(BundleScope.USUAL));
        try (var now = store.read()) {
            var reply = Spool.poured(
                    "text/plain;charset=utf-8",
                    "permissions.bundle",
                    now.revision(),
                    out -> bundles.write(now, scope, Tongue.of(request), out));
            return handouts.note(request, caller, "bundle", now.revision()).on(reply, request);
        }
    }

    private static Duration hours(String text) {
        if (!text.matches("\\d{1,4}")) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`hours` 的值 `%s` 不是小时数；应为整数",
                    "`hours` is `%s`, which is no number of hours; give a whole number",
                    text);
        }
        return Duration.ofHours(Long.parseLong(text));
    }
}

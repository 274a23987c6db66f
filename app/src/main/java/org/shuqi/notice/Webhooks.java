package org.shuqi.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shuqi.access.Acting;
import org.shuqi.graph.Store;
import org.shuqi.record.JsonTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts events to those who asked for it: each at least once, in order, signed; what fails is tried again, later and later.
 *
 * <p>A webhook is told what a reader of the organisations that it names may read; one that names none is the operator's and
 * is told everything. Its receiver learns nothing that those who set it up could not read themselves.
 *
 * <p>A receiver that is down holds up nobody but itself for longer than one attempt. Redirects are not followed.
 */
public final class Webhooks {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Store store;
    private final Events events;
    private final Clock clock;
    private final Positions positions;
    private final Seal seal;
    private final Addresses addresses;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

    /** How often in a row something went wrong, and when to try again. */
    private record Trouble(int times, Instant next) {}

    /**
     * Of one registry.
     *
     * @param data folder of the registry: secrets are in {@code secrets/}, positions are kept in {@code webhooks/}
     * @param allowsPrivate whether addresses of private nets may be posted to
     * @param clock what "now" is
     */
    public Webhooks(Store store, Path data, boolean allowsPrivate, Clock clock) {
        this.store = store;
        this.events = new Events(store);
        this.clock = clock;
        this.positions = new Positions(data.resolve("webhooks"));
        this.seal = new Seal(data.resolve("secrets"));
        this.addresses = new Addresses(allowsPrivate);
    }

    /** Sends what is to be sent now; one call at a time. */
    public synchronized void deliver() {
        var hooks = java.util.List.<Hook>of();
        try (var now = store.read()) {
            hooks = Hook.all(now);
        }
        hooks.stream().filter(this::isDue).forEach(hook -> Acting.as(hook.reader(), () -> serve(hook)));
    }

    private boolean isDue(Hook hook) {
        var trouble = troubles.get(hook.iri());
        return trouble == null || !clock.instant().isBefore(trouble.next());
    }

    private void serve(Hook hook) {
        var at = positions.of(hook.iri()).orElseGet(() -> {
            positions.keep(hook.iri(), hook.since());
            return hook.since();
        });
        while (at < events.newest()) {
            var page = events.after(at, hook.filter());
            for (var event : page.events()) {
                if (!isTaken(hook, event)) {
                    return;
                }
                positions.keep(hook.iri(), event.revision());
            }
            positions.keep(hook.iri(), page.upTo());
            at = page.upTo();
        }
    }

    private boolean isTaken(Hook hook, Event event) {
        try {
            var secret = seal.secret(hook.secretName());
            var uri = URI.create(hook.callback());
            // asked for each event: a name may come to stand for another address; the answer is cached for the request
            // below
            var fault = addresses.fault(uri);
            if (fault.isPresent() || secret.isEmpty()) {
                return failed(hook, fault.orElse("no secret of that name"));
            }
            var status = post(uri, hook, event, secret.get());
            if (status / 100 == 2) {
                troubles.remove(hook.iri());
                return true;
            }
            return failed(hook, "answered " + status);
        } catch (IllegalArgumentException malformed) {
            return failed(hook, "no address");
        } catch (IOException unreachable) {
            return failed(hook, unreachable.getClass().getSimpleName());
        }
    }

    private int post(URI uri, Hook hook, Event event, byte[] secret) throws IOException {
        var body = JsonTree.bytes(event.form());
        var request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Shuqi-Webhook", hook.iri())
                .header("Shuqi-Event", Long.toString(event.revision()))
                .header("Shuqi-Signature", Seal.of(secret, clock.instant().getEpochSecond(), body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private boolean failed(Hook hook, String why) {
        var times = troubles.containsKey(hook.iri()) ? troubles.get(hook.iri()).times() + 1 : 1;
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times - 1, 12));
        var wait = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        troubles.put(hook.iri(), new Trouble(times, clock.instant().plus(wait)));
        LOG.warn("webhook {} failed {} times ({}); next in {}", hook.iri(), times, why, wait);
        return false;
    }
}

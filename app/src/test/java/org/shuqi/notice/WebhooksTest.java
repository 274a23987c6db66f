package org.shuqi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.graph.Delta;
import org.shuqi.record.JsonTree;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** Events arrive at a real receiver: in order, signed, again after a failure, and on from where a restart left off. */
class WebhooksTest {

    private static final String BASE = Settings.DEFAULT_BASE_IRI;

    @TempDir
    Path data;

    private final Turned clock = new Turned();
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private Registry registry;
    private Webhooks webhooks;

    private static final class Turned extends Clock {

        private Instant now = Instant.parse("2026-03-02T01:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            received.add(JsonTree.of(body));
            signatures.add(exchange.getRequestHeaders().getFirst("Shuqi-Signature") + " "
                    + new String(body, StandardCharsets.UTF_8));
            var answer = answers.isEmpty() ? 204 : answers.remove(0);
            if (answer / 100 == 3) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
        Files.createDirectories(data.resolve("secrets"));
        Files.writeString(data.resolve("secrets/near"), "key\n");
        open();
    }

    @AfterEach
    void stop() {
        registry.close();
        receiver.stop(0);
    }

    @Test
    void whatHappensAfterTheHookWasFiledArrivesInOrderAndSigned() {
        status("case/1", "submitted");
        hook("near", "near");
        status("case/1", "received");
        status("case/1", "verifying");

        webhooks.deliver();

        assertThat(states()).containsExactly("received", "verifying");
        assertThat(received.get(1).path("happenings").get(0).path("from").asText())
                .isEqualTo("received");
        assertThat(received.get(1).path("revision").asLong())
                .isEqualTo(registry.store().revision());
        var parts = signatures.get(0).split(" ", 2);
        assertThat(parts[0])
                .isEqualTo(Seal.of(
                        "key".getBytes(StandardCharsets.UTF_8),
                        clock.instant().getEpochSecond(),
                        parts[1].getBytes(StandardCharsets.UTF_8)));

        webhooks.deliver();
        assertThat(received).hasSize(2);
    }

    @Test
    void whatFailsIsSentAgainLaterAndLaterAndNothingOvertakesIt() {
        hook("near", "near");
        status("case/1", "submitted");
        status("case/1", "received");
        answers.addAll(List.of(503, 500));

        webhooks.deliver();
        webhooks.deliver();
        assertThat(states()).containsExactly("submitted");

        clock.now = clock.now.plus(Duration.ofSeconds(1));
        webhooks.deliver();
        clock.now = clock.now.plus(Duration.ofSeconds(1));
        webhooks.deliver();
        assertThat(states()).containsExactly("submitted", "submitted");

        clock.now = clock.now.plus(Duration.ofSeconds(1));
        webhooks.deliver();
        assertThat(states()).containsExactly("submitted", "submitted", "submitted", "received");
    }

    @Test
    void aRestartGoesOnWhereTheLastDeliveryWasTaken() {
        hook("near", "near");
        status("case/1", "submitted");
        status("case/1", "received");
        answers.addAll(List.of(204, 500));
        webhooks.deliver();
        assertThat(states()).containsExactly("submitted", "received");

        registry.close();
        open();
        webhooks.deliver();

        assertThat(states()).containsExactly("submitted", "received", "received");
    }

    @Test
    void aRedirectIsNotFollowed() {
        hook("near", "near");
        status("case/1", "submitted");
        answers.addAll(List.of(307));

        webhooks.deliver();

        assertThat(received).hasSize(1);
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        webhooks.deliver();
        assertThat(received).hasSize(2);
    }

    @Test
    void withoutItsSecretNothingIsSent() {
        hook("near", "unknown");
        status("case/1", "submitted");

        webhooks.deliver();

        assertThat(received).isEmpty();
    }

    @Test
    void aHookThatFailsDoesNotHoldUpAnother() {
        hook("broken", "unknown");
        hook("near", "near");
        status("case/1", "submitted");

        webhooks.deliver();

        assertThat(states()).containsExactly("submitted");
    }

    @Test
    void eventsReadFromTheLogAreTheSameAfterARestart() {
        status("case/1", "submitted");
        status("case/1", "received");
        var before = new Events(registry.store()).after(0, Events.Filter.ALL);

        registry.close();
        open();

        assertThat(new Events(registry.store()).after(0, Events.Filter.ALL)).isEqualTo(before);
        assertThat(before.events())
                .extracting(event -> event.happenings().get(0).type())
                .endsWith("status", "status");
    }

    private void open() {
        registry = Registry.open(Settings.of(data).withClock(clock));
        webhooks = new Webhooks(registry.store(), data, false, clock);
    }

    private void hook(String name, String secret) {
        var iri = "webhook/" + name;
        write(
                iri,
                List.of(
                        quad(
                                iri,
                                Sq.callback,
                                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook"),
                        quad(iri, Sq.secretName, secret),
                        new Quad(graph(iri), node(iri), Rdf.type, Sq.Webhook)),
                List.of());
    }

    /** Moves a correction on. */
    private void status(String iri, String code) {
        var removed = new CopyOnWriteArrayList<Quad>();
        try (var now = registry.store().read()) {
            now.dataset()
                    .find(graph(iri), node(iri), Sq.caseStatus, org.apache.jena.graph.Node.ANY)
                    .forEachRemaining(removed::add);
        }
        write(
                iri,
                List.of(
                        new Quad(graph(iri), node(iri), Sq.caseStatus, Sq.code("correction-status", code)),
                        new Quad(graph(iri), node(iri), Sq.about, node("dataset/1")),
                        new Quad(graph(iri), node(iri), Rdf.type, Sq.ObjectionMark)),
                removed);
    }

    private void write(String reason, List<Quad> added, List<Quad> removed) {
        registry.changes()
                .apply(new Change(reason, OptionalLong.empty(), now -> new Delta(removed, added)), Caller.operator());
    }

    private List<String> states() {
        return received.stream()
                .map(event -> event.path("happenings").get(0).path("to").asText())
                .toList();
    }

    private static Quad quad(String iri, org.apache.jena.graph.Node property, String text) {
        return new Quad(graph(iri), node(iri), property, NodeFactory.createLiteralString(text));
    }

    private static org.apache.jena.graph.Node node(String iri) {
        return NodeFactory.createURI(BASE + iri);
    }

    private static org.apache.jena.graph.Node graph(String iri) {
        return NodeFactory.createURI(BASE + "graph/" + iri);
    }
}

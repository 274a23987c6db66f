package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.WorkedExample;
import org.shuqi.access.Acting;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Changes;
import org.shuqi.graph.Store;
import org.shuqi.notice.Webhooks;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** Whoever listens, subscribes to a calendar or is posted to learns what they may read, and listens to so much at once. */
@Timeout(180)
class LimitedListenersTest {

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    private static String police;
    private static String stats;

    @BeforeAll
    static void start() {
        api = ApiServer.closedWithExample(data, Map.of("shuqi.rates.streams", 2));
        police = TestCallers.key(api.bean(Changes.class), "p", in("police"));
        stats = TestCallers.key(api.bean(Changes.class), "s", in("stats"));
    }

    @Test
    void aListenerHearsOnlyOfWhatItMayRead() throws Exception {
        var before = api.revision();
        correction("heard-by-police", "police");
        correction("heard-by-stats", "stats");

        assertThat(first("/api/v1/events?after=" + before, police)).contains("heard-by-police");
        assertThat(first("/api/v1/events?after=" + before, stats))
                .contains("heard-by-stats")
                .doesNotContain("heard-by-police");
    }

    @Test
    void aCalendarHasOnlyTheDaysOfWhatMayBeRead() {
        correction("day-of-police", "police");
        correction("day-of-stats", "stats");
        var feed = "/api/v1/clocks.ics?code=correction&at=2026-10-01";

        var ofPolice = unfolded(api.get(feed, "Authorization", police));
        var ofStats = unfolded(api.get(feed, "Authorization", stats));

        // both are about a dataset of the police
        assertThat(ofPolice).contains("day-of-police", "day-of-stats");
        assertThat(ofStats).contains("day-of-stats").doesNotContain("day-of-police");
    }

    @Test
    void aWebhookIsPostedOnlyWhatItsOrganisationMayRead() throws Exception {
        var received = new CopyOnWriteArrayList<String>();
        var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try {
            Files.createDirectories(data.resolve("secrets"));
            Files.writeString(data.resolve("secrets/near"), "key\n");
            hook("of-stats", "stats", receiver.getAddress().getPort());
            var webhooks = new Webhooks(api.bean(Store.class), data, false, Clock.systemUTC());
            // the hook hears what comes after it
            Acting.as(Caller.operator(), webhooks::deliver);
            correction("posted-not", "police");
            correction("posted", "stats");

            Acting.as(Caller.operator(), webhooks::deliver);

            assertThat(String.join("\n", received)).contains("case/posted\"").doesNotContain("posted-not");
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void anAccountListensToSoManyStreamsAtOnceAndOthersToTheirs() throws Exception {
        var busy = TestCallers.key(api.bean(Changes.class), "busy", in("police"));
        var streams = List.of(open("/api/v1/events", busy), open("/api/v1/events", busy));
        assertThat(streams).allMatch(stream -> stream.statusCode() == 200);

        var refused = api.get("/api/v1/events", "Authorization", busy, "Accept-Language", "en");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("you listen to 2 event streams already");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        try (var other = open("/api/v1/events", police).body()) {
            assertThat(other).isNotNull();
        }
        streams.forEach(stream -> stream.body().close());
        var patience = Instant.now().plusSeconds(90);
        var again = open("/api/v1/events", busy);
        while (again.statusCode() == 429 && Instant.now().isBefore(patience)) {
            again.body().close();
            Thread.sleep(200);
            again = open("/api/v1/events", busy);
        }
        assertThat(again.statusCode()).as("whoever hung up has a place again").isEqualTo(200);
        again.body().close();
    }

    @Test
    void aListenerNeedNotSayWhatItAccepts() throws Exception {
        var key = TestCallers.key(api.bean(Changes.class), "silent", in("police"));
        try (var lines = open("/api/v1/events", key).body()) {
            assertThat(lines.iterator().next()).isNotNull();
        }
    }

    private static Appointment in(String organization) {
        return Appointment.in(organization(organization), Role.SHARING_OFFICE_HEAD);
    }

    private static org.apache.jena.graph.Node organization(String name) {
        return NodeFactory.createURI(WorkedExample.organization(name));
    }

    private static void correction(String id, String respondent) {
        var graph = NodeFactory.createURI(WorkedExample.BASE + "graph/case/" + id);
        var iri = NodeFactory.createURI(WorkedExample.BASE + "case/" + id);
        TestCallers.apply(
                api.bean(Changes.class),
                List.of(
                        new Quad(graph, iri, Rdf.type, Sq.CorrectionRequest),
                        new Quad(graph, iri, org.shuqi.vocabulary.Dct.identifier, NodeFactory.createLiteralString(id)),
                        new Quad(graph, iri, org.shuqi.vocabulary.Dct.title, NodeFactory.createLiteralLang(id, "en")),
                        new Quad(graph, iri, Sq.respondent, organization(respondent)),
                        new Quad(graph, iri, Sq.caseStatus, Sq.code("correction-status", "submitted")),
                        new Quad(
                                graph,
                                iri,
                                Sq.receivedAt,
                                NodeFactory.createLiteralDT(
                                        "2026-09-28T09:00:00+08:00",
                                        org.apache.jena.datatypes.xsd.XSDDatatype.XSDdateTime)),
                        new Quad(
                                graph,
                                iri,
                                Sq.about,
                                NodeFactory.createURI(WorkedExample.BASE + "dataset/population"))));
    }

    private static void hook(String name, String organization, int port) {
        var graph = NodeFactory.createURI(WorkedExample.BASE + "graph/webhook/" + name);
        var iri = NodeFactory.createURI(WorkedExample.BASE + "webhook/" + name);
        TestCallers.apply(
                api.bean(Changes.class),
                List.of(
                        new Quad(graph, iri, Rdf.type, Sq.Webhook),
                        new Quad(
                                graph,
                                iri,
                                Sq.callback,
                                NodeFactory.createLiteralString("http://127.0.0.1:" + port + "/hook")),
                        new Quad(graph, iri, Sq.secretName, NodeFactory.createLiteralString("near")),
                        new Quad(graph, iri, Sq.responsibleParty, organization(organization))));
    }

    private static String unfolded(ApiServer.Reply feed) {
        assertThat(feed.status()).as(feed.toString()).isEqualTo(200);
        return feed.text().replace("\r\n ", "");
    }

    /** The first event that is not a heartbeat. */
    private static String first(String path, String who) throws Exception {
        try (var lines = open(path, who).body()) {
            return lines.filter(line -> line.startsWith("data:") && line.contains("happenings"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static HttpResponse<Stream<String>> open(String path, String who) throws Exception {
        var request = HttpRequest.newBuilder(api.uri(path))
                .header("Authorization", who)
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofLines());
    }
}

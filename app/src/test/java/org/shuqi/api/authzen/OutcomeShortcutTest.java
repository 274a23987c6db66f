package org.shuqi.api.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shuqi.TestCallers;
import org.shuqi.WorkedExample;
import org.shuqi.access.Acting;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.api.ApiServer;
import org.shuqi.change.Changes;

/** The short way to an outcome and the long one, which a caller can insist on by asking for revision 0 at least, are the same. */
class OutcomeShortcutTest {

    private static final String EVALUATION = "/access/v1/evaluation";
    private static final String REST =
            """
            "action":{"name":"receive","properties":{"method":"file"}},
            "context":{"purpose":"statistics","at":"2026-06-01T12:00:00.5+08:00"},
            "options":{"context":"outcome"}""";

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    private static String key;

    @BeforeAll
    static void start() {
        api = ApiServer.closedWithExample(data);
        key = TestCallers.key(
                api.bean(Changes.class),
                "reader",
                Appointment.in(NodeFactory.createURI(WorkedExample.organization("tax")), Role.SYSTEM_CLIENT));
    }

    static Stream<String> requests() {
        return Stream.of(
                about("tax", "yearbook"),
                about("tax", "trade-secrets"),
                about("tax", "nothing"),
                about("nobody", "yearbook"),
                about("stats", "trade-secrets"),
                about("tax", "yearbook").replace("statistics", "nonsense"),
                about("tax", "yearbook").replace("2026-06-01T12:00:00.5+08:00", "tomorrow"),
                about("tax", "yearbook").replace("\"at\"", "\"knownAt\":1,\"at\""),
                about("tax", "yearbook").replace("\"outcome\"", "\"answer\""),
                about("tax", "yearbook").replace("\"outcome\"", "\"nonsense\""),
                about("tax", "yearbook").replace("\"organization\"", "\"person\""),
                about("tax", "yearbook").replace("\"name\"", "\"title\""),
                about("tax", "yearbook").replace("}}", "}"),
                about("tax", "yearbook") + "x",
                "[]",
                "");
    }

    private static String about(String recipient, String dataset) {
        return """
                {"subject":{"type":"organization","id":"%s"},"resource":{"type":"dataset","id":"%s"},%s}"""
                .formatted(recipient, dataset, REST);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void bothWaysSayTheSame(String body) {
        for (var name : new String[] {"a-1", "<b>"}) {
            var shortWay = api.post(
                    EVALUATION, body, "Content-Type", "application/json", "Authorization", key, "X-Request-ID", name);
            var longWay = api.post(
                    EVALUATION,
                    body,
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    key,
                    "X-Request-ID",
                    name,
                    "Shuqi-At-Least",
                    "0");

            assertThat(shortWay.status()).isEqualTo(longWay.status()).isNotEqualTo(401);
            assertThat(headers(shortWay)).isEqualTo(headers(longWay));
            assertThat(shortWay.text()).isEqualTo(longWay.text());
        }
    }

    private static TreeMap<String, Object> headers(ApiServer.Reply reply) {
        var all = new TreeMap<String, Object>(reply.response().headers().map());
        assertThat(all.remove("date")).isNotNull();
        return all;
    }

    @Test
    void anOutcomeIsThereAtOnce() {
        assertThat(answer(headers("application/json"), about("tax", "yearbook")))
                .startsWith("{\"decision\":true,\"context\":{\"outcome\":\"permit\"");
        assertThat(answer(headers("application/json"), about("tax", "trade-secrets")))
                .startsWith("{\"decision\":false,");
    }

    @Test
    void whatTakesLongerOrIsRefusedIsLeftToTheLongWay() {
        assertThat(requests().skip(2).map(body -> answer(headers("application/json"), body)))
                .filteredOn(answer -> !answer.isEmpty())
                // the operator may ask about every organisation
                .hasSize(1);
        assertThat(answer(headers("application/json").add("Shuqi-At-Least", "0"), about("tax", "yearbook")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/json; charset=utf-8"})
    void soIsWhatIsAnnouncedAsSomethingElse(String type) {
        assertThat(answer(headers(type), about("tax", "yearbook"))).isEmpty();
    }

    private static HttpHeaders headers(String type) {
        return new DefaultHttpHeaders().add("Content-Type", type);
    }

    /** As the operator; empty if there is none. */
    private static String answer(HttpHeaders headers, String body) {
        return Acting.as(Caller.operator(), () -> {
            try {
                var reply = api.bean(OutcomeShortcut.class).answer(headers, body.getBytes(StandardCharsets.UTF_8));
                return reply == null ? "" : new String(reply.body(), StandardCharsets.UTF_8);
            } catch (org.shuqi.problem.Refusal refused) {
                return "";
            }
        });
    }

    @Test
    void requestsOnTheShortWayAreMeasuredAsAllOthersAre() {
        var before = measured();
        var answer = api.post(
                EVALUATION, about("tax", "yearbook"), "Content-Type", "application/json", "Authorization", key);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);

        assertThat(measured()).isEqualTo(before + 1);
    }

    private static double measured() {
        return api.get("/metrics", "Authorization", "Bearer " + operator())
                .text()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count")
                        && line.contains("uri=\"" + EVALUATION + "\"")
                        && line.contains("status=\"200\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static String operator() {
        try {
            return Files.readString(data.resolve("operator.key")).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.record.JsonTree;

/** A listener outside hears what happens, and misses nothing when it comes back; a calendar can be subscribed to. */
@Timeout(120)
class EventsOverHttpTest {

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
    }

    /** One event as it came. */
    private record Heard(long id, JsonNode body) {

        String record() {
            var iri = body.path("happenings").get(0).path("record").asText();
            return iri.substring(iri.lastIndexOf('/') + 1);
        }
    }

    @Test
    void whoComesBackWithTheLastIdHearsEverythingOnce() throws Exception {
        var before = api.revision();
        file("one");
        var first = listen("/api/v1/events?after=" + before, "", 1);
        assertThat(first).extracting(Heard::record).containsExactly("one");
        var happening = first.get(0).body().path("happenings").get(0);
        assertThat(happening.path("type").asText()).isEqualTo("status");
        assertThat(happening.path("to").asText()).isEqualTo("submitted");
        assertThat(happening.path("organizations").toString()).contains("organization/police");

        file("two");
        file("three");
        var rest = listen("/api/v1/events", Long.toString(first.get(0).id()), 2);

        assertThat(rest).extracting(Heard::record).containsExactly("two", "three");
        assertThat(rest.get(1).id()).isEqualTo(api.revision());
    }

    @Test
    void aListenerHearsWhatHappensWhileItListensAndOnlyWhatItAskedFor() throws Exception {
        var stream = open("/api/v1/events?type=status&organization=police&after=" + api.revision(), "");
        try (Stream<String> lines = stream.body()) {
            assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            file("four");

            assertThat(heard(lines, 1)).extracting(Heard::record).containsExactly("four");
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(api.get("/api/v1/events?after=999999").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/events?type=weather").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/events?organization=nobody").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/events?colour=red").status()).isEqualTo(400);
    }

    @Test
    void lastDaysComeAsACalendar() {
        api.post(
                "/api/v1/corrections",
                """
                {"id": "case/calendar", "type": "CorrectionRequest", "identifier": "calendar",
                 "title": {"zh": "一份名称很长的校核申请，逗号、分号；还有反斜线\\\\都要转义，整行还要折成七十五个字节以内的几行"},
                 "about": ["dataset/population"], "respondent": "organization/police",
                 "receivedAt": "2026-09-28T09:00:00+08:00"}
                """);

        var feed = api.get("/api/v1/clocks.ics?code=correction&organization=police&at=2026-10-01");

        assertThat(feed.status()).as(feed.toString()).isEqualTo(200);
        assertThat(feed.header("Content-Type")).startsWith("text/calendar");
        var text = new String(feed.bytes(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        var whole = text.replace("\r\n ", "");
        assertThat(whole).contains("DTSTART;VALUE=DATE:20261016\r\n").contains("DTEND;VALUE=DATE:20261017\r\n");
        assertThat(whole).contains("反斜线\\\\都要转义").contains("政务数据共享条例 第二十六条");
    }

    private static void file(String id) {
        var filed = api.post(
                "/api/v1/corrections",
                """
                {"id": "case/%1$s", "type": "CorrectionRequest", "identifier": "%1$s", "about": ["dataset/population"],
                 "respondent": "organization/police", "caseStatus": "code:correction-status/submitted"}
                """
                        .formatted(id));
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
    }

    private static List<Heard> listen(String path, String last, int count) throws Exception {
        try (Stream<String> lines = open(path, last).body()) {
            return heard(lines, count);
        }
    }

    private static HttpResponse<Stream<String>> open(String path, String last)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(api.uri(path)).header("Accept", "text/event-stream");
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
    }

    /** The next events; heartbeats are passed over. */
    private static List<Heard> heard(Stream<String> lines, int count) {
        var found = new ArrayList<Heard>();
        var fields = new java.util.HashMap<String, String>();
        var next = lines.iterator();
        while (found.size() < count) {
            var line = next.next();
            if (line.isEmpty()) {
                if (fields.containsKey("data") && !fields.containsKey("event")) {
                    found.add(new Heard(
                            Long.parseLong(fields.get("id")),
                            JsonTree.of(fields.get("data").getBytes(StandardCharsets.UTF_8))));
                }
                fields.clear();
            } else {
                var cut = line.indexOf(':');
                fields.put(line.substring(0, cut), line.substring(cut + 1).strip());
            }
        }
        return found;
    }
}

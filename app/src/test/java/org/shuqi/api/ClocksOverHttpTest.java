package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clocks as a program outside sees them. */
class ClocksOverHttpTest {

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
        for (var each : new String[] {"late", "early"}) {
            var day = each.equals("late") ? "2025-09-19" : "2025-11-03";
            var filed = api.post(
                    "/api/v1/corrections",
                    """
                    {"id": "case/%1$s", "type": "CorrectionRequest", "identifier": "%1$s",
                     "about": ["dataset/population"], "respondent": "organization/police",
                     "receivedAt": "%2$sT09:00:00+08:00"}
                    """
                            .formatted(each, day));
            assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        }
    }

    @Test
    void theClocksOfARecordSayWhoHasToDoWhatUntilWhenAndWhy() {
        var reply = api.get("/api/v1/corrections/late/clocks?at=2025-10-09T12:00:00%2B08:00");

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        var clock = reply.json().path("items").get(0);
        assertThat(clock.path("clock").asText()).isEqualTo("correction");
        assertThat(clock.path("label").path("zh").asText()).isEqualTo("校核更正");
        assertThat(clock.path("dueOn").asText()).isEqualTo("2025-10-10");
        assertThat(clock.path("dueAt").asText()).isEqualTo("2025-10-10T16:00:00Z");
        assertThat(clock.path("workingDaysLeft").asInt()).isEqualTo(1);
        assertThat(clock.path("state").asText()).isEqualTo("running");
        assertThat(clock.path("responsible").get(0).path("id").asText()).endsWith("/organization/police");
        var basis = clock.path("basis");
        assertThat(basis.path("length").asInt()).isEqualTo(10);
        assertThat(basis.path("law").get(0).path("label").path("en").asText())
                .isEqualTo("Regulations on Government Data Sharing, Article 26");
    }

    @Test
    void theListIsFilteredAndComesPageByPage() {
        var all = api.get("/api/v1/clocks?code=correction&at=2025-11-10");
        assertThat(all.status()).as(all.toString()).isEqualTo(200);
        assertThat(all.json().path("total").asInt()).isEqualTo(2);
        assertThat(all.header("X-Total-Count")).isEqualTo("2");

        var late = api.get("/api/v1/clocks?code=correction&state=overdue&at=2025-11-10");
        assertThat(late.json().findValuesAsText("id")).anyMatch(id -> id.endsWith("/case/late"));
        assertThat(late.json().path("total").asInt()).isEqualTo(1);
        assertThat(api.get("/api/v1/clocks?code=correction&until=2025-10-31&at=2025-11-10")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/clocks?organization=police&code=correction&at=2025-11-10")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(2);

        var first = api.get("/api/v1/clocks?code=correction&at=2025-11-10&limit=1");
        var second = api.get(first.json().path("next").asText().replaceFirst("^http://[^/]+", ""));
        assertThat(second.json().path("items").get(0).path("record").path("id").asText())
                .endsWith("/case/early");
    }

    @Test
    void whatMakesNoSenseIsRefusedInWordsThatSayWhatWould() {
        assertThat(api.get("/api/v1/clocks?state=late", "Accept-Language", "en")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("there is no state `late`; use running, paused, met, met-late or overdue");
        assertThat(api.get("/api/v1/clocks?until=soon").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/clocks?colour=red").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/clocks?organization=nobody").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/corrections/none/clocks").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/oddities/none/clocks").status()).isEqualTo(404);
    }

    @Test
    void aCalendarOfTheNextYearIsFiledLikeAnyRecordAndCountsAtOnce() {
        var before = api.post(
                "/api/v1/corrections",
                """
                {"id": "case/next", "type": "CorrectionRequest", "identifier": "next", "about": ["dataset/population"],
                 "respondent": "organization/police", "receivedAt": "2029-09-20T09:00:00+08:00"}
                """);
        assertThat(before.status()).isEqualTo(201);
        var assumed = api.get("/api/v1/corrections/next/clocks?at=2029-09-21")
                .json()
                .path("items")
                .get(0);
        assertThat(assumed.path("calendarAssumed").asBoolean()).isTrue();
        assertThat(assumed.path("dueOn").asText()).isEqualTo("2029-10-04");

        var filed = api.post(
                "/api/v1/calendars",
                """
                {"id": "calendar/2029", "type": "WorkingCalendar", "calendarYear": 2029,
                 "holidaySpan": [{"id": "calendar/2029#october", "type": "HolidaySpan",
                   "firstDay": "2029-10-01", "lastDay": "2029-10-07"}],
                 "makeUpDay": ["2029-09-29"]}
                """);

        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        var known = api.get("/api/v1/corrections/next/clocks?at=2029-09-21")
                .json()
                .path("items")
                .get(0);
        assertThat(known.path("calendarAssumed").asBoolean()).isFalse();
        assertThat(known.path("dueOn").asText()).isEqualTo("2029-10-10");
        var wrong = api.post(
                "/api/v1/calendars",
                """
                {"id": "calendar/odd", "type": "WorkingCalendar", "calendarYear": 2030, "makeUpDay": ["2031-01-04"]}
                """);
        assertThat(wrong.status()).isEqualTo(422);
    }
}

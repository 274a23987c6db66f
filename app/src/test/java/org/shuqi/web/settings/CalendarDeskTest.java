package org.shuqi.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.graph.Store;
import org.shuqi.problem.Text;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.web.City;

/** Which time limits another day off would move, as told before the calendar is changed; on Monday, 1 June 2026. */
class CalendarDeskTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-06-01");
    private static final CalendarDesk.Place COUNTRY = new CalendarDesk.Place(Optional.empty(), 2026);

    @TempDir
    static Path data;

    private static City city;
    private static Store store;
    private static CalendarDesk desk;

    @BeforeAll
    static void start() {
        city = City.in(data);
        store = city.server().bean(Store.class);
        var morning = Clock.fixed(Instant.parse("2026-06-01T02:00:00Z"), ZoneOffset.UTC);
        var settings = city.server().bean(Settings.class).withClock(morning);
        desk = new CalendarDesk(city.server().bean(Records.class), store, settings);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void aTimeLimitThatEndsOnTheNewDayOffEndsOnTheNextWorkingDay() {
        var shifts = shifts(MONDAY, MONDAY);

        assertThat(shifts)
                .filteredOn(shift -> shift.before().record().toString().endsWith("correction/HS-X-001"))
                .singleElement()
                .satisfies(shift -> {
                    assertThat(shift.before().dueOn()).contains(MONDAY);
                    assertThat(shift.to()).isEqualTo(MONDAY.plusDays(1));
                });
        assertThat(shifts)
                .allMatch(shift -> shift.to().isAfter(shift.before().dueOn().orElseThrow()));
    }

    @Test
    void aWeekOffMovesItToTheMondayAfter() {
        assertThat(shifts(MONDAY, MONDAY.plusDays(4)))
                .filteredOn(shift -> shift.before().record().toString().endsWith("correction/HS-X-001"))
                .extracting(CalendarDesk.Shift::to)
                .containsExactly(MONDAY.plusDays(7));
    }

    @Test
    void aSundayOffMovesNothingAndNothingIsWritten() {
        var revision = store.revision();

        assertThat(shifts(MONDAY.minusDays(1), MONDAY.minusDays(1))).isEmpty();
        assertThat(store.revision()).isEqualTo(revision);
    }

    private static List<CalendarDesk.Shift> shifts(LocalDate first, LocalDate last) {
        return Acting.as(Caller.operator(), () -> {
            try (var now = store.read()) {
                var holding = desk.holding(COUNTRY, now).orElseThrow();
                var planned = Year.of(holding, now.union()).off(first, last, new Text("休整", "rest"));
                return desk.shifts(COUNTRY, planned, now);
            }
        });
    }
}

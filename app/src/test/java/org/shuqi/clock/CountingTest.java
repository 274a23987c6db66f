package org.shuqi.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shuqi.time.WorkingDays;

/** What holds of every count, whatever the calendar. */
class CountingTest {

    private static final long SEED = Long.getLong("shuqi.seed", 1001);
    private static final int TRIALS = 3000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);

    private final Random random = new Random(SEED);

    @BeforeAll
    static void say() {
        System.out.println("seed " + SEED);
    }

    @Test
    void theLastDayIsWorkedAndAsManyWorkingDaysAfterTheFirst() {
        trials(() -> {
            var calendar = calendar();
            var start = day();
            var days = 1 + random.nextInt(30);

            var due = calendar.after(start, days);

            assertThat(calendar.isWorked(due)).isTrue();
            assertThat(calendar.between(start, due)).isEqualTo(days);
        });
    }

    @Test
    void moreDaysNeverEndEarlier() {
        trials(() -> {
            var calendar = calendar();
            var start = day();
            var days = 1 + random.nextInt(30);

            assertThat(calendar.after(start, days + 1)).isAfter(calendar.after(start, days));
        });
    }

    @Test
    void aLaterStartNeverEndsEarlier() {
        trials(() -> {
            var calendar = calendar();
            var start = day();
            var days = 1 + random.nextInt(30);

            assertThat(calendar.after(start.plusDays(1), days)).isAfterOrEqualTo(calendar.after(start, days));
        });
    }

    @Test
    void oneMoreHolidayNeverEndsEarlierAndOneMoreMakeUpDayNeverLater() {
        trials(() -> {
            var off = days(20);
            var worked = days(10);
            var start = day();
            var days = 1 + random.nextInt(30);
            var extra = Set.of(day());

            var due = of(off, worked).after(start, days);

            assertThat(of(union(off, extra), worked).after(start, days)).isAfterOrEqualTo(due);
            assertThat(of(off, union(worked, extra)).after(start, days)).isBeforeOrEqualTo(due);
        });
    }

    @Test
    void anExtensionNeverEndsEarlierAndNeverLaterThanTheLongestOne() {
        trials(() -> {
            var calendar = calendar();
            var start = day();
            var terms = new Counting.Terms(10, 10, Optional.empty(), true, true, random.nextBoolean());
            var plain = due(calendar, terms, start, List.of(), List.of());
            var asked = new Counting.Extension(
                    Optional.of(1 + random.nextInt(30)),
                    Optional.empty(),
                    random.nextInt(4) > 0,
                    Optional.of(at(start.plusDays(random.nextInt(40)))),
                    Optional.of(at(start.plusDays(random.nextInt(40)))));

            var extended = due(calendar, terms, start, List.of(asked, asked), List.of());

            assertThat(extended).isAfterOrEqualTo(plain).isBeforeOrEqualTo(calendar.after(start, 20));
        });
    }

    @Test
    void missingMaterialNeverEndsTheTimeEarlierAndStartingAnewIsNeverShorterThanGoingOn() {
        trials(() -> {
            var calendar = calendar();
            var start = day();
            var told = start.plusDays(random.nextInt(25));
            var notice = List.of(new Counting.Supplement(at(told), Optional.of(at(told.plusDays(random.nextInt(20))))));
            var days = 1 + random.nextInt(15);

            var plain = due(calendar, terms(days, true), start, List.of(), List.of());
            var restarted = due(calendar, terms(days, true), start, List.of(), notice);
            var resumed = due(calendar, terms(days, false), start, List.of(), notice);

            assertThat(resumed).isAfterOrEqualTo(plain);
            assertThat(restarted).isAfterOrEqualTo(resumed);
        });
    }

    @Test
    void ofTwoNoticesOnlyTheFirstCounts() {
        trials(() -> {
            var calendar = calendar();
            var start = day();
            var first = new Counting.Supplement(at(start), Optional.of(at(start.plusDays(3))));
            var second = new Counting.Supplement(
                    at(start.plusDays(4 + random.nextInt(5))), Optional.of(at(start.plusDays(30))));

            var once = due(calendar, terms(10, true), start, List.of(), List.of(first));
            var twice = Counting.count(calendar, ZONE, terms(10, true), start, List.of(), List.of(second, first));

            assertThat(twice.due()).contains(once);
            assertThat(twice.remarks()).containsExactly(Remark.SECOND_NOTICE);
        });
    }

    private static Counting.Terms terms(int days, boolean restarts) {
        return new Counting.Terms(days, 0, Optional.empty(), true, true, restarts);
    }

    private static LocalDate due(
            WorkingDays calendar,
            Counting.Terms terms,
            LocalDate start,
            List<Counting.Extension> extensions,
            List<Counting.Supplement> supplements) {
        return Counting.count(calendar, ZONE, terms, start, extensions, supplements)
                .due()
                .orElseThrow();
    }

    private static void trials(Runnable trial) {
        IntStream.range(0, TRIALS).forEach(none -> trial.run());
    }

    private WorkingDays calendar() {
        return of(days(20), days(10));
    }

    private static WorkingDays of(Set<LocalDate> off, Set<LocalDate> worked) {
        return WorkingDays.of(List.of(new WorkingDays.Layer(off, worked)), Set.of(2026));
    }

    private Set<LocalDate> days(int most) {
        var days = new HashSet<LocalDate>();
        IntStream.range(0, random.nextInt(most)).forEach(none -> days.add(day()));
        return days;
    }

    private static Set<LocalDate> union(Set<LocalDate> some, Set<LocalDate> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** Days lie close together, so that holidays meet the counts. */
    private LocalDate day() {
        return YEAR.plusDays(random.nextInt(80));
    }

    private Instant at(LocalDate day) {
        return day.atTime(random.nextInt(24), random.nextInt(60)).atZone(ZONE).toInstant();
    }
}

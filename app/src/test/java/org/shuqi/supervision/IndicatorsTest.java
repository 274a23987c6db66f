package org.shuqi.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;

/** Every figure against counting by brute force, on registers drawn from a seed. */
class IndicatorsTest {

    private static final long SEED = Long.getLong("shuqi.seed", 20261122L);
    private static final int REGISTERS = 3;

    @TempDir
    Path data;

    @Test
    void everyFigureIsWhatCountingGives() {
        System.out.println("shuqi.seed=" + SEED);
        var counted = new TreeSet<String>();
        try (var ground = new Ground(data)) {
            for (var round = 0; round < REGISTERS; round++) {
                var drawn = new DrawnRegister(SEED + round);
                ground.hold(drawn.graph());
                var report = ground.supervision
                        .indicators()
                        .report(new Indicators.Question(
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(DrawnRegister.FROM.toString()),
                                Optional.of(DrawnRegister.UNTIL.toString()),
                                OptionalLong.empty()));
                assertThat(report.figures()).extracting(Figure::code).isEqualTo(Indicators.CODES);
                for (var figure : report.figures()) {
                    assertSame(figure, drawn.rows(figure.code()), SEED + round);
                    if (figure.total().numerator() > 0 && figure.total().denominator() > 1) {
                        counted.add(figure.code());
                    }
                }
            }
        }
        // no demand is drawn; the clock of those is shown over HTTP
        var wanted = new TreeSet<>(Indicators.CODES);
        wanted.remove("inclusion-on-time");
        assertThat(counted).isEqualTo(wanted);
    }

    @Test
    void aFigureOfOneOrganisationOrRegionIsItsPart() {
        try (var ground = new Ground(data)) {
            var drawn = new DrawnRegister(SEED);
            ground.hold(drawn.graph());
            var rows = drawn.rows("refusal-rate");

            var police = figure(ground, Optional.of(WorkedExample.BASE + "p0"), Optional.empty());
            var shanghai = figure(ground, Optional.empty(), Optional.of("310000"));

            assertThat(police.total().denominator())
                    .isEqualTo(count(rows, row -> row.party().equals("p0")));
            assertThat(shanghai.total().denominator()).isEqualTo(count(rows, row -> DrawnRegister.region(row.party())
                    .equals("310100")));
            assertThat(police.total().denominator()).isPositive();
            assertThat(shanghai.total().denominator()).isPositive();
        }
    }

    private static Figure figure(Ground ground, Optional<String> party, Optional<String> region) {
        return ground.supervision
                .indicators()
                .report(new Indicators.Question(
                        List.of("refusal-rate"),
                        party,
                        region,
                        Optional.of(DrawnRegister.FROM.toString()),
                        Optional.of(DrawnRegister.UNTIL.toString()),
                        OptionalLong.empty()))
                .figures()
                .get(0);
    }

    private static void assertSame(Figure figure, List<DrawnRegister.Row> rows, long seed) {
        var as = figure.code() + " with seed " + seed;
        assertCell(figure.kind(), figure.total(), rows, as);
        var parties = new LinkedHashMap<String, List<DrawnRegister.Row>>();
        rows.forEach(row -> parties.computeIfAbsent(WorkedExample.BASE + row.party(), each -> new ArrayList<>())
                .add(row));
        assertParts(figure, "organization", parties, as);
        var regions = new LinkedHashMap<String, List<DrawnRegister.Row>>();
        rows.forEach(row -> regions.computeIfAbsent(
                        "https://w3id.org/shuqi/code/division/" + DrawnRegister.region(row.party()),
                        each -> new ArrayList<>())
                .add(row));
        assertParts(figure, "region", regions, as);
        var months = new LinkedHashMap<String, List<DrawnRegister.Row>>();
        rows.forEach(row -> months.computeIfAbsent(row.day().toString().substring(0, 7), each -> new ArrayList<>())
                .add(row));
        assertParts(figure, "month", months, as);
        var all = rows.stream().map(DrawnRegister.Row::record).distinct().count();
        var groups = new LinkedHashMap<String, LinkedHashSet<String>>();
        rows.stream().filter(row -> !row.group().isEmpty()).forEach(row -> groups.computeIfAbsent(
                        row.group(), each -> new LinkedHashSet<>())
                .add(row.record()));
        assertThat(figure.parts().stream().filter(part -> part.dimension().equals("group")))
                .as(as)
                .hasSize(groups.size())
                .allSatisfy(part -> {
                    assertThat(part.cell().numerator())
                            .isEqualTo(groups.getOrDefault(part.key(), new LinkedHashSet<>())
                                    .size());
                    assertThat(part.cell().denominator()).isEqualTo(all);
                });
    }

    private static void assertParts(
            Figure figure, String dimension, Map<String, List<DrawnRegister.Row>> expected, String as) {
        var parts = figure.parts().stream()
                .filter(part -> part.dimension().equals(dimension))
                .toList();
        assertThat(parts).as(as).extracting(Figure.Part::key).containsExactlyInAnyOrderElementsOf(expected.keySet());
        parts.forEach(part -> assertCell(
                figure.kind(),
                part.cell(),
                expected.getOrDefault(part.key(), List.of()),
                as + " " + dimension + " " + part.key()));
    }

    private static void assertCell(Figure.Kind kind, Figure.Cell cell, List<DrawnRegister.Row> rows, String as) {
        var denominator =
                rows.stream().map(DrawnRegister.Row::record).distinct().count();
        var numerator = count(rows, DrawnRegister.Row::counts);
        assertThat(cell.denominator()).as(as).isEqualTo(denominator);
        assertThat(cell.numerator()).as(as).isEqualTo(numerator);
        if (denominator == 0) {
            assertThat(cell.value()).as(as).isEmpty();
            return;
        }
        var values = new LinkedHashMap<String, Double>();
        rows.forEach(row -> values.put(row.record(), row.value()));
        var sorted = values.values().stream().sorted().toList();
        var expected =
                switch (kind) {
                    case RATE, MIX -> (double) numerator / denominator;
                    case SUM -> sorted.stream().mapToDouble(Double::doubleValue).sum();
                    case MEDIAN -> (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
                };
        assertThat(cell.value().orElseThrow()).as(as).isCloseTo(expected, within(1e-9));
    }

    private static long count(List<DrawnRegister.Row> rows, Predicate<DrawnRegister.Row> wanted) {
        return rows.stream()
                .filter(wanted)
                .map(DrawnRegister.Row::record)
                .distinct()
                .count();
    }

    @Test
    void theDrawnDaysHaveNoHolidayThatCountingByWeekendsWouldMiss() {
        // the calendar of 2026 has May 9 worked and June 19 off; all drawn days and limits lie between
        assertThat(DrawnRegister.FIRST).isAfter(LocalDate.parse("2026-05-09"));
        assertThat(DrawnRegister.UNTIL).isBefore(LocalDate.parse("2026-06-19"));
    }
}

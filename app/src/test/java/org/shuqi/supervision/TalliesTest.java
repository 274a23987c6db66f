package org.shuqi.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.problem.Refusal;

/** What is counted in the background against counting when asked. */
class TalliesTest {

    private static final long SEED = Long.getLong("shuqi.seed", 20261122L);
    private static final Duration LONG = Duration.ofMinutes(5);

    private static final Indicators.Question YEAR = new Indicators.Question(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(DrawnRegister.FROM.toString()),
            Optional.of(DrawnRegister.UNTIL.toString()),
            OptionalLong.empty());

    private static final Supervision.Question NOW =
            new Supervision.Question(List.of(), Optional.empty(), Optional.empty(), OptionalLong.empty());

    @TempDir
    Path data;

    @Test
    void whatIsRememberedIsWhatIsCountedWhenAsked() {
        System.out.println("shuqi.seed=" + SEED);
        try (var ground = new Ground(data);
                var tallies = ground.supervision.tallies()) {
            for (var round = 0; round < 3; round++) {
                ground.hold(new DrawnRegister(SEED + round).graph());
                var counted = tallies.figures(YEAR, Tallies.Wanted.NEWEST);
                var parts = counted.all(LONG);
                var plain = ground.supervision.indicators().report(YEAR);

                assertThat(Indicators.Report.of(parts.values(), counted.about()))
                        .isEqualTo(plain);
                for (var code : Indicators.CODES) {
                    assertThat(tallies.figure(code, YEAR, Tallies.Wanted.NEWEST)
                                    .one(code, LONG)
                                    .rows())
                            .as(code)
                            .isEqualTo(ground.supervision
                                    .indicators()
                                    .records(code, YEAR)
                                    .rows());
                }
                assertThat(tallies.violations(NOW, Tallies.Wanted.NEWEST).all(LONG).values().stream()
                                .flatMap(List::stream)
                                .toList())
                        .isEqualTo(ground.violations());
            }
        }
    }

    @Test
    void nothingIsCountedTwiceUntilTheNextChange() {
        try (var ground = new Ground(data);
                var tallies = ground.supervision.tallies()) {
            ground.hold(new DrawnRegister(SEED).graph());
            var first = tallies.figures(YEAR, Tallies.Wanted.NEWEST);
            first.all(LONG);

            assertThat(tallies.figures(YEAR, Tallies.Wanted.NEWEST)).isSameAs(first);
            assertThat(tallies.figures(YEAR, Tallies.Wanted.SOON)).isSameAs(first);
            assertThat(tallies.figure("refusal-rate", YEAR, Tallies.Wanted.NEWEST))
                    .as("one of them")
                    .isSameAs(first);
            var about = first.about();
            var words = new Indicators.Question(
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(about.from().toString()),
                    Optional.of(about.until().toString()),
                    OptionalLong.of(about.revision()));
            assertThat(tallies.figure("refusal-rate", words, Tallies.Wanted.NEWEST))
                    .as("by the period and revision that it names")
                    .isSameAs(first);

            ground.hold(new DrawnRegister(SEED + 1).graph());
            assertThat(tallies.figures(YEAR, Tallies.Wanted.NEWEST)).isNotSameAs(first);
        }
    }

    @Test
    void eachReaderHasTheirOwnAndThoseWhoSeeEverythingShare() {
        var operator = Caller.operator();
        var auditor = new Caller("auditor", Set.of(Role.AUDITOR));
        var some = new Caller("some", Set.of(Role.CATALOGUER));
        var other = new Caller("other", Set.of(Role.CATALOGUER));
        var raised = new Caller("some", Set.of(Role.READER));
        try (var ground = new Ground(data);
                var tallies = ground.supervision.tallies()) {
            var seen = new ArrayList<Tally<?>>();
            for (var caller : List.of(operator, auditor, some, other, raised)) {
                Acting.as(caller, () -> seen.add(tallies.violations(NOW, Tallies.Wanted.NEWEST)));
            }

            assertThat(seen.get(1)).isSameAs(seen.get(0));
            assertThat(Set.copyOf(seen)).hasSize(4);
        }
    }

    @Test
    void aQuestionThatMakesNoSenseIsRefusedAtOnce() {
        var backwards = new Indicators.Question(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("2026-02-01"),
                Optional.of("2026-01-01"),
                OptionalLong.empty());
        try (var ground = new Ground(data);
                var tallies = ground.supervision.tallies()) {
            assertThatThrownBy(() -> tallies.figures(backwards, Tallies.Wanted.SOON))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> tallies.figure("no-such", YEAR, Tallies.Wanted.SOON))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void whatGoesWrongIsToldToWhoWaitsAndTriedAgain() {
        var ahead = new Supervision.Question(List.of(), Optional.empty(), Optional.empty(), OptionalLong.of(1_000_000));
        try (var ground = new Ground(data);
                var tallies = ground.supervision.tallies()) {
            var first = tallies.violations(ahead, Tallies.Wanted.NEWEST);

            assertThatThrownBy(() -> first.all(LONG)).isInstanceOf(Refusal.class);
            assertThat(tallies.violations(ahead, Tallies.Wanted.NEWEST)).isNotSameAs(first);
        }
    }

    @Test
    void whatIsNotThereYetSaysHowFarItHasCome() {
        var tally = new Tally<String>(2, 1);
        tally.add("one", "1");

        assertThat(tally.one("one", Duration.ZERO)).isEqualTo("1");
        assertThat(tally.await(Duration.ZERO)).isFalse();
        assertThatThrownBy(() -> tally.all(Duration.ZERO)).isInstanceOfSatisfying(Refusal.class, refused -> assertThat(
                        refused.problem().detail().en())
                .contains("1 of 2"));
    }
}

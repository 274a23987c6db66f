package org.shuqi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.decision.Outcome;

/** Every kind of finding: a small register with it, and a twin without. */
class CasesTest {

    @TempDir
    static Path data;

    private static Trial trial;

    @BeforeAll
    static void open() {
        trial = new Trial(data);
    }

    @AfterAll
    static void close() {
        trial.close();
    }

    static Stream<FindingKind> kinds() {
        return Arrays.stream(FindingKind.values());
    }

    @Test
    void whatTheCasesStandOnIsSound() {
        trial.hold(Trial.cases("common.ttl"));

        assertThat(trial.findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theFaultIsFoundAndNothingElse(FindingKind kind) {
        trial.hold(Trial.cases("common.ttl", kind.code() + "/fault.ttl"));

        var found = trial.findings();

        var beside = kind == FindingKind.STORAGE_DIFFERS ? Set.of("redundant", kind.code()) : Set.of(kind.code());
        assertThat(Trial.codes(found)).as(found.toString()).isEqualTo(beside);
        assertThat(found).filteredOn(finding -> finding.kind() == kind).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void theSoundTwinIsLeftAlone(FindingKind kind) {
        trial.hold(Trial.cases("common.ttl", kind.code() + "/sound.ttl"));

        assertThat(trial.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theWitnessAskedAgainSaysTheSame(FindingKind kind) {
        trial.hold(Trial.cases("common.ttl", kind.code() + "/fault.ttl"));

        for (var finding : trial.findings(kind)) {
            var witness = finding.witness();
            if (witness.outcome().isEmpty()) {
                assertThat(finding.kind()).isEqualTo(FindingKind.UNKNOWN_RECORD);
                continue;
            }
            var answer = trial.decisions.answer(witness.question());
            assertThat(answer.outcome()).isEqualTo(witness.outcome().get());
            assertThat(answer.stage()).isEqualTo(witness.stage().get());
            var group = finding.kind().group();
            var granted = group == FindingKind.Group.OVERLAPS
                    || group == FindingKind.Group.ONWARD
                    || Set.of(
                                    FindingKind.FORBIDDEN_BY_AGREEMENT,
                                    FindingKind.STORAGE_DIFFERS,
                                    FindingKind.BASIS_NOT_IN_FORCE)
                            .contains(finding.kind());
            assertThat(answer.outcome() == Outcome.PERMIT).isEqualTo(granted);
        }
    }
}

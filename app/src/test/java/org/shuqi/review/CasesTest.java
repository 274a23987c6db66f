package org.shuqi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuqi.decision.Outcome;

/** Every kind of finding: a small register with it, and a twin without. */
class CasesTest {

    @TempDir
    static Path data;

    private static Trial trial;

    @BeforeAll
    static void open() {
        trial = Trial.released(data);
    }

    @AfterAll
    static void close() {
        trial.close();
    }

    @Test
    void whatTheCasesStandOnIsSound() {
        trial.hold(Trial.cases("common.ttl"));

        assertThat(trial.findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theFaultIsFoundNothingElseIsAndTheWitnessShowsIt(FindingKind kind) {
        trial.hold(Trial.cases("common.ttl", kind.code() + "/fault.ttl"));

        var found = trial.findings();

        var beside = kind == FindingKind.STORAGE_DIFFERS ? Set.of("redundant", kind.code()) : Set.of(kind.code());
        assertThat(Trial.codes(found)).as(found.toString()).isEqualTo(beside);
        assertThat(found).filteredOn(finding -> finding.kind() == kind).hasSize(1);
        assertThat(found).allSatisfy(CasesTest::assertWitness);
    }

    @ParameterizedTest
    @EnumSource
    void theSoundTwinIsLeftAlone(FindingKind kind) {
        trial.hold(Trial.cases("common.ttl", kind.code() + "/sound.ttl"));

        assertThat(trial.findings()).isEmpty();
    }

    private static void assertWitness(Finding finding) {
        var witness = finding.witness();
        if (witness.outcome().isEmpty()) {
            assertThat(finding.kind()).isEqualTo(FindingKind.UNKNOWN_RECORD);
            return;
        }
        var answer = trial.decisions.answer(witness.question());
        assertThat(answer.outcome()).isEqualTo(witness.outcome().get());
        assertThat(answer.stage()).isEqualTo(witness.stage().orElseThrow());
        assertThat(answer.outcome() == Outcome.PERMIT).isEqualTo(isGranted(finding.kind()));
    }

    /** Whether the kind is about something that may be had, and not about something that may not. */
    private static boolean isGranted(FindingKind kind) {
        return kind.group() == FindingKind.Group.OVERLAPS
                || kind.group() == FindingKind.Group.ONWARD
                || Set.of(
                                FindingKind.FORBIDDEN_BY_AGREEMENT,
                                FindingKind.STORAGE_DIFFERS,
                                FindingKind.BASIS_NOT_IN_FORCE)
                        .contains(kind);
    }
}

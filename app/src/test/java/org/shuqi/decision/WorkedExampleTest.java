package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.WorkedExample;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;

/** The engine gives the 47 answers of the worked example. */
class WorkedExampleTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Index INDEX = new IndexDerivation(ZONE).build(ShippedRelease.into(WorkedExample.dataset()), 1);

    static Stream<WorkedExample.Line> lines() {
        return WorkedExample.lines();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theEngineAnswers(WorkedExample.Line line) {
        var answer = Engine.answer(INDEX, line.form(), WorkedExample.BASE, ZONE, Optional.empty(), Clock.systemUTC());

        assertThat(answer.outcome().code() + " " + answer.stage())
                .as(answer.toString())
                .isEqualTo(line.outcome() + " " + line.stage());
    }
}

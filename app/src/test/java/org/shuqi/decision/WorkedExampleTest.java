package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.Release;
import org.shuqi.WorkedExample;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;

/** The engine gives the 47 answers of the worked example. */
class WorkedExampleTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Index INDEX = new IndexDerivation(ZONE).build(Release.into(WorkedExample.dataset()), 1);

    static Stream<WorkedExample.Line> lines() {
        return WorkedExample.lines();
    }

    @Test
    void theReferenceAnswers() {
        var lines = WorkedExample.questions();
        var lookup = new Lookup(INDEX, WorkedExample.BASE, ZONE);
        var questions = lines.stream()
                .map(line -> Asked.of(INDEX, lookup.question(line.form(), Instant.now())))
                .toList();
        var graph = GraphFactory.createDefaultGraph();
        Release.into(WorkedExample.dataset()).find().forEachRemaining(quad -> graph.add(quad.asTriple()));

        var said = new ReferenceDecisions(graph, "+08:00", WorkedExample.BASE + "profile/national").answers(questions);

        for (var each = 0; each < lines.size(); each++) {
            assertThat(worst(said.get(each).items()))
                    .as(lines.get(each).toString())
                    .isEqualTo(lines.get(each).outcome() + " " + lines.get(each).stage());
        }
    }

    /** The least favourable; among equals the earlier stage. Written apart from the engine on purpose. */
    private static String worst(List<String> items) {
        var order = List.of("unknown", "out-of-scope", "deny", "negotiate", "apply", "permit");
        return items.stream()
                .min(Comparator.<String>comparingInt(item -> order.indexOf(item.split(" ")[0]))
                        .thenComparingInt(item -> Integer.parseInt(item.split(" S")[1])))
                .orElseThrow();
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

package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.shuqi.Release;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.generate.Generator;

/** Questions made for a generated registry meet with every kind of answer, so that a load run measures all of them. */
class GeneratedQuestionsTest {

    private static final String BASE = "http://localhost:8080/id/";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ASKED = 2_000;

    @Test
    void everyOutcomeIsWellRepresented() {
        var generator = Generator.of(1_500, 5, BASE);
        var out = new ByteArrayOutputStream();
        generator.write(out);
        var registry = Release.into(DatasetGraphFactory.create());
        RDFDataMgr.read(registry, new ByteArrayInputStream(out.toByteArray()), Lang.NQUADS);
        var index = new IndexDerivation(ZONE).build(registry, 1);

        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        var questions = generator.questions(3);
        for (int asked = 0; asked < ASKED; asked++) {
            var answer = Engine.answer(index, questions.next(), BASE, ZONE, Optional.empty(), Clock.systemUTC());
            counts.merge(answer.outcome(), 1, Integer::sum);
        }

        assertThat(counts.get(Outcome.PERMIT)).isGreaterThan(ASKED / 4);
        assertThat(counts.get(Outcome.APPLY)).isGreaterThan(ASKED / 5);
        assertThat(counts.get(Outcome.NEGOTIATE)).isGreaterThan(ASKED / 10);
        assertThat(counts.get(Outcome.DENY)).isGreaterThan(ASKED / 20);
        assertThat(counts).containsKeys(Outcome.OUT_OF_SCOPE, Outcome.UNKNOWN);
    }
}

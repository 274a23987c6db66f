package org.shuqi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.decision.Engine;
import org.shuqi.decision.Outcome;
import org.shuqi.generate.Generator;
import org.shuqi.graph.Stores;

/** The plain query that the engine is measured against means the same on an invented registry. */
class PlainSparqlTest {

    private static final String BASE = "http://localhost:8080/id/";
    private static final Instant AT = Instant.parse("2026-06-01T04:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void thePlainQueryPermitsWhatTheEnginePermits() {
        var generator = Generator.of(300, 7, BASE);
        GeneratedData.into(folder, generator);
        var plain = PlainSparql.asTheLaw(AT);
        try (var store = Stores.open(folder);
                var snapshot = store.read()) {
            var decisions = Engine.over(store, BASE, ZoneId.of("Asia/Shanghai"), Optional.empty(), Clock.systemUTC());
            var permits = 0;
            for (var asked : Asked.about(generator, 400)) {
                var outcome = decisions
                        .outcome(snapshot, asked.dataset(), asked.recipient(), asked.purpose(), AT)
                        .orElseThrow();

                assertThat(plain.permits(snapshot.union(), asked))
                        .as(asked + " is " + outcome)
                        .isEqualTo(outcome == Outcome.PERMIT);
                permits += outcome == Outcome.PERMIT ? 1 : 0;
            }
            assertThat(permits).isBetween(40, 360);
        }
    }
}

package org.shuqi.sparql;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.jena.sparql.algebra.Algebra;
import org.shuqi.fuzz.Fuzzed;

/** The text of queries, up to their algebra. */
public final class QueriesFuzz {

    private static final Limits LIMITS = new Limits(
            65_536,
            100,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            1_000,
            1 << 20,
            1_000,
            10_000,
            100_000,
            1_000,
            1_000_000,
            1,
            Duration.ofSeconds(1));

    private QueriesFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.mayRefuse(() -> Algebra.compile(QueryText.read(new String(data, StandardCharsets.UTF_8), LIMITS)));
    }
}

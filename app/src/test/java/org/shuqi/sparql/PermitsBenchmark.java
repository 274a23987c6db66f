package org.shuqi.sparql;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the decision engine costs in a query, beside a plain pattern; prints a table. */
@Tag("slow")
class PermitsBenchmark {

    private static final int WARM = 500;
    private static final int RUNS = 1_000;

    @TempDir
    Path data;

    @Test
    void measure() {
        try (var endpoint = Endpoint.open(data)) {
            System.out.println("| query | median ms | p95 ms |\n|---|---|---|");
            time(endpoint, "nothing: `ASK {}`", "ASK {}");
            time(
                    endpoint,
                    "plain pattern: an agreement names the recipient and the dataset",
                    "ASK { ?a odrl:permission ?p . ?p odrl:assignee organization:party-committee ; "
                            + "odrl:target dataset:root-database }");
            time(
                    endpoint,
                    "`sq:permits`, all bound",
                    "ASK { (dataset:root-database organization:party-committee purpose:social-governance) "
                            + "sq:permits outcome:permit }");
            time(
                    endpoint,
                    "`sq:decide`, all bound",
                    "ASK { FILTER(sq:decide(dataset:root-database, organization:party-committee, "
                            + "purpose:social-governance)) }");
            time(endpoint, "`sq:permits`, recipient bound", "SELECT * { (?d organization:tax ?u) sq:permits ?o }");
            time(
                    endpoint,
                    "`sq:permits`, joined with every dataset",
                    "SELECT * { ?d a dcat:Dataset . (?d organization:tax purpose:statistics) sq:permits ?o }");
        }
    }

    private static void time(Endpoint endpoint, String what, String query) {
        var nanos = new long[RUNS];
        for (var i = -WARM; i < RUNS; i++) {
            var start = System.nanoTime();
            var response = endpoint.post(Endpoint.PREFIXES + query);
            if (response.statusCode() != 200) {
                throw new AssertionError(response.body());
            }
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT, "| %s | %.1f | %.1f |%n", what, nanos[RUNS / 2] / 1e6, nanos[RUNS * 95 / 100] / 1e6);
    }
}

package org.shuqi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.shuqi.Release;
import org.shuqi.generate.Generator;

/** The policies that the general engines are given say about the same as the law, and every engine reads them alike. */
class PoliciesTest {

    private static final Instant AT = Instant.parse("2026-06-01T04:00:00Z");

    @Test
    void everyEngineReadsThePoliciesAlikeAndTheyAreNearTheLaw() {
        var generator = Generator.of(300, 7, "http://localhost:8080/id/");
        var records = Release.into(DatasetGraphFactory.create());
        generator.write(StreamRDFLib.dataset(records));
        var union = GraphFactory.createDefaultGraph();
        records.find().forEachRemaining(quad -> union.add(quad.asTriple()));
        var compiled = new Compiled(union, AT);
        var policies = compiled.policies();
        var casbin = new Casbin(policies);
        var cedar = new Cedar(policies);
        var plain = PlainSparql.asTheLaw(AT);

        var permits = 0;
        var near = 0;
        var questions = Asked.about(generator, 400);
        for (var asked : questions) {
            var request = compiled.requested(asked);
            var said = permits(policies, request);
            assertThat(casbin.permits(request)).as("jCasbin: " + request).isEqualTo(said);
            assertThat(cedar.permits(request)).as("Cedar: " + request).isEqualTo(said);
            permits += said ? 1 : 0;
            near += said == plain.permits(union, asked) ? 1 : 0;
        }

        assertThat(permits).isGreaterThan(questions.size() / 20);
        assertThat(near).as("as the law says").isGreaterThan(questions.size() * 95 / 100);
    }

    static boolean permits(java.util.List<Policy> policies, Requested request) {
        var applying =
                policies.stream().filter(policy -> policy.appliesTo(request)).toList();
        return applying.stream().anyMatch(Policy::permits) && applying.stream().allMatch(Policy::permits);
    }
}

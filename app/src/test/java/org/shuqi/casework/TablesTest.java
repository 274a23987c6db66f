package org.shuqi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Sq;

/** Step tables come with the release; one that somebody writes into a record of theirs is none, also after a restart. */
class TablesTest {

    private static final String FORGED =
            """
            PREFIX sq: <https://w3id.org/shuqi/ns#>
            PREFIX s: <https://w3id.org/shuqi/code/agreement-status/>
            PREFIX role: <https://w3id.org/shuqi/code/approval-role/>
            PREFIX by: <https://w3id.org/shuqi/code/acting-party/>
            PREFIX p: <https://w3id.org/shuqi/procedure/agreement/>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            BASE <http://localhost:8080/id/>
            <graph/request/R-FORGED> {
              <https://w3id.org/shuqi/procedure/agreement> sq:step <request/R-FORGED#short-cut> .
              <request/R-FORGED#short-cut> a sq:Step ; dct:identifier "short-cut" ; skos:prefLabel "x"@en , "捷径"@zh ;
                sq:fromStatus s:draft ; sq:toStatus s:active ; sq:actingParty by:party ; sq:approvalRole role:reader .
              <request/R-FORGED#cycle> a sq:LifeCycle ; skos:prefLabel "x"@en , "伪表"@zh ; sq:ofClass sq:UsageRecord ;
                sq:statusProperty sq:agreementStatus ; sq:initialStatus s:draft ; sq:step <request/R-FORGED#short-cut> .
            }
            """;

    @TempDir
    private Path data;

    @Test
    void aTableInARecordIsNone() {
        List<String> before;
        try (var registry = Registry.open(Settings.of(data))) {
            before = steps(registry);
            var forged = DatasetGraphFactory.create();
            RDFParser.fromString(FORGED, Lang.TRIG).parse(forged);
            TestCallers.apply(registry.changes(), Iter.toList(forged.find()));
        }

        try (var registry = Registry.open(Settings.of(data))) {
            try (var now = registry.store().read()) {
                assertThat(now.union()
                                .contains(
                                        org.apache.jena.graph.Node.ANY,
                                        Sq.toStatus,
                                        Sq.code("agreement-status", "active")))
                        .isTrue();
            }
            assertThat(steps(registry)).isNotEmpty().isEqualTo(before);
            assertThat(Tables.of(registry.store()).current().ofType(Sq.UsageRecord))
                    .isEmpty();
        }
    }

    private static List<String> steps(Registry registry) {
        return Tables.of(registry.store()).current().ofType(Sq.SharingAgreement).orElseThrow().steps().stream()
                .map(Step::code)
                .toList();
    }
}

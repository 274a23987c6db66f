package org.shuqi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings by way of every kind of scope, and what is not said twice. */
class ScopesTest {

    private static final String PREFIXES =
            """
            @prefix : <http://localhost:8080/id/> .
            @prefix sq: <https://w3id.org/shuqi/ns#> .
            @prefix kind: <https://w3id.org/shuqi/code/organ-type/> .
            @prefix asset: <https://w3id.org/shuqi/code/asset-class/> .
            @prefix attr: <https://w3id.org/shuqi/code/sharing-attribute/> .
            @prefix level: <https://w3id.org/shuqi/code/level/> .
            @prefix method: <https://w3id.org/shuqi/code/sharing-method/> .
            @prefix purpose: <https://w3id.org/shuqi/code/purpose/> .
            @prefix category: <https://w3id.org/shuqi/code/personal-data-category/> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix odrl: <http://www.w3.org/ns/odrl/2/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    private static final String AGREEMENT =
            """
            :%1$s a sq:SharingAgreement ; dct:identifier "%1$s" ; sq:activatedAt "2026-01-01T00:00:00+08:00"^^xsd:dateTime ;
                sq:validFrom "2026-01-01"^^xsd:date ; sq:validUntil "2027-01-01"^^xsd:date ; odrl:permission :%1$s-rule .
            :%1$s-rule odrl:assigner :police ; odrl:assignee %2$s ; odrl:action sq:receive ; odrl:target %3$s .
            """;

    private static final String SECOND =
            """
            :second a dcat:Dataset ; dct:publisher :police ; dct:issued "2025-09-01"^^xsd:date ; dcat:theme :narrow ;
                sq:sharingAttribute attr:conditional ; sq:sharingMethod method:query ; sq:dataItem :second-item .
            :second-item a sq:DataItem ; sq:securityLevel level:general-2 ; sq:personalData true ; sq:personalDataCategory :small .
            :narrow a skos:Concept ; skos:broader :wide .
            :small a skos:Concept ; skos:broader :large .
            :listed a dcat:Catalog ; dcat:dataset :second .
            :umbrella a dcat:Catalog ; dcat:catalog :listed .
            """;

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

    private static void hold(String turtle) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        var quads = new HashSet<>(Trial.cases("common.ttl"));
        quads.addAll(Trial.quads(graph));
        trial.hold(quads);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sq:assetScope :second",
                "sq:assetScope :second-item",
                "sq:assetScope :narrow",
                "sq:assetScope :wide",
                "sq:assetScope :listed",
                "sq:assetScope :umbrella",
                "sq:assetScope level:general-2",
                "sq:assetScope :small",
                "sq:assetScope :large",
                "sq:assetScope asset:personal-data",
                "sq:recipientScope :housing",
                "sq:recipientScope kind:government-department ; sq:exceptRecipient :tax"
            })
    void aProhibitionIsFoundByWhateverItSpeaksOf(String scope) {
        for (var target : new String[] {":second", ":second-item"}) {
            hold(SECOND + AGREEMENT.formatted("a", ":housing", target)
                    + ":norm a sq:Prohibition ; sq:legalBasis :act ; sq:validFrom \"2020-01-01\"^^xsd:date ; " + scope
                    + " .");

            assertThat(Trial.codes(trial.findings())).as(target).containsExactly("prohibited");
        }
    }

    @Test
    void aConsentClosesARoundToo() {
        var permissions = AGREEMENT.formatted("a", ":housing", ":register-name")
                + AGREEMENT.formatted("b", ":tax", ":register-name");
        var consents =
                """
                :a-rule sq:onwardRecipient :tax .
                :consent a sq:OnwardConsent ; sq:recipientScope :tax ; sq:thirdParty :housing ; sq:assetScope :register ;
                    sq:validFrom "2026-01-01"^^xsd:date .
                """;
        hold(permissions + consents);

        var found = trial.findings(FindingKind.ONWARD_CYCLE);

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.organizations())
                    .containsExactly("http://localhost:8080/id/housing", "http://localhost:8080/id/tax");
            assertThat(finding.records())
                    .containsExactly(
                            "http://localhost:8080/id/register",
                            "http://localhost:8080/id/a",
                            "http://localhost:8080/id/consent");
            assertThat(finding.text().en())
                    .isEqualTo("“Register” may be passed on in a round: Housing Fund → Tax Bureau → Housing Fund");
        });
    }

    @Test
    void aPartyThatNobodyBelongsToIsNotUnknown() {
        hold(AGREEMENT.formatted("a", ":empty", ":register-name") + ":empty a odrl:PartyCollection .");

        assertThat(trial.findings()).isEmpty();
    }

    @Test
    void aCollectionIsOfUseIfOneMemberIs() {
        hold(AGREEMENT.formatted("a", ":some", ":register-name")
                + ":some a odrl:PartyCollection . :platform odrl:partOf :some . :tax odrl:partOf :some .");

        assertThat(trial.findings()).isEmpty();
    }

    @Test
    void eachOfManyOverlappingAgreementsIsToldOnce() {
        var many = new StringBuilder();
        for (var at = 0; at < 8; at++) {
            many.append(AGREEMENT.formatted("a" + at, ":housing", ":register-name"));
        }
        hold(many.toString());

        assertThat(trial.findings()).hasSize(7).allSatisfy(finding -> assertThat(finding.kind())
                .isEqualTo(FindingKind.REDUNDANT));
    }

    @Test
    void onlySomeItemsAreSpokenOfIfOnlySomeAreConcerned() {
        hold(
                AGREEMENT.formatted("a", ":housing", ":register")
                        + ":norm a sq:Prohibition ; sq:legalBasis :act ; sq:validFrom \"2020-01-01\"^^xsd:date ; sq:assetScope :register-name .");

        assertThat(trial.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.PROHIBITED);
            assertThat(finding.witness().question().items()).containsExactly("http://localhost:8080/id/register-name");
            assertThat(finding.text().en()).contains("1 item of “Register”");
        });
    }

    @Test
    void anOffsetDoesNotHideAnAgreementThatIsStillInForce() {
        hold(AGREEMENT
                .formatted("a", ":platform", ":register-name")
                .replace("\"2027-01-01\"^^xsd:date", "\"2026-05-31T20:00:00-10:00\"^^xsd:dateTime")
                .replace(
                        "sq:SharingAgreement",
                        "sq:SharingRequest ; sq:consented true ; sq:repliedAt \"2026-01-01T00:00:00Z\"^^xsd:dateTime"));

        assertThat(Trial.codes(trial.findings())).containsExactly("party-not-supported");
    }
}

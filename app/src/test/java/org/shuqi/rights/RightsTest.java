package org.shuqi.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;

/** Who reads which graphs. */
class RightsTest {

    private static final Set<String> PUBLIC = Set.of("organization/all", "catalog/tax");

    @TempDir
    static Path folder;

    private static Bureau bureau;

    @BeforeAll
    static void open() {
        bureau = new Bureau(folder);
    }

    @AfterAll
    static void close() {
        bureau.close();
    }

    @Test
    void nobodySeesNothingAtAll() {
        try (var now = bureau.rights.sighted().read()) {
            assertThat(now.dataset().isEmpty()).isTrue();
            assertThat(now.union().isEmpty()).isTrue();
        }
    }

    @Test
    void theOperatorAndWhoAuditsEverythingSeeEveryGraph() {
        assertThat(bureau.seenBy(Caller.operator()))
                .contains("odd/1", "untyped/1", "agreement/1")
                .isEqualTo(Bureau.seen(bureau.store));
        assertThat(bureau.seenBy(Bureau.everywhere(Role.AUDITOR))).isEqualTo(Bureau.seen(bureau.store));
    }

    @Test
    void whoIsOnlySignedInSeesWhatIsForEverybody() {
        assertThat(bureau.seenBy(Bureau.caller(List.of()))).isEqualTo(PUBLIC);
    }

    @Test
    void theReleaseIsSeenByWhoIsSignedIn() {
        Bureau.as(Bureau.caller(List.of()), () -> {
            try (var now = bureau.rights.sighted().read()) {
                now.dataset().listGraphNodes().forEachRemaining(graph -> {});
                return assertThat(now.dataset()
                                .containsGraph(org.apache.jena.graph.NodeFactory.createURI(
                                        "https://w3id.org/shuqi/graph/ontology")))
                        .isTrue();
            }
        });
    }

    @Test
    void thePeopleOfAPartySeeItsAgreements() {
        assertThat(bureau.seenBy(Bureau.in("tax", Role.CATALOGUER))).contains("agreement/1", "usage/1");
        assertThat(bureau.seenBy(Bureau.in("police", Role.SYSTEM_CLIENT))).contains("agreement/1", "usage/1");
        assertThat(bureau.seenBy(Bureau.in("health", Role.DEPARTMENT_HEAD))).doesNotContain("agreement/1", "usage/1");
    }

    @Test
    void whoIsAbovePartiesSeesWhatIsTheirsAndWhoIsBelowDoesNot() {
        assertThat(bureau.seenBy(Bureau.in("city", Role.READER))).contains("agreement/1");
        assertThat(bureau.seenBy(Bureau.in("station", Role.READER))).doesNotContain("agreement/1");
    }

    @Test
    void areasAreReachedByTheDivisionOfTheNearestSuperior() {
        assertThat(bureau.seenBy(Bureau.over("150600", Role.AUTHORITY_REVIEWER)))
                .contains("agreement/1");
        assertThat(bureau.seenBy(Bureau.over("150000", Role.AUDITOR))).contains("agreement/1");
        assertThat(bureau.seenBy(Bureau.over("110000", Role.AUDITOR))).doesNotContain("agreement/1");
    }

    @Test
    void rolesThatDecideNothingOfSubstanceReadNoAgreements() {
        for (var role : List.of(Role.STANDARDS_EDITOR, Role.PLATFORM_OPERATOR, Role.SECURITY_OFFICER)) {
            assertThat(bureau.seenBy(Bureau.everywhere(role)))
                    .as(role.code())
                    .containsAll(PUBLIC)
                    .doesNotContain("agreement/1", "usage/1", "catalog/health", "receipt/r1");
        }
    }

    @Test
    void anAccountSeesWhatIsItsOwnAndASecurityOfficerWhatIsWithinReach() {
        var li = new Caller(Bureau.BASE + "account/li", Set.of());
        var wu = new Caller(Bureau.BASE + "account/wu", Set.of());

        assertThat(bureau.seenBy(li))
                .contains("account/li", "key/k1", "appointment/a1", "receipt/r1")
                .doesNotContain("appointment/a2");
        assertThat(bureau.seenBy(wu))
                .contains("appointment/a2")
                .doesNotContain("account/li", "key/k1", "appointment/a1", "receipt/r1");
        assertThat(bureau.seenBy(Bureau.in("tax", Role.SECURITY_OFFICER)))
                .contains("account/li", "key/k1", "appointment/a1")
                .doesNotContain("appointment/a2", "receipt/r1");
        assertThat(bureau.seenBy(Bureau.in("health", Role.SECURITY_OFFICER)))
                .contains("account/li")
                .doesNotContain("appointment/a1");
        assertThat(bureau.seenBy(Bureau.over("150000", Role.SECURITY_OFFICER)))
                .contains("appointment/a1", "appointment/a2");
        assertThat(bureau.seenBy(Bureau.in("tax", Role.CATALOGUER)))
                .doesNotContain("account/li", "key/k1", "appointment/a1");
    }

    @Test
    void importantDataAreSeenByTheirPublisherAndTheCleared() {
        assertThat(bureau.seenBy(Bureau.in("health", Role.CATALOGUER))).contains("catalog/health");
        assertThat(bureau.seenBy(Bureau.in("police", Role.READER))).contains("catalog/health");
        assertThat(bureau.seenBy(Bureau.in("tax", Role.READER))).doesNotContain("catalog/health");
        assertThat(bureau.seenBy(Bureau.over("150600", Role.AUTHORITY_REVIEWER)))
                .contains("catalog/health");
    }

    @Test
    void aGraphIsSeenOnlyByWhoMayReadEveryRecordInIt() {
        assertThat(bureau.seenBy(Bureau.in("police", Role.READER))).doesNotContain("mixed/1");
        assertThat(bureau.seenBy(Bureau.in("tax", Role.READER))).contains("mixed/1");
    }

    @Test
    void whatNobodyKnowsIsSeenByNobodyElse() {
        assertThat(bureau.seenBy(Bureau.in("city", Role.values()[1], Role.AUDITOR)))
                .doesNotContain("odd/1", "untyped/1");
        assertThat(bureau.seenBy(Bureau.everywhere(Role.REGISTRAR))).doesNotContain("odd/1", "untyped/1");
    }
}

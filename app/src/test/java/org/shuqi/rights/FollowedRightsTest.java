package org.shuqi.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;

/** Rights follow the registry: what changes them takes effect with the commit, and not for those who read earlier ones. */
class FollowedRightsTest {

    private static final Caller POLICE = Bureau.in("police", Role.READER);
    private static final Caller HEALTH = Bureau.in("health", Role.READER);
    private static final Caller TAX = Bureau.in("tax", Role.READER);

    @TempDir
    private Path folder;

    private Bureau bureau;

    @BeforeEach
    void open() {
        bureau = new Bureau(folder);
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void aNewPartySeesTheAgreementAndAFormerOneNoLonger() {
        assertThat(bureau.seenBy(POLICE)).contains("agreement/1");
        assertThat(bureau.seenBy(HEALTH)).doesNotContain("agreement/1");

        bureau.remove("<graph/agreement/1> { <agreement/1#p> odrl:assignee <organization/police> . }");
        bureau.add("<graph/agreement/1> { <agreement/1#p> odrl:assignee <organization/health> . }");

        assertThat(bureau.seenBy(POLICE)).doesNotContain("agreement/1");
        assertThat(bureau.seenBy(HEALTH)).contains("agreement/1");
    }

    @Test
    void whatHangsOnAnAgreementGoesWithItsParties() {
        assertThat(bureau.seenBy(POLICE)).contains("usage/1");

        bureau.remove("<graph/agreement/1> { <agreement/1#p> odrl:assignee <organization/police> . }");

        assertThat(bureau.seenBy(POLICE)).doesNotContain("usage/1");
    }

    @Test
    void whatIsFiledBeforeItsAgreementIsSeenOnceThatIsThere() {
        bureau.add("<graph/usage/9> { <usage/9> a sq:UsageRecord ; sq:underGrant <agreement/9> . }");
        assertThat(bureau.seenBy(HEALTH)).doesNotContain("usage/9");

        bureau.add(
                """
                <graph/agreement/9> { <agreement/9> a sq:SharingAgreement ; odrl:permission <agreement/9#p> .
                  <agreement/9#p> a odrl:Permission ; odrl:assigner <organization/health> . }""");

        assertThat(bureau.seenBy(HEALTH)).contains("usage/9");
    }

    @Test
    void aRaisedLevelHidesTheCatalogueAtOnce() {
        assertThat(bureau.seenBy(HEALTH)).contains("catalog/tax");

        bureau.add("<graph/catalog/tax> { <dataset/payers/item/name> sq:securityLevel level:core . }");

        assertThat(bureau.seenBy(HEALTH)).doesNotContain("catalog/tax");
        assertThat(bureau.seenBy(TAX)).contains("catalog/tax");
    }

    @Test
    void aLoweredClearanceCloses() {
        assertThat(bureau.seenBy(POLICE)).contains("catalog/health");

        bureau.remove("<graph/organization/all> { <organization/police> sq:clearance level:core . }");

        assertThat(bureau.seenBy(POLICE)).doesNotContain("catalog/health");
    }

    @Test
    void anOrganisationThatMovesTakesItsRecordsAlong() {
        var elsewhere = Bureau.in("elsewhere", Role.AUDITOR);
        assertThat(bureau.seenBy(elsewhere)).doesNotContain("agreement/1");

        bureau.remove("<graph/organization/all> { <organization/tax> org:subOrganizationOf <organization/city> . }");
        bureau.add("<graph/organization/all> { <organization/tax> org:subOrganizationOf <organization/elsewhere> . }");

        assertThat(bureau.seenBy(elsewhere)).contains("agreement/1");
        assertThat(bureau.seenBy(Bureau.over("110000", Role.AUDITOR))).contains("agreement/1");
    }

    @Test
    void aRightThatSomebodyWritesForThemselvesIsNone() {
        bureau.add(
                """
                <graph/organization/all> { <right/mine> a sq:ReadingRight ; sq:ofClass sq:SharingAgreement ;
                  sq:readership <https://w3id.org/shuqi/code/readership/signed-in> . }""");

        assertThat(bureau.seenBy(HEALTH)).doesNotContain("agreement/1");
    }

    @Test
    void theDataOnWhoReadsWhatAreObeyedAsTheyChange() {
        bureau.remove(
                """
                GRAPH <https://w3id.org/shuqi/graph/rights> { <https://w3id.org/shuqi/right/reading/agreements>
                  sq:readership <https://w3id.org/shuqi/code/readership/parties> . }""");
        bureau.add(
                """
                GRAPH <https://w3id.org/shuqi/graph/rights> { <https://w3id.org/shuqi/right/reading/agreements>
                  sq:readership <https://w3id.org/shuqi/code/readership/signed-in> . }""");

        assertThat(bureau.seenBy(HEALTH)).contains("agreement/1");
    }

    @Test
    void ofAnEarlierRevisionIsSeenWhatCouldBeReadThenAndStillMay() {
        var first = bureau.store.revision();
        bureau.remove("<graph/agreement/1> { <agreement/1#p> odrl:assignee <organization/police> . }");
        bureau.add("<graph/agreement/1> { <agreement/1#p> odrl:assignee <organization/health> . }");

        assertThat(seesAgreementAt(first, TAX)).as("a party then and now").isTrue();
        assertThat(seesAgreementAt(first, POLICE)).as("a party then").isFalse();
        assertThat(seesAgreementAt(first, HEALTH)).as("a party now").isFalse();
        assertThat(seesAgreementAt(bureau.store.revision(), HEALTH)).isTrue();
        assertThat(seesAgreementAt(first, Caller.operator())).isTrue();
    }

    private boolean seesAgreementAt(long revision, Caller caller) {
        return Bureau.as(caller, () -> {
            try (var then = bureau.rights.sighted().readAt(revision)) {
                return then.dataset().containsGraph(NodeFactory.createURI(Bureau.BASE + "graph/agreement/1"));
            }
        });
    }
}

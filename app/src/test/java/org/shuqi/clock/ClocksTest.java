package org.shuqi.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which clocks a record has, whose they are, by which profile and calendar they run, and where they stand. */
class ClocksTest {

    private static final String REQUEST =
            """
            <request/1> a sq:SharingRequest ; odrl:permission <request/1#p> ;
                sq:receivedAt "2025-11-03T09:00:00+08:00"^^xsd:dateTime .
            <request/1#p> odrl:assigner <organization/police> ; odrl:assignee <organization/tax> ;
                odrl:target <dataset/closed> .
            """;

    private final Desk desk = new Desk();

    @Test
    void aClockRunsToTheEndOfItsLastDayAndIsOverdueAfterwards() {
        desk.write(REQUEST);

        assertThat(desk.of("request/1", "2025-11-03T08:59:59")).isEmpty();
        var running = desk.one("request/1", "conditional-reply", "2025-11-14T23:59:59");
        assertThat(running.state()).isEqualTo(State.RUNNING);
        assertThat(running.left()).hasValue(1);
        assertThat(running.dueAt()).contains(Desk.instant("2025-11-18T00:00:00"));
        assertThat(desk.one("request/1", "conditional-reply", "2025-11-17T23:59:59")
                        .left())
                .hasValue(0);
        var over = desk.one("request/1", "conditional-reply", "2025-11-18T00:00:00");
        assertThat(over.state()).isEqualTo(State.OVERDUE);
        assertThat(over.left()).hasValue(-1);
        assertThat(over.violation()).contains(org.shuqi.vocabulary.Sq.code("violation-code", "39-4"));
        assertThat(over.responsible()).containsExactly(Desk.iri("organization/police"));
    }

    @Test
    void aReplyStopsItInTimeOrLate() {
        desk.write(REQUEST).write("<request/1> sq:repliedAt \"2025-11-18T00:00:00+08:00\"^^xsd:dateTime .");

        assertThat(desk.one("request/1", "conditional-reply", "2025-11-17T12:00:00")
                        .state())
                .isEqualTo(State.RUNNING);
        assertThat(desk.one("request/1", "conditional-reply", "2026-11-17T12:00:00")
                        .state())
                .isEqualTo(State.MET_LATE);

        var early = new Desk()
                .write(REQUEST)
                .write("<request/1> sq:repliedAt \"2025-11-17T23:59:59+08:00\"^^xsd:dateTime .");
        var met = early.one("request/1", "conditional-reply", "2026-11-17T12:00:00");
        assertThat(met.state()).isEqualTo(State.MET);
        assertThat(met.left()).hasValue(0);
    }

    @Test
    void oneConditionalItemMakesTheWholeRequestConditional() {
        desk.write(
                """
                <request/2> a sq:SharingRequest ; odrl:permission <request/2#p> ;
                    sq:receivedAt "2025-11-03T09:00:00+08:00"^^xsd:dateTime .
                <request/2#p> odrl:assigner <organization/police> ;
                    odrl:target <dataset/open> , <dataset/closed/item/free> .
                <request/3> a sq:SharingRequest ; odrl:permission <request/2#p> , <request/3#p> ;
                    sq:receivedAt "2025-11-03T09:00:00+08:00"^^xsd:dateTime .
                <request/3#p> odrl:target <dataset/closed/item/name> .
                """);

        assertThat(codes("request/2")).containsExactly("unconditional-reply");
        assertThat(codes("request/3")).containsExactly("conditional-reply");
    }

    @Test
    void deliveryRunsFromAConsentOnly() {
        var replied = "<request/1> sq:repliedAt \"2025-11-10T09:00:00+08:00\"^^xsd:dateTime ; sq:consented %s .";

        assertThat(new Desk()
                        .write(REQUEST)
                        .write(replied.formatted("true"))
                        .one("request/1", "delivery", "2025-11-20T00:00:00")
                        .dueOn())
                .map(Object::toString)
                .contains("2025-12-08");
        desk.write(REQUEST).write(replied.formatted("false"));
        assertThat(codes("request/1")).containsExactly("conditional-reply");
    }

    @Test
    void aWithdrawnRequestHasNoClocks() {
        desk.write(REQUEST).write("<request/1> sq:requestStatus rstatus:withdrawn .");

        assertThat(codes("request/1")).isEmpty();
    }

    @Test
    void aNewChangeOfLawStartsTheUpdateAgainAndAnOldSubmissionDoesNotStopIt() {
        desk.write(
                """
                <dataset/9> a dcat:Dataset ; dct:publisher <organization/police> ;
                    sq:submittedAt "2025-09-01T09:00:00+08:00"^^xsd:dateTime ;
                    sq:changeOccurredAt "2025-11-03T09:00:00+08:00"^^xsd:dateTime .
                """);

        var update = desk.one("dataset/9", "catalogue-update", "2025-11-05T00:00:00");
        assertThat(update.state()).isEqualTo(State.RUNNING);
        assertThat(update.violation()).contains(org.shuqi.vocabulary.Sq.code("violation-code", "39-1"));
    }

    @Test
    void theAuthorityOfTheAreaAnswersForTheReviewAndAnApprovalOfItsEndsIt() {
        desk.write(
                """
                <dataset/9> a dcat:Dataset ; dct:publisher <organization/branch> ;
                    dct:issued "2024-01-01"^^xsd:date ; sq:approval <dataset/9#a> ;
                    sq:submittedAt "2025-11-03T09:00:00+08:00"^^xsd:dateTime .
                <dataset/9#a> sq:approvalRole role:authority-reviewer ;
                    sq:approvedAt "2025-11-05T10:00:00+08:00"^^xsd:dateTime .
                """);

        var review = desk.one("dataset/9", "catalogue-review", "2025-11-06T00:00:00");
        assertThat(review.responsible()).containsExactly(Desk.iri("organization/data"));
        assertThat(review.state()).isEqualTo(State.MET);
        assertThat(review.violation()).isEmpty();
    }

    @Test
    void aLocalProfileShortensAndCannotLengthen() {
        desk.write(REQUEST)
                .write(
                        """
                        <profile/north> a sq:JurisdictionProfile ; sq:jurisdiction div:150000 ;
                            sq:extendsProfile profile:national ; sq:deadline <profile/north#r> , <profile/north#d> .
                        <profile/north#r> sq:clock clock:conditional-reply ; sq:workingDays 5 .
                        <profile/north#d> sq:clock clock:delivery ; sq:workingDays 90 .
                        """);
        desk.write(
                """
                <request/1> sq:repliedAt "2025-11-10T09:00:00+08:00"^^xsd:dateTime ; sq:consented true .
                """);

        var reply = desk.one("request/1", "conditional-reply", "2025-12-01T00:00:00");
        assertThat(reply.basis().length()).hasValue(5);
        assertThat(reply.basis().profile()).contains(Desk.iri("profile/north"));
        var delivery = desk.one("request/1", "delivery", "2025-12-01T00:00:00");
        assertThat(delivery.basis().length()).hasValue(20);
        assertThat(delivery.basis().profile().orElseThrow().getURI()).endsWith("/profile/national");
        assertThat(delivery.basis().law().get(0).getURI()).endsWith("/law/order-809-22");
    }

    @Test
    void theNearestProfileHoldsAndElseTheConfiguredOne() {
        desk.write(REQUEST)
                .write(
                        """
                        <profile/north> a sq:JurisdictionProfile ; sq:jurisdiction div:150000 ; sq:deadline <profile/north#r> .
                        <profile/north#r> sq:clock clock:conditional-reply ; sq:workingDays 5 .
                        <profile/city> a sq:JurisdictionProfile ; sq:jurisdiction div:150600 ;
                            sq:extendsProfile profile:national ; sq:deadline <profile/city#r> .
                        <profile/city#r> sq:clock clock:conditional-reply ; sq:workingDays 7 .
                        <profile/other> a sq:JurisdictionProfile ; sq:deadline <profile/other#r> .
                        <profile/other#r> sq:clock clock:conditional-reply ; sq:workingDays 3 .
                        <request/7> a sq:SharingRequest ; odrl:permission <request/7#p> ;
                            sq:receivedAt "2025-11-03T09:00:00+08:00"^^xsd:dateTime .
                        <request/7#p> odrl:assigner <organization/nowhere> ; odrl:target <dataset/closed> .
                        """);

        var reading = desk.reading(Optional.of(Desk.BASE + "profile/other"));
        var at = Desk.instant("2025-11-10T00:00:00");
        assertThat(reading.of(Desk.iri("request/1"), at).get(0).basis().length())
                .hasValue(7);
        assertThat(reading.of(Desk.iri("request/7"), at).get(0).basis().length())
                .hasValue(3);
    }

    @Test
    void theShanghaiClockRunsInShanghaiOnlyAndOnlyForWhatIsNotCatalogued() {
        desk.write(
                """
                <list/1> a sq:DemandListEntry ; sq:listedBy <organization/sh-traffic> ; sq:validFrom "2026-01-05"^^xsd:date .
                <list/2> a sq:DemandListEntry ; sq:listedBy <organization/tax> ; sq:validFrom "2026-01-05"^^xsd:date .
                <list/3> a sq:DemandListEntry ; sq:listedBy <organization/sh-traffic> ; sq:validFrom "2026-01-05"^^xsd:date ;
                    sq:assetScope <dataset/open> .
                <list/4> a sq:DemandListEntry ; sq:listedBy <organization/sh-traffic> ; sq:validFrom "2026-01-05"^^xsd:date ;
                    sq:matchedBy <list/responsibility> .
                """);

        assertThat(codes("list/1")).containsExactly("uncatalogued-inclusion");
        assertThat(desk.one("list/1", "uncatalogued-inclusion", "2026-01-06T00:00:00")
                        .responsible())
                .containsExactly(Desk.iri("organization/sh-data"));
        assertThat(codes("list/2")).isEmpty();
        assertThat(codes("list/3")).isEmpty();
        assertThat(codes("list/4")).isEmpty();
    }

    @Test
    void anAreaMayHaveDaysOffOfItsOwnAndANewerCalendarTakesThePlaceOfAnOlder() {
        var festival =
                """
                <calendar/%1$s> a sq:WorkingCalendar ; sq:calendarYear 2025 ; sq:jurisdiction div:150000 ;
                    dct:issued "%2$s"^^xsd:date ; sq:holidaySpan <calendar/%1$s#s> .
                <calendar/%1$s#s> sq:firstDay "%3$s"^^xsd:date ; sq:lastDay "%3$s"^^xsd:date .
                """;
        desk.write(REQUEST);

        desk.write(festival.formatted("a", "2025-01-01", "2025-11-06"));
        assertThat(due("request/1")).isEqualTo("2025-11-18");

        desk.write(festival.formatted("b", "2025-02-01", "2025-12-06"));
        assertThat(due("request/1")).isEqualTo("2025-11-17");
    }

    @Test
    void inAYearWithoutACalendarOnlyWeekendsAreLeftOutAndTheAnswerSaysSo() {
        desk.write(REQUEST.replace("2025-11-03", "2031-09-29"));

        var limit = desk.one("request/1", "conditional-reply", "2031-10-01T00:00:00");
        assertThat(limit.dueOn().orElseThrow()).hasToString("2031-10-13");
        assertThat(limit.assumed()).isTrue();
    }

    @Test
    void usageRecordsAreKeptForThreeYearsAndThenTheClockIsSimplyOver() {
        desk.write(
                """
                <usage/1> a sq:UsageRecord ; sq:requester <organization/tax> ;
                    sq:recordedAt "2025-11-03T09:00:00+08:00"^^xsd:dateTime .
                """);

        var kept = desk.one("usage/1", "retention", "2028-11-03T12:00:00");
        assertThat(kept.state()).isEqualTo(State.RUNNING);
        assertThat(kept.dueOn().orElseThrow()).hasToString("2028-11-03");
        assertThat(kept.basis().unit()).isEqualTo(TimeLimit.Unit.YEARS);
        assertThat(desk.one("usage/1", "retention", "2028-11-04T00:00:00").state())
                .isEqualTo(State.MET);
    }

    @Test
    void datesThatARecordNamesItselfAreDueThatDay() {
        desk.write(
                """
                <norm/1> a sq:SuspensionOrder ; sq:recipientScope <organization/tax> ;
                    sq:validFrom "2026-03-01T00:00:00+08:00"^^xsd:dateTime ;
                    sq:rectifyBy "2026-03-20T00:00:00+08:00"^^xsd:dateTime .
                <agreement/1> a sq:SharingAgreement ; odrl:permission <agreement/1#p> ;
                    sq:activatedAt "2026-01-01T00:00:00+08:00"^^xsd:dateTime ;
                    sq:reviewDate "2026-06-01"^^xsd:date ; sq:validUntil "2027-01-01"^^xsd:date .
                <agreement/1#p> odrl:assigner <organization/police> ; odrl:assignee <organization/tax> .
                """);

        var put = desk.one("norm/1", "rectification", "2026-03-20T00:00:00");
        assertThat(put.dueOn().orElseThrow()).hasToString("2026-03-19");
        assertThat(put.state()).isEqualTo(State.OVERDUE);
        assertThat(put.responsible()).containsExactly(Desk.iri("organization/tax"));
        var review = desk.one("agreement/1", "agreement-review", "2026-06-02T00:00:00");
        assertThat(review.state()).isEqualTo(State.OVERDUE);
        assertThat(review.dueOn().orElseThrow()).hasToString("2026-06-01");
        assertThat(review.responsible()).hasSize(2);
        var end = desk.one("agreement/1", "agreement-end", "2027-01-01T00:00:00");
        assertThat(end.dueOn().orElseThrow()).hasToString("2026-12-31");
        assertThat(end.state()).isEqualTo(State.MET);
    }

    @Test
    void aSecondExtensionIsRemarkedAndDoesNotCount() {
        desk.write(REQUEST)
                .write(
                        """
                        <request/1> sq:extension <request/1#e1> , <request/1#e2> .
                        <request/1#e1> sq:workingDays 3 ; sq:approvedBy <organization/data> ;
                            sq:approvedAt "2025-11-10T09:00:00+08:00"^^xsd:dateTime ;
                            sq:notifiedAt "2025-11-10T10:00:00+08:00"^^xsd:dateTime .
                        <request/1#e2> sq:workingDays 5 ; sq:approvedBy <organization/data> ;
                            sq:approvedAt "2025-11-12T09:00:00+08:00"^^xsd:dateTime ;
                            sq:notifiedAt "2025-11-12T10:00:00+08:00"^^xsd:dateTime .
                        """);

        var limit = desk.one("request/1", "conditional-reply", "2025-11-13T00:00:00");
        assertThat(limit.dueOn().orElseThrow()).hasToString("2025-11-20");
        assertThat(limit.extendedBy()).isEqualTo(3);
        assertThat(limit.remarks()).containsExactly(Remark.SECOND_EXTENSION);
        // on the day before it was approved it was not known
        assertThat(desk.one("request/1", "conditional-reply", "2025-11-09T00:00:00")
                        .extendedBy())
                .isZero();
    }

    @Test
    void allClocksOfARegisterComeTogether() {
        desk.write(REQUEST)
                .write(
                        """
                        <correction/1> a sq:CorrectionRequest ; sq:respondent <organization/police> ;
                            sq:receivedAt "2025-11-04T09:00:00+08:00"^^xsd:dateTime .
                        """);

        var all = desk.reading(Optional.empty())
                .all(Desk.instant("2025-11-10T00:00:00"), java.util.Set.of())
                .toList();
        assertThat(all).extracting(TimeLimit::code).containsExactlyInAnyOrder("conditional-reply", "correction");
        assertThat(all).extracting(TimeLimit::key).doesNotHaveDuplicates();
    }

    @Test
    void everyShippedRuleIsRead() {
        assertThat(Rule.all(new Facts(shipped(), Desk.ZONE))).hasSize(12);
    }

    private static org.apache.jena.graph.Graph shipped() {
        return org.shuqi.Release.into(org.apache.jena.sparql.core.DatasetGraphFactory.create())
                .getUnionGraph();
    }

    private List<String> codes(String record) {
        return desk.of(record, "2026-12-31T00:00:00").stream()
                .map(TimeLimit::code)
                .toList();
    }

    private String due(String record) {
        return desk.one(record, "conditional-reply", "2025-11-10T00:00:00")
                .dueOn()
                .orElseThrow()
                .toString();
    }
}

package org.shuqi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;

/** Who takes a step: the party the law names, the common superior authority, another person than before. */
class WhoActsTest {

    @TempDir
    Path data;

    private Bureau bureau;

    @BeforeEach
    void open() {
        bureau = new Bureau(data);
    }

    @AfterEach
    void close() {
        bureau.close();
    }

    @Test
    void aDisputeWithinACityGoesToItsAuthorityAndThenToItsGovernment() {
        bureau.create(RecordKind.DISPUTES, Samples.body(Samples.DISPUTE, "dispute", "Z-1"));

        assertThat(parties("Z-1", "escalate")).containsExactly(iri("bureau"));
        assertThat(parties("Z-1", "decide")).containsExactly(iri("city"));
    }

    @Test
    void aDisputeAcrossCitiesGoesToTheLowestCommonSuperiorAuthority() {
        organization("baotou-tax", "150200", "");
        organization("region-government", "150000", "");
        organization(
                "region-bureau",
                "150000",
                ",\"authorityFor\":[\"150000\"],\"subOrganizationOf\":\"organization/region-government\"");
        organization("baotou-bureau", "150200", ",\"authorityFor\":[\"150200\"]");
        bureau.create(
                RecordKind.DISPUTES,
                Samples.body(Samples.DISPUTE, "dispute", "Z-2")
                        .replace("organization/housing", "organization/baotou-tax"));

        assertThat(parties("Z-2", "escalate")).containsExactly(iri("region-bureau"));
        assertThat(parties("Z-2", "decide")).containsExactly(iri("region-government"));
    }

    @Test
    void whoSentTheEntryOnCannotReportItAsHead() {
        bureau.create(RecordKind.DATASETS, Samples.body(Samples.ENTRY, "entry", "E-1"));
        bureau.create(RecordKind.ASSESSMENTS, Samples.ASSESSED.replace("{id}", "E-1"));
        bureau.take(RecordKind.DATASETS, "E-1", Bureau.step("assessing", null, null, null, "{}"));
        bureau.take(RecordKind.DATASETS, "E-1", person("head-review", "zhang.san"));

        assertThatThrownBy(() -> bureau.take(RecordKind.DATASETS, "E-1", person("submitted", "zhang.san")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem().violations())
                                .anyMatch(finding -> finding.message().en().contains("another person")));
        bureau.take(RecordKind.DATASETS, "E-1", person("submitted", "li.si"));

        assertThat(bureau.status(RecordKind.DATASETS, "E-1")).isEqualTo("submitted");
    }

    @Test
    void whoTookTheStepBeforeIsNotOfferedTheOneThatNeedsAnotherPerson() {
        bureau.create(RecordKind.AGREEMENTS, Samples.body(Samples.AGREEMENT, "agreement", "A-4"));
        bureau.take(RecordKind.AGREEMENTS, "A-4", person("under-review", "head"));

        assertThat(bureau.option(RecordKind.AGREEMENTS, "A-4", "approve", head("head"))
                        .allowed())
                .isFalse();
        assertThat(bureau.option(RecordKind.AGREEMENTS, "A-4", "approve", head("other-head"))
                        .allowed())
                .isTrue();
    }

    @Test
    void anExtensionIsOfferedBeforeAnybodySaidByHowManyDays() {
        bureau.create(RecordKind.REQUESTS, Samples.body(Samples.REQUEST, "request", "R-4"));
        for (var status : List.of("submitted", "under-review")) {
            bureau.take(RecordKind.REQUESTS, "R-4", Bureau.step(status, null, null, null, "{}"));
        }
        var offered = bureau.option(RecordKind.REQUESTS, "R-4", "extend", Caller.operator());

        assertThat(offered.allowed()).as(offered.because().toString()).isTrue();
        assertThat(offered.contents()).singleElement().satisfies(content -> {
            assertThat(content.name()).isEqualTo("workingDays");
            assertThat(content.form()).isEqualTo(StepOption.Form.NUMBER);
            assertThat(content.needed()).isTrue();
        });
    }

    @Test
    void aRefusalAsksForItsGroundByTheWordsOfTheCodeListAndForItsReasonAsNote() {
        bureau.create(RecordKind.REQUESTS, Samples.body(Samples.REQUEST, "request", "R-5"));
        for (var status : List.of("submitted", "under-review")) {
            bureau.take(RecordKind.REQUESTS, "R-5", Bureau.step(status, null, null, null, "{}"));
        }
        var offered = bureau.option(RecordKind.REQUESTS, "R-5", "refuse", Caller.operator());

        assertThat(offered.needsNote()).isTrue();
        assertThat(offered.contents()).singleElement().satisfies(content -> {
            assertThat(content.name()).isEqualTo("refusalGround");
            assertThat(content.choices().stream().map(StepOption.Choice::code))
                    .containsExactly("g1", "g2", "g3", "g4", "g5", "g6", "g7", "g8");
        });
        assertThat(offered.mine()).containsExactly(iri("police"));
    }

    @Test
    void anEntryIsKnownToTheDecisionOnceItIsPublished() {
        bureau.create(RecordKind.DATASETS, Samples.body(Samples.ENTRY, "entry", "E-2"));
        bureau.create(RecordKind.ASSESSMENTS, Samples.ASSESSED.replace("{id}", "E-2"));
        var before = outcome("E-2");

        for (var status : List.of("assessing", "head-review", "submitted", "published")) {
            bureau.take(RecordKind.DATASETS, "E-2", Bureau.step(status, null, null, null, "{}"));
        }

        assertThat(before).isEqualTo("UNKNOWN");
        assertThat(outcome("E-2")).isNotEqualTo("UNKNOWN");
    }

    @Test
    void anOpenObjectionFreezesTheDataWhereTheProfileSaysSo() {
        var question = question("yearbook");
        bureau.registry
                .records()
                .create(
                        RecordKind.PROFILES,
                        new org.shuqi.record.Body.Json(JsonTree.object()
                                .put("id", "profile/ordos")
                                .put("jurisdiction", "150600")
                                .put("defaultClearance", "general-3")
                                .put("objectionFreezes", true)),
                        Bureau.terms("local rule"));
        bureau.create(
                RecordKind.CORRECTIONS,
                Samples.body(Samples.CORRECTION, "correction", "J-1")
                        .replace("organization/police", "organization/stats")
                        .replace("dataset/deaths", "dataset/yearbook"));
        var before = outcome(question);

        bureau.take(RecordKind.CORRECTIONS, "J-1", Bureau.step("received", null, null, null, "{}"));
        var frozen = outcome(question);
        bureau.take(RecordKind.CORRECTIONS, "J-1", Bureau.step("corrected", null, null, "已更正", "{}"));

        assertThat(before).isEqualTo("PERMIT");
        assertThat(frozen).isEqualTo("DENY");
        assertThat(outcome(question)).isEqualTo("PERMIT");
    }

    @Test
    void anObjectionMarksTheDataButDoesNotStopThemElsewhere() {
        var question = question("yearbook");
        bureau.create(
                RecordKind.CORRECTIONS,
                Samples.body(Samples.CORRECTION, "correction", "J-2")
                        .replace("organization/police", "organization/stats")
                        .replace("dataset/deaths", "dataset/yearbook"));

        var received = bureau.take(RecordKind.CORRECTIONS, "J-2", Bureau.step("received", null, null, null, "{}"));

        assertThat(outcome(question)).isEqualTo("PERMIT");
        assertThat(duties(question)).contains("check-before-use");
        bureau.take(RecordKind.CORRECTIONS, "J-2", Bureau.step("corrected", null, null, "已更正", "{}"));
        assertThat(duties(question)).doesNotContain("check-before-use");
        assertThat(received.record()
                        .json()
                        .path("objectionMark")
                        .path(0)
                        .path("about")
                        .toString())
                .contains("yearbook");
        assertThat(received.record().json().has("objectionFreeze")).isFalse();
    }

    private static StepForm person(String to, String person) {
        return new StepForm(
                to,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(person),
                Optional.empty(),
                JsonTree.object());
    }

    private String outcome(String dataset) {
        return outcome(question(dataset));
    }

    private List<String> duties(QuestionForm question) {
        return bureau.registry.decisions().answer(question).duties().stream()
                .map(duty -> duty.duty())
                .toList();
    }

    private String outcome(QuestionForm question) {
        return bureau.registry.decisions().answer(question).outcome().name();
    }

    private static QuestionForm question(String dataset) {
        return new QuestionForm(
                "tax",
                dataset,
                List.of(),
                Optional.of("statistics"),
                Optional.of("file"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    private List<String> parties(String dispute, String step) {
        return bureau.registry.cases().options(RecordKind.DISPUTES, dispute, Caller.operator()).options().stream()
                .filter(option -> option.step().equals(step))
                .flatMap(option -> option.parties().stream())
                .toList();
    }

    private void organization(String id, String division, String more) {
        bureau.create(
                RecordKind.ORGANIZATIONS,
                """
                {"id":"%s","prefLabel":{"zh":"%s"},"organType":"government-department","adminLevel":"city","spatial":"%s"%s}"""
                        .formatted(id, id, division, more));
    }

    private static String iri(String organization) {
        return "http://localhost:8080/id/organization/" + organization;
    }

    private static Caller head(String name) {
        return new Caller(
                name,
                name,
                Set.of(Appointment.in(
                        org.apache.jena.graph.NodeFactory.createURI(iri("police")), Role.DEPARTMENT_HEAD)));
    }
}

package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shuqi.Release;
import org.shuqi.WorkedExample;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Org;

/** Identifiers and values as callers write them. */
class LookupTest {

    private static final String CREDIT_CODE = "11150600MB0000001X";
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-06-01T04:00:00Z");
    private static final Index INDEX = index();

    private static Index index() {
        var records = Release.into(WorkedExample.dataset());
        records.add(new Quad(
                NodeFactory.createURI(WorkedExample.BASE + "graph/organizations"),
                NodeFactory.createURI(WorkedExample.organization("tax")),
                Org.identifier,
                NodeFactory.createLiteralString(CREDIT_CODE)));
        return new IndexDerivation(ZONE).build(records, 1);
    }

    /** A good question with one part changed. */
    private static Asked asked(String part, String value) {
        var parts = new HashMap<>(Map.of("recipient", "tax", "dataset", "yearbook", "purpose", "statistics"));
        parts.put(part, value);
        var question = new Lookup(INDEX, WorkedExample.BASE, ZONE)
                .question(
                        new QuestionForm(
                                parts.get("recipient"),
                                parts.get("dataset"),
                                Optional.ofNullable(parts.get("items")).stream().toList(),
                                Optional.ofNullable(parts.get("purpose")),
                                Optional.ofNullable(parts.get("method")),
                                Optional.ofNullable(parts.get("action")),
                                Optional.ofNullable(parts.get("thirdParty")),
                                Optional.ofNullable(parts.get("destination")),
                                Optional.ofNullable(parts.get("provider")),
                                Optional.ofNullable(parts.get("region")),
                                Optional.ofNullable(parts.get("at")),
                                OptionalLong.empty()),
                        NOW);
        return Asked.of(INDEX, question);
    }

    @ParameterizedTest
    @CsvSource({
        "recipient, tax",
        "recipient, http://localhost:8080/id/organization/tax",
        "recipient, 11150600MB0000001X",
        "dataset, 306001/000001",
        "dataset, yearbook",
        "dataset, http://localhost:8080/id/dataset/yearbook",
        "purpose, https://w3id.org/shuqi/code/purpose/statistics",
        "items, gdp",
        "items, http://localhost:8080/id/dataset/yearbook/item/gdp",
        "method, query",
        "action, receive",
        "at, 2026-06-01T12:00:00+08:00",
        "at, 2026-06-01T12:00:00 08:00",
        "at, 2026-06-01T04:00:00Z"
    })
    void everyWayOfSayingItMeansTheSame(String part, String value) {
        assertThat(asked(part, value))
                .isEqualTo(new Asked(
                        WorkedExample.organization("tax"),
                        WorkedExample.dataset("yearbook"),
                        List.of(WorkedExample.dataset("yearbook") + "/item/gdp"),
                        "https://w3id.org/shuqi/code/purpose/statistics",
                        Method.QUERY,
                        Action.RECEIVE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        NOW));
    }

    @Test
    void aPlainDateIsTheStartOfTheDayInTheZone() {
        assertThat(asked("at", "2026-06-01").at()).isEqualTo(Instant.parse("2026-05-31T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recipient | nobody | UNKNOWN | no organisation `nobody`; check the IRI, the credit code or the last path segment",
                "recipient | frontline | UNKNOWN | no organisation `frontline`; check the IRI, the credit code or the last path segment",
                "recipient | '' | UNUSABLE | `recipient` is missing; give an identifier",
                "dataset | 1/2 | UNKNOWN | no dataset `1/2`; check the IRI, the resource code or the last path segment",
                "items | iq | UNKNOWN | the dataset has no item `iq`; check its name",
                "purpose | '' | UNUSABLE | `purpose` is missing; give the code or IRI of a purpose",
                "purpose | fun | UNKNOWN | no purpose `fun`; check the list of purposes",
                "purpose | https://w3id.org/shuqi/code/level/core | UNKNOWN | no purpose `https://w3id.org/shuqi/code/level/core`; check the list of purposes",
                "provider | nobody | UNKNOWN | no organisation `nobody`; check the IRI, the credit code or the last path segment",
                "region | 999999 | UNKNOWN | no division `999999`; check its code",
                "method | post | UNUSABLE | no method `post`; use verify, query, batch or file",
                "action | steal | UNUSABLE | no action `steal`; use receive, redistribute or transfer-abroad",
                "action | redistribute | UNUSABLE | `redistribute` needs `thirdParty`; name the organisation",
                "action | transfer-abroad | UNUSABLE | `transfer-abroad` needs `destination`; give a country code",
                "at | yesterday | UNUSABLE | the time `yesterday` cannot be read; write 2026-06-01T12:00:00+08:00 or 2026-06-01",
                "at | 2026-06-01T12:00:00 | UNUSABLE | the time `2026-06-01T12:00:00` cannot be read; write 2026-06-01T12:00:00+08:00 or 2026-06-01",
                "at | 2026-02-30 | UNUSABLE | the time `2026-02-30` cannot be read; write 2026-06-01T12:00:00+08:00 or 2026-06-01"
            })
    void whatMakesNoSenseIsRefusedInPlainWords(String part, String value, String kind, String sentence) {
        assertThatThrownBy(() -> asked(part, value)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().kind().name()).isEqualTo(kind);
            assertThat(refusal.problem().detail().en()).isEqualTo(sentence);
            assertThat(refusal.problem().detail().zh()).isNotEqualTo(sentence);
        });
    }
}

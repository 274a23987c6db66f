package org.shuqi.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.change.Load;
import org.shuqi.change.LoadReceipt;
import org.shuqi.change.Receipt;
import org.shuqi.clock.Clocks;
import org.shuqi.graph.Delta;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** What runs out is written down once: not less after a crash, not twice after a restart. */
class DutyTest {

    private static final String BASE = Settings.DEFAULT_BASE_IRI;

    @TempDir
    Path data;

    private final Hand hand = new Hand();
    private Registry registry;

    /** A clock that stands until it is set. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2025-11-01T00:00:00Z");

        void set(String instant) {
            now = Instant.parse(instant);
        }

        void turn(Duration forward) {
            now = now.plus(forward);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** The power fails at a write: before it, or just after it. */
    private record Failing(Changes changes, int at, boolean after, List<Integer> count) implements Changes {

        @Override
        public Receipt apply(Change change, Caller caller) {
            count.add(1);
            if (count.size() == at && !after) {
                throw new IllegalStateException("power failed");
            }
            var receipt = changes.apply(change, caller);
            if (count.size() == at) {
                throw new IllegalStateException("power failed");
            }
            return receipt;
        }

        @Override
        public Receipt rehearse(Change change, Caller caller) {
            return changes.rehearse(change, caller);
        }

        @Override
        public LoadReceipt load(Load load, Caller caller) {
            return changes.load(load, caller);
        }

        @Override
        public LoadReceipt rehearse(Load load, Caller caller) {
            return changes.rehearse(load, caller);
        }
    }

    @BeforeEach
    void start() {
        open();
        write(
                """
                <organization/police> a org:FormalOrganization ; skos:prefLabel "市公安局"@zh ;
                    sq:organType <https://w3id.org/shuqi/code/organ-type/government-department> ;
                    sq:adminLevel <https://w3id.org/shuqi/code/admin-level/city> ;
                    dct:spatial <https://w3id.org/shuqi/code/division/150600> .
                """);
        for (var day = 3; day <= 7; day++) {
            write(correction("case-" + day, "2025-11-0" + day));
        }
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aFindingIsWrittenOnceTheLastDayIsOverAndNeverAgain() {
        hand.set("2025-11-17T15:59:59Z");
        assertThat(duty().look().findings()).isZero();

        hand.set("2025-11-17T16:00:00Z");
        assertThat(duty().look().findings()).isEqualTo(1);
        var revision = registry.store().revision();

        assertThat(duty().look()).isEqualTo(new Duty.Written(0, 0));
        hand.turn(Duration.ofHours(3));
        assertThat(duty().look().findings()).isZero();
        assertThat(registry.store().revision()).isEqualTo(revision);
    }

    @Test
    void theFindingSaysWhatWasNotKeptByWhomAndByWhichArticle() {
        hand.set("2025-11-18T00:00:00Z");
        duty().look();

        try (var now = registry.store().read()) {
            var finding = findings(now.union()).get(0);
            assertThat(now.union().contains(finding, Sq.violationCode, Sq.code("violation-code", "39-6")))
                    .isTrue();
            assertThat(now.union().contains(finding, Sq.responsibleParty, iri("organization/police")))
                    .isTrue();
            assertThat(now.union().contains(finding, Sq.about, iri("correction/case-3")))
                    .isTrue();
            assertThat(now.union().contains(finding, Sq.clock, Sq.code("clock", "correction")))
                    .isTrue();
            assertThat(now.union()
                            .find(finding, Sq.dueOn, Node.ANY)
                            .next()
                            .getObject()
                            .getLiteralLexicalForm())
                    .isEqualTo("2025-11-17");
            assertThat(now.dataset()
                            .contains(
                                    NodeFactory.createURI(finding.getURI().replace("/id/", "/id/graph/")),
                                    finding,
                                    Rdf.type,
                                    Sq.Finding))
                    .isTrue();
        }
    }

    @Test
    void anAnswerThatCameTooLateIsAFindingAlsoIfNobodyLookedInTime() {
        write("<correction/case-3> sq:repliedAt \"2025-11-18T09:00:00+08:00\"^^xsd:dateTime .");
        write("<correction/case-4> sq:repliedAt \"2025-11-18T09:00:00+08:00\"^^xsd:dateTime .");

        hand.set("2026-01-01T00:00:00Z");
        duty().look();

        // 3 late, 4 in time, 5, 6 and 7 not answered
        assertThat(subjects(Sq.about))
                .contains("case-3", "case-5", "case-6", "case-7")
                .doesNotContain("case-4");
    }

    @Test
    void aYearOfDaysWritesEachFindingAndEachReminderOnce() {
        for (var day = 0; day < 365; day++) {
            hand.turn(Duration.ofDays(1));
            duty().look();
        }

        assertThat(papers(Sq.Finding)).isEqualTo(5);
        assertThat(papers(Sq.DueNotice)).isEqualTo(5);
    }

    @Test
    void aCrashBetweenTwoWritesLosesNothingAndDoublesNothing() {
        hand.set("2026-01-01T00:00:00Z");
        for (var after : List.of(false, true)) {
            var failing = new Failing(registry.changes(), 2, after, new ArrayList<>());
            assertThatThrownBy(() -> duty(failing).look()).hasMessage("power failed");
            registry.close();
            open();
        }

        duty().look();

        assertThat(papers(Sq.Finding)).isEqualTo(5);
        assertThat(new HashSet<>(subjects(Sq.about))).hasSize(5);
        assertThat(duty().look()).isEqualTo(new Duty.Written(0, 0));
    }

    @Test
    void twoThatLookAtTheSameTimeWriteOneFinding() throws InterruptedException {
        hand.set("2026-01-01T00:00:00Z");
        var others = List.of(new Thread(() -> duty().look()), new Thread(() -> duty().look()));
        others.forEach(Thread::start);
        for (var other : others) {
            other.join();
        }

        assertThat(papers(Sq.Finding)).isEqualTo(5);
        try (var now = registry.store().read()) {
            assertThat(findings(now.union())).allSatisfy(finding -> assertThat(
                            now.union().find(finding, Sq.recordedAt, Node.ANY).toList())
                    .hasSize(1));
        }
    }

    @Test
    void aReminderComesTwoWorkingDaysBeforeTheEnd() {
        hand.set("2025-11-12T16:00:00Z");
        assertThat(duty().look().reminders()).isEqualTo(1);

        hand.set("2025-11-12T15:59:59Z");
        assertThat(duty().look().reminders()).isZero();
    }

    private Duty duty() {
        return duty(registry.changes());
    }

    private Duty duty(Changes changes) {
        var settings = registry.settings();
        var clocks = new Clocks(settings.zone(), settings.profile(), settings.baseIri());
        return new Duty(registry.store(), changes, clocks, settings.baseIri(), Duty.Ahead.USUAL, hand);
    }

    private void open() {
        registry = Registry.open(Settings.of(data).withClock(hand));
    }

    private static String correction(String id, String day) {
        return """
                <correction/%1$s> a sq:CorrectionRequest ; dct:identifier "%1$s" ; sq:about <dataset/x> ;
                    sq:respondent <organization/police> ; sq:receivedAt "%2$sT09:00:00+08:00"^^xsd:dateTime .
                """
                .formatted(id, day);
    }

    private void write(String turtle) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        """
                        @base <http://localhost:8080/id/> .
                        @prefix sq: <https://w3id.org/shuqi/ns#> .
                        @prefix org: <http://www.w3.org/ns/org#> .
                        @prefix dct: <http://purl.org/dc/terms/> .
                        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                        """
                                + turtle,
                        Lang.TURTLE)
                .parse(graph);
        var quads = graph.stream()
                .map(triple -> new Quad(
                        NodeFactory.createURI(triple.getSubject().getURI().replace("/id/", "/id/graph/")), triple))
                .toList();
        registry.changes()
                .apply(new Change("test", OptionalLong.empty(), now -> new Delta(List.of(), quads)), Caller.operator());
    }

    private int papers(Node type) {
        try (var now = registry.store().read()) {
            return now.union().find(Node.ANY, Rdf.type, type).toList().size();
        }
    }

    private static List<Node> findings(org.apache.jena.graph.Graph union) {
        return union.find(Node.ANY, Rdf.type, Sq.Finding)
                .mapWith(triple -> triple.getSubject())
                .toList();
    }

    /** What the findings are about, by the last part of the name. */
    private List<String> subjects(Node property) {
        try (var now = registry.store().read()) {
            return findings(now.union()).stream()
                    .flatMap(finding -> now.union().find(finding, property, Node.ANY).toList().stream())
                    .map(triple -> triple.getObject().getURI())
                    .map(text -> text.substring(text.lastIndexOf('/') + 1))
                    .toList();
        }
    }

    private static Node iri(String local) {
        return NodeFactory.createURI(BASE + local);
    }
}

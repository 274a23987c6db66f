package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Sq;

/** The engine over a store: it follows commits, and answers from any revision. */
class EngineTest {

    private static final String PURPOSE = "https://w3id.org/shuqi/code/purpose/";
    private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");
    private static final Node AGREEMENT = NodeFactory.createURI(WorkedExample.BASE + "agreement/A-2026-001");
    private static final Quad ENDED_EARLY = new Quad(
            NodeFactory.createURI(WorkedExample.BASE + "graph/agreement/A-2026-001"),
            AGREEMENT,
            Sq.terminatedAt,
            NodeFactory.createLiteralDT("2026-05-01T00:00:00+08:00", XSDDatatype.XSDdateTime));

    @TempDir
    static Path data;

    private static Registry registry;

    @BeforeAll
    static void loadTheExample() {
        registry = Registry.open(Settings.of(data));
        change(new Delta(List.of(), WorkedExample.dataset().stream().toList()));
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    private static long change(Delta delta) {
        return registry.changes()
                .apply(new Change("test", OptionalLong.empty(), now -> delta), Caller.operator())
                .revision();
    }

    private static QuestionForm loan(OptionalLong knownAt) {
        return new QuestionForm(
                "housing",
                "307001/000001",
                List.of("name"),
                Optional.of("housing-fund"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(WorkedExample.AT),
                knownAt);
    }

    @Test
    void aCommitChangesTheAnswerAndThePastKeepsIts() {
        var before = registry.decisions().answer(loan(OptionalLong.empty()));
        var revision = change(new Delta(List.of(), List.of(ENDED_EARLY)));
        var after = registry.decisions().answer(loan(OptionalLong.empty()));
        var past = registry.decisions().answer(loan(OptionalLong.of(before.revision())));
        change(new Delta(List.of(ENDED_EARLY), List.of()));

        assertThat(before.outcome()).isEqualTo(Outcome.PERMIT);
        assertThat(after.outcome()).isEqualTo(Outcome.APPLY);
        assertThat(after.revision()).isEqualTo(revision);
        assertThat(past).isEqualTo(before);
    }

    @Test
    void aSnapshotAnswersFromItsOwnRevision() {
        var dataset = WorkedExample.dataset("root-database");
        var recipient = WorkedExample.organization("party-committee");
        try (var snapshot = registry.store().read()) {
            var outcome =
                    registry.decisions().outcome(snapshot, dataset, recipient, PURPOSE + "social-governance", NOON);
            var pattern = new Permission.Pattern(
                    Optional.empty(), Optional.of(recipient), Optional.empty(), Optional.empty());

            assertThat(outcome).contains(Outcome.PERMIT);
            var rows = new ArrayList<Permission>();
            registry.decisions().permissions(snapshot, pattern, NOON).forEachRemaining(rows::add);
            assertThat(rows).extracting(Permission::purpose).contains(PURPOSE + "social-governance");
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.dataset()).isEqualTo(dataset);
                assertThat(row.grants()).containsExactly(WorkedExample.BASE + "agreement/A-2026-002");
                assertThat(row.validUntil()).contains(Instant.parse("2028-01-09T16:00:00Z"));
            });
        }
    }

    @Test
    void anUnknownRowHasNoOutcome() {
        try (var snapshot = registry.store().read()) {
            assertThat(registry.decisions().outcome(snapshot, "urn:x", "urn:y", "urn:z", NOON))
                    .isEmpty();
        }
    }

    @Test
    void aRevisionThatIsNotThereYetIsUnknown() {
        assertThatThrownBy(() -> registry.decisions().answer(loan(OptionalLong.of(99_999))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.UNKNOWN));
    }
}

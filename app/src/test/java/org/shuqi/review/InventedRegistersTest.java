package org.shuqi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.decision.Invented;
import org.shuqi.decision.Outcome;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Odrl;

/**
 * On invented registers, findings are held against brute force: every recipient, purpose, method and every instant at which
 * anything changes.
 *
 * <p>What is said never to apply, or to be redundant, can be taken out of the register without any permit being lost. And a
 * permission by which nothing can ever flow is never passed over in silence.
 */
class InventedRegistersTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());
    private static final int REGISTERS = 6;
    private static final int MANY_REGISTERS = 60;
    private static final String AT = "2026-01-12T00:00:00Z";

    @TempDir
    Path data;

    @Test
    void findingsMeetBruteForce() {
        meet(REGISTERS, SEED);
    }

    @Test
    @Tag("slow")
    void manyMoreFindingsMeetBruteForce() {
        meet(MANY_REGISTERS, SEED + REGISTERS);
    }

    private void meet(int registers, long seed) {
        System.out.println("seed of invented registers: " + SEED + " (repeat with -Dshuqi.seed=" + SEED + ")");
        var met = new TreeMap<String, Integer>();
        try (var trial = new Trial(data)) {
            for (var each = 0; each < registers; each++) {
                var register = new Invention(trial, seed + each);
                register.findings.forEach(finding -> met.merge(finding.kind().code(), 1, Integer::sum));
                register.nothingUselessIsPassedOver();
                register.whatIsUselessIsNotMissed();
            }
        }
        System.out.println("findings met: " + met);
        assertThat(met).isNotEmpty();
    }

    /** One register with its findings. */
    private static final class Invention {

        private final Trial trial;
        private final long seed;
        private final Set<Quad> quads;
        private final List<Instant> instants;
        private final List<Finding> findings;
        private final List<Strand> strands = new ArrayList<>();

        Invention(Trial trial, long seed) {
            this.trial = trial;
            this.seed = seed;
            var dataset = Invented.registry(seed);
            var union = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
            dataset.find().forEachRemaining(quad -> union.add(quad.asTriple()));
            quads = Trial.quads(union);
            instants = instants(quads);
            trial.hold(quads);
            findings = trial.findings(AT);
            try (var now = trial.store.read()) {
                var register = new Register(now.union(), Trial.ZONE);
                var reader = new ClaimReader(register);
                var unfolding = new Strands(register);
                quads.stream()
                        .filter(quad -> quad.getPredicate().equals(Odrl.permission))
                        .map(quad -> reader.read(quad.getSubject(), quad.getObject()))
                        .forEach(claim -> strands.addAll(unfolding.of(claim)));
            }
        }

        private static List<Instant> instants(Set<Quad> quads) {
            var found = new TreeSet<Instant>();
            found.add(Instant.parse(AT));
            quads.stream()
                    .map(Quad::getObject)
                    .filter(Node::isLiteral)
                    .flatMap(node -> Instants.parse(node.getLiteralLexicalForm(), Trial.ZONE).stream())
                    .filter(instant -> instant.isAfter(Instant.parse(AT)))
                    .forEach(instant -> {
                        found.add(instant);
                        // a period that begins after an instant has not begun at it
                        found.add(instant.plusNanos(1));
                    });
            return List.copyOf(found);
        }

        /** Each permission by which nothing ever flows is spoken of. */
        void nothingUselessIsPassedOver() {
            for (var strand : strands) {
                var claim = strand.claim();
                var left = GrantExaminer.firstFrom(claim.holds(), Instant.parse(AT));
                if (left.isEmpty() || !strand.complete() || isSpokenOf(strand)) {
                    continue;
                }
                assertThat(permits(strand, true))
                        .as("seed %d: nothing is said about %s, by which nothing flows", seed, claim.rule())
                        .isNotEmpty();
            }
        }

        private boolean isSpokenOf(Strand strand) {
            return findings.stream()
                    .filter(finding -> Set.of(FindingKind.Group.NEVER_APPLIES, FindingKind.Group.LEVEL)
                            .contains(finding.kind().group()))
                    .anyMatch(
                            finding -> finding.records().contains(strand.claim().sourceIri())
                                    && finding.witness().question().dataset().equals(strand.dataset()));
        }

        /** What is said to be useless is taken out, and no permit is lost. */
        void whatIsUselessIsNotMissed() {
            for (var finding : findings) {
                var useless = finding.kind().group() == FindingKind.Group.NEVER_APPLIES
                        || finding.kind() == FindingKind.REDUNDANT;
                var about = strands.stream()
                        .filter(strand -> strand.claim()
                                .sourceIri()
                                .equals(finding.records().get(0)))
                        .filter(strand -> strand.dataset()
                                .equals(finding.witness().question().dataset()))
                        .filter(strand -> finding.organizations().equals(List.of(strand.provider(), strand.party())))
                        .toList();
                if (useless && about.size() == 1) {
                    isNotMissed(finding, about.get(0));
                }
            }
        }

        private void isNotMissed(Finding finding, Strand strand) {
            var items = Set.copyOf(finding.witness().question().items());
            var before = permits(strand, false);
            var without = new HashSet<>(quads);
            without.removeIf(quad -> quad.getPredicate().equals(Odrl.permission)
                    && quad.getObject().equals(strand.claim().rule()));
            trial.hold(without);
            var after = permits(strand, false);
            trial.hold(quads);

            if (!items.isEmpty()) {
                before.removeIf(permit -> !items.contains(permit.item()));
                after.removeIf(permit -> !items.contains(permit.item()));
            }
            assertThat(after).as("seed %d: %s", seed, finding).isEqualTo(before);
        }

        /** One thing that may flow. */
        private record Permit(String item, String recipient, String purpose, String method, Instant at) {}

        /** Everything about the dataset that may flow to the recipients of the strand; or some of it, to see that there is any. */
        private Set<Permit> permits(Strand strand, boolean any) {
            var permits = new HashSet<Permit>();
            for (var recipient : strand.recipients()) {
                for (var purpose : purposes()) {
                    for (var method : Strands.METHODS) {
                        for (var at : instants) {
                            ask(strand, recipient, purpose, method, at, permits);
                            if (any && !permits.isEmpty()) {
                                return permits;
                            }
                        }
                    }
                }
            }
            return permits;
        }

        private void ask(
                Strand strand, String recipient, String purpose, String method, Instant at, Set<Permit> permits) {
            var question = new QuestionForm(
                    recipient,
                    strand.dataset(),
                    List.of(),
                    Optional.of(purpose),
                    Optional.of(method),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(strand.provider()),
                    Optional.empty(),
                    Optional.of(at.toString()),
                    OptionalLong.empty());
            try {
                trial.decisions.answer(question).items().stream()
                        .filter(item -> item.outcome() == Outcome.PERMIT)
                        .forEach(item -> permits.add(new Permit(item.item(), recipient, purpose, method, at)));
            } catch (Refusal unknown) {
                // whom the registry does not know gets nothing
                assertThat(unknown.problem().kind()).isEqualTo(Kind.UNKNOWN);
            }
        }

        private Set<String> purposes() {
            var purposes = new TreeSet<String>();
            quads.forEach(quad -> {
                if (quad.getSubject().isURI()
                        && quad.getSubject().getURI().startsWith("https://w3id.org/shuqi/code/purpose/")) {
                    purposes.add(quad.getSubject().getURI());
                }
            });
            return purposes;
        }
    }
}

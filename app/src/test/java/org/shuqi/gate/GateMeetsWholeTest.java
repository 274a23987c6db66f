package org.shuqi.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.system.buffering.BufferingDatasetGraph;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Violation;
import org.shuqi.vocabulary.Sq;

/** On thousands of random changes the gate says what a check of the whole registry says. */
class GateMeetsWholeTest {

    /** A circle is reported at the link that closes it; a check of everything names every member of the circle. */
    private static final Set<String> CIRCLES = Set.of(Shacl.SHAPES + "S-TREE", Shacl.SHAPES + "S-BROADER");

    private static final int CASES = Boolean.getBoolean("shuqi.long") ? 20_000 : 1_200;

    private final Gate gate = Gate.standard();
    private final Shapes shapes = Shapes.parse(Release.graph("shapes"));
    private int refused;
    private int accepted;

    @Test
    void theVerdictOnAChangeIsTheVerdictOnTheWhole() {
        var seed = Long.getLong("shuqi.seed", System.nanoTime());
        System.out.println("GateMeetsWholeTest: -Dshuqi.seed=" + seed);
        var random = new Random(seed);
        while (refused + accepted < CASES) {
            walk(random, seed);
        }

        assertThat(refused).isGreaterThan(CASES / 20);
        assertThat(accepted).isGreaterThan(CASES / 20);
    }

    /** One registry, changed again and again; one walk in four goes on from states that do not conform. */
    private void walk(Random random, long seed) {
        var now = new LinkedHashSet<>(SmallRegistry.grown(random));
        var before = gate.checkAll(dataset(now));
        assertThat(before.violations()).as("seed %d", seed).isEmpty();
        var careless = random.nextInt(4) == 0;
        for (int step = 0; step < 15; step++) {
            var delta = new RandomChange(random, now).delta();
            var next = applied(now, delta);
            var whole = gate.checkAll(dataset(next));
            var found = gate.check(overlay(now, delta, random.nextBoolean()), delta);

            compare(before, whole, found, "seed %d, case %d, change %s".formatted(seed, refused + accepted, delta));
            if ((refused + accepted) % 25 == 0) {
                compareWithTheEngineItself(next, whole);
            }
            if (found.conforms() || careless) {
                now = next;
                before = whole;
            }
        }
    }

    private void compare(Report before, Report whole, Report found, String about) {
        if (before.conforms()) {
            assertThat(found.conforms()).as(about + wrong(whole)).isEqualTo(whole.conforms());
        }
        assertThat(lines(whole)).as(about).containsAll(lines(found));
        var fresh = lines(whole);
        fresh.removeAll(lines(before));
        fresh.removeIf(line -> CIRCLES.stream().anyMatch(line::startsWith));
        assertThat(lines(found)).as(about).containsAll(fresh);
        if (whole.conforms()) {
            accepted++;
        } else {
            refused++;
        }
    }

    private static Set<String> lines(Report report) {
        return report.findings().stream()
                .map(one -> String.join(
                        " ",
                        one.shape(),
                        one.severity().name(),
                        one.focus(),
                        one.path().orElse(""),
                        one.value().orElse("")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String wrong(Report whole) {
        return whole.violations().stream()
                .limit(3)
                .map(Violation::toString)
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    /** The walk over targets is ours; here it is held against the one of the engine. */
    private void compareWithTheEngineItself(Collection<Quad> quads, Report whole) {
        var graph = GraphMemFactory.createDefaultGraph();
        quads.forEach(quad -> graph.add(quad.asTriple()));
        var expected = ShaclValidator.get().validate(shapes, graph).getEntries().stream()
                .map(entry -> Words.plain(entry.focusNode()) + " "
                        + entry.severity().level().getLocalName().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());

        var ours = whole.findings().stream()
                .filter(finding -> !finding.shape().endsWith("#KnownTerm"))
                .map(finding -> finding.focus() + " " + finding.severity())
                .collect(Collectors.toSet());
        assertThat(ours).isEqualTo(expected);
    }

    private static Set<Quad> quads(DatasetGraph dataset) {
        var all = new HashSet<Quad>();
        dataset.find().forEachRemaining(all::add);
        return all;
    }

    private static LinkedHashSet<Quad> applied(Set<Quad> now, Delta delta) {
        var next = new LinkedHashSet<>(now);
        delta.removed().forEach(next::remove);
        next.addAll(delta.added());
        return next;
    }

    private static DatasetGraph dataset(Collection<Quad> quads) {
        var dataset = DatasetGraphFactory.create();
        quads.forEach(dataset::add);
        return dataset;
    }

    private static DatasetGraph overlay(Set<Quad> now, Delta delta, boolean buffered) {
        if (!buffered) {
            return dataset(applied(now, delta));
        }
        var base = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(base, () -> now.forEach(base::add));
        base.begin(TxnType.READ);
        var overlay = new BufferingDatasetGraph(base);
        delta.removed().forEach(overlay::delete);
        delta.added().forEach(overlay::add);
        assertThat(quads(overlay)).isEqualTo(applied(now, delta));
        return overlay;
    }

    /** A few edits of every kind that a registry may see, most of them bad. */
    private static final class RandomChange {

        private static final Node TYPE = RDF.type.asNode();

        private final Random random;
        private final List<Quad> quads;
        private final Set<Quad> removed = new LinkedHashSet<>();
        private final Set<Quad> added = new LinkedHashSet<>();

        RandomChange(Random random, Set<Quad> now) {
            this.random = random;
            this.quads = List.copyOf(now);
        }

        Delta delta() {
            for (int i = 0, n = 1 + random.nextInt(3); i < n; i++) {
                edit();
            }
            return new Delta(List.copyOf(removed), List.copyOf(added));
        }

        private void edit() {
            switch (random.nextInt(11)) {
                case 0 -> removed.add(any());
                case 1 -> removeRecord();
                case 2 -> removeOne(quad -> quad.getPredicate().equals(TYPE));
                case 3 -> replaceObject(any());
                case 4 -> relabel();
                case 5 -> copyRecord();
                case 6 -> added.add(with(any(), any().getObject()));
                case 7 -> moveToOtherGraph();
                case 8 ->
                    removeOne(quad -> quad.getPredicate().equals(Sq.rank)
                            || quad.getPredicate().equals(Sq.securityLevel));
                case 9 -> meddleWithWords();
                default ->
                    replaceObject(any(quad -> quad.getPredicate().getURI().startsWith(Sq.NS)));
            }
        }

        private void removeRecord() {
            var subject = any().getSubject();
            quads.stream().filter(quad -> quad.getSubject().equals(subject)).forEach(removed::add);
        }

        private void removeOne(Predicate<Quad> which) {
            removed.add(any(which));
        }

        private void replaceObject(Quad quad) {
            removed.add(quad);
            added.add(with(quad, random.nextBoolean() ? sameProperty(quad).getObject() : object()));
        }

        private void relabel() {
            var quad = any(one -> one.getObject().isLiteral()
                    && one.getObject().getLiteralLanguage().equals("zh"));
            removed.add(quad);
            added.add(with(quad, NodeFactory.createLiteralLang("新名" + random.nextInt(9), "zh")));
        }

        private void copyRecord() {
            var subject = any().getSubject();
            var copy = NodeFactory.createURI("http://localhost:8080/id/copy" + random.nextInt(1000));
            quads.stream()
                    .filter(quad -> quad.getSubject().equals(subject) && random.nextInt(12) > 0)
                    .forEach(quad ->
                            added.add(Quad.create(quad.getGraph(), copy, quad.getPredicate(), quad.getObject())));
            if (random.nextBoolean()) {
                quads.stream()
                        .filter(quad -> quad.getObject().equals(subject) && random.nextBoolean())
                        .forEach(quad -> added.add(with(quad, copy)));
            }
        }

        private void moveToOtherGraph() {
            var quad = any();
            removed.add(quad);
            added.add(Quad.create(any().getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
        }

        private void meddleWithWords() {
            var word = NodeFactory.createURI(Sq.NS + "invented" + random.nextInt(2));
            switch (random.nextInt(4)) {
                case 0 -> added.add(Quad.create(any().getGraph(), any().getSubject(), word, any().getObject()));
                case 1 -> added.add(Quad.create(any().getGraph(), word, TYPE, OWL.DatatypeProperty.asNode()));
                case 2 ->
                    quads.stream()
                            .filter(quad -> quad.getSubject().equals(word))
                            .forEach(removed::add);
                default ->
                    added.add(Quad.create(
                            any().getGraph(),
                            any(quad -> quad.getPredicate().equals(TYPE)).getObject(),
                            RDFS.subClassOf.asNode(),
                            any(quad -> quad.getPredicate().equals(TYPE)).getObject()));
            }
        }

        private Node object() {
            return switch (random.nextInt(6)) {
                case 0 ->
                    NodeFactory.createLiteralDT("20%02d-01-01".formatted(random.nextInt(40)), XSDDatatype.XSDdate);
                case 1 ->
                    NodeFactory.createLiteralDT(
                            "2026-01-0%dT00:00:00+08:00".formatted(1 + random.nextInt(9)), XSDDatatype.XSDdateTime);
                case 2 -> NodeFactory.createLiteralDT(String.valueOf(random.nextBoolean()), XSDDatatype.XSDboolean);
                case 3 -> NodeFactory.createLiteralString("anything");
                case 4 -> any().getSubject();
                default -> any().getObject();
            };
        }

        private Quad sameProperty(Quad like) {
            return any(quad -> quad.getPredicate().equals(like.getPredicate()));
        }

        private Quad with(Quad quad, Node object) {
            return Quad.create(quad.getGraph(), quad.getSubject(), quad.getPredicate(), object);
        }

        private Quad any() {
            return quads.get(random.nextInt(quads.size()));
        }

        private Quad any(Predicate<Quad> which) {
            var some = new ArrayList<Quad>();
            Stream.generate(this::any).limit(200).filter(which).limit(1).forEach(some::add);
            return some.isEmpty() ? any() : some.get(0);
        }
    }
}
